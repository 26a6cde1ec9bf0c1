/**
 * One question at a time; whoever comes while it is open shares the next. A question for each would queue up behind a
 * database that has too much to do already, and go on being asked long after nobody waits for the answer.
 */
export function oneQuestion<Answer>(
  question: (about: readonly string[]) => Promise<Answer>,
): (about: string) => Promise<Answer> {
  let open: Promise<unknown> = Promise.resolve();
  let waiting = new Set<string>();
  let next: Promise<Answer> | null = null;

  return (about) => {
    waiting.add(about);
    next ??= open.then(() => {
      const together = [...waiting];
      waiting = new Set();
      next = null;
      const answer = question(together);
      open = answer.catch(() => undefined);
      return answer;
    });
    return next;
  };
}
