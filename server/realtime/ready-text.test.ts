import fc from "fast-check";
import { Decoder, Encoder, type Packet, PacketType } from "socket.io-parser";
import { expect, test } from "vitest";
import { parser, ReadyText } from "./ready-text.ts";

const wire = (encoder: Encoder, data: unknown) => {
  const packet: Packet = { type: PacketType.ACK, nsp: "/", id: 7, data: [data] };
  return encoder.encode(packet);
};

test("what is ready is on the wire as if it had been turned into text with the rest", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (events, beside) => {
      const ready = new ReadyText(events);
      expect(wire(new parser.Encoder(), { beside, events: ready, again: ready })).toEqual(
        wire(new Encoder(), { beside, events, again: events }),
      );
    }),
  );
});

test("words that look like a mark, or like a pattern, stay words", () => {
  const ready = new ReadyText(["$& $1 $$"]);
  const words = [`"${crypto.randomUUID()}"`, "$&"];
  expect(wire(new parser.Encoder(), { words, ready })).toEqual(
    wire(new Encoder(), { words, ready: ["$& $1 $$"] }),
  );
});

test("outside of a packet it is the value it stands for", () => {
  const ready = new ReadyText([{ seq: 1 }]);
  expect(JSON.parse(JSON.stringify({ ready }))).toEqual({ ready: [{ seq: 1 }] });
});

test("a packet that cannot be encoded leaves nothing behind for the next", () => {
  const ready = new ReadyText([1]);
  expect(() => wire(new parser.Encoder(), { ready, big: 1n })).toThrow(TypeError);
  expect(JSON.stringify(ready)).toBe("[1]");
  expect(parser.Decoder).toBe(Decoder);
});
