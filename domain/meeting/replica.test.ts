import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { logOf } from "#tests/support/meeting-spec.ts";
import { replay } from "./meeting.ts";
import { emptyReplica, receive } from "./replica.ts";

const log = logOf(board.onBudget);
const half = Math.floor(log.length / 2);
const upTo = (seq: number) => ({ replica: { seq, meeting: replay(log.slice(0, seq)) }, gap: false });

describe("a replica", () => {
  test("takes in what follows its number", () => {
    const { replica } = receive(emptyReplica, log.slice(0, half));
    expect(receive(replica, log.slice(half))).toEqual(upTo(log.length));
  });

  test("what was applied already is skipped", () => {
    const { replica } = receive(emptyReplica, log.slice(0, half));
    expect(receive(replica, log.slice(0, half))).toEqual(upTo(half));
    expect(receive(replica, log)).toEqual(upTo(log.length));
  });

  test("at a gap it stops and says so, with what came before it applied", () => {
    const holed = log.toSpliced(half, 1);
    expect(receive(emptyReplica, holed)).toEqual({ ...upTo(half), gap: true });
  });
});
