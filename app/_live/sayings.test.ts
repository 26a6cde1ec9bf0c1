import { describe, expect, test } from "vitest";
import { openStage } from "#tests/simulation/stage.ts";
import { openSayings } from "./sayings.ts";

function opened() {
  const stage = openStage(1);
  const sayings = openSayings(stage);
  return { stage, ...sayings, text: () => sayings.now.current()?.text ?? null };
}

describe("what is said aloud", () => {
  test("is said one after the other, and then silence", async () => {
    const { stage, say, text } = opened();
    for (const words of ["Item 1 is open.", "Challenge 1.1.", "Decision 1.2."]) say(words);
    const heard = [text()];
    for (let turn = 0; turn < 3; turn += 1) {
      await stage.play(1200);
      heard.push(text());
    }
    expect(heard).toEqual(["Item 1 is open.", "Challenge 1.1.", "Decision 1.2.", null]);
  });

  test("is said twice where it happens twice", async () => {
    const { stage, say, now } = opened();
    say("Note 1.1.");
    say("Note 1.1.");
    const first = now.current();
    await stage.play(1200);
    expect(now.current()).toEqual({ turn: (first?.turn ?? 0) + 1, text: "Note 1.1." });
  });

  test("ends when it may no longer be read: neither what waits nor what is being said", async () => {
    const { stage, say, hush, text } = opened();
    say("Decision 1.1: That the white heron be sold.");
    say("Read back: That the white heron be sold.");
    hush();
    expect(text()).toBeNull();
    for (let turn = 0; turn < 3; turn += 1) {
      await stage.play(1200);
      expect(text()).toBeNull();
    }
  });

  test("goes on after that with what is new, in its turn", async () => {
    const { stage, say, hush, text } = opened();
    say("Decision 1.1: That the white heron be sold.");
    hush();
    say("This item is closed to the public.");
    expect(text()).toBeNull();
    await stage.play(1200);
    expect(text()).toBe("This item is closed to the public.");
  });
});
