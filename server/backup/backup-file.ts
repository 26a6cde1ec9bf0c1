// A backup as a file: compressed lines, readable by nobody but its owner, whole or not there at all.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";

/** Writes the lines to the file; a file of that name is replaced only by a whole one. */
export async function writeBackup(file: string, lines: AsyncIterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.part`;
  try {
    const ended = async function* () {
      for await (const line of lines) yield `${line}\n`;
    };
    await pipeline(
      Readable.from(ended()),
      createGzip(),
      createWriteStream(aside, { mode: 0o600, flush: true }),
    );
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/** Reads the lines of a backup; rejects where the file ends in the middle. */
export async function* readBackup(file: string): AsyncGenerator<string, void> {
  const text = createGunzip();
  const read = pipeline(createReadStream(file), text);
  read.catch(() => undefined); // told below, where somebody listens
  yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  await read;
}
