// The seal under which answers lie in the database until they are counted. Its key comes from the server's own secret,
// so that whoever reads the database, or a copy of it, reads nothing; and every sealed answer is equally long, so that
// its length says nothing either.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Bytes of an answer under its seal; the database keeps a row of this size in one piece and in its place. */
const ROOM = 1024;
const IV = 12;
const TAG = 16;

export type Sealer = {
  /** `label` is the box; what is sealed for one box opens in no other. Throws for what does not fit. */
  readonly seal: (label: string, answer: unknown) => Uint8Array;
  /** `undefined` when the seal does not hold. */
  readonly open: (label: string, sealed: Uint8Array) => unknown;
};

export function openSealer(secret: string): Sealer {
  const keyOf = (label: string) =>
    new Uint8Array(hkdfSync("sha256", secret, label, "candour sealed answers", 32));
  return {
    seal(label, answer) {
      const written = Buffer.from(JSON.stringify(answer), "utf8");
      if (written.length > ROOM) throw new Error("answerTooLong");
      // JSON may end in spaces
      const padded = Buffer.concat([written, Buffer.alloc(ROOM - written.length, " ")]);
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", keyOf(label), iv);
      return Buffer.concat([iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
    },
    open(label, sealed) {
      try {
        const bytes = Buffer.from(sealed);
        const decipher = createDecipheriv("aes-256-gcm", keyOf(label), bytes.subarray(0, IV), {
          authTagLength: TAG,
        });
        decipher.setAuthTag(bytes.subarray(-TAG));
        const padded = Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]);
        return JSON.parse(padded.toString("utf8"));
      } catch {
        return undefined;
      }
    },
  };
}
