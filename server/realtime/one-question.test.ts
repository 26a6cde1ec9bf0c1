import { expect, test } from "vitest";
import { oneQuestion } from "./one-question.ts";

/** A database that answers when it is told to, with everything it was asked about. */
function slowDatabase() {
  const asked: {
    readonly about: readonly string[];
    readonly answer: PromiseWithResolvers<readonly string[]>;
  }[] = [];
  const ask = oneQuestion((about) => {
    const answer = Promise.withResolvers<readonly string[]>();
    asked.push({ about, answer });
    return answer.promise;
  });
  const open = async (nth: number) => {
    await expect.poll(() => asked.length).toBe(nth + 1);
    const question = asked[nth];
    if (!question) throw new Error("not asked");
    return question;
  };
  return { ask, open, asked };
}

test("what is asked in one breath is one question", async () => {
  const { ask, open } = slowDatabase();
  const answers = [ask("a"), ask("b"), ask("a")];
  const first = await open(0);
  expect(first.about).toEqual(["a", "b"]);
  first.answer.resolve(["b"]);
  expect(await Promise.all(answers)).toEqual([["b"], ["b"], ["b"]]);
});

test("while one question is open, everybody who comes shares the next", async () => {
  const { ask, open, asked } = slowDatabase();
  const early = ask("a");
  const first = await open(0);
  const late = [ask("b"), ask("c"), ask("a")];
  await new Promise((later) => setTimeout(later));
  expect(asked).toHaveLength(1);
  first.answer.resolve([]);
  await early;
  const second = await open(1);
  expect(second.about).toEqual(["b", "c", "a"]);
  second.answer.resolve([]);
  await Promise.all(late);
});

test("a question without an answer fails those who asked it, and not those after them", async () => {
  const { ask, open } = slowDatabase();
  const early = ask("a");
  const first = await open(0);
  const late = ask("b");
  first.answer.reject(new Error("deadlinePassed"));
  await expect(early).rejects.toThrow("deadlinePassed");
  const second = await open(1);
  second.answer.resolve(["b"]);
  expect(await late).toEqual(["b"]);
});
