// JSON made once that goes to many. After a restart the whole room asks for the same log at the same moment, and turning
// it into text for each reader was nine tenths of what that cost. On the wire nothing is different.
import { randomUUID } from "node:crypto";
import { Decoder, Encoder, type Packet } from "socket.io-parser";

/** What the packet that is being encoded has met, or null between packets: encoding waits for nothing. */
let met: Set<ReadyText> | null = null;

/** A value that is text already. Whoever asks for its JSON gets the value; `parser` puts the text in as it is. */
export class ReadyText {
  readonly text: string;
  /** Stands for the text while a packet is encoded. It never leaves the process, so nobody's words can hold it. */
  readonly mark = randomUUID();

  constructor(value: unknown) {
    this.text = JSON.stringify(value);
  }

  toJSON(): unknown {
    if (met === null) return JSON.parse(this.text);
    met.add(this);
    return this.mark;
  }
}

class ReadyEncoder extends Encoder {
  override encode(packet: Packet): ReturnType<Encoder["encode"]> {
    const here = new Set<ReadyText>();
    met = here;
    try {
      return super.encode(packet).map((part) => (typeof part === "string" ? filledIn(part, here) : part));
    } finally {
      met = null;
    }
  }
}

function filledIn(part: string, texts: ReadonlySet<ReadyText>): string {
  let filled = part;
  for (const { mark, text } of texts) filled = filled.replaceAll(`"${mark}"`, () => text);
  return filled;
}

/** For Socket.IO's `parser`: its own, but for what is text already. */
export const parser = { Encoder: ReadyEncoder, Decoder };
