/** Longer than Postgres gives a statement itself, so that an answer on its way is still heard. */
const QUERY_DEADLINE_MS = 4000;

/**
 * The answer, or a rejection once the deadline passes. Whatever rejects here may still have happened: a
 * frozen or unreachable Postgres leaves postgres.js waiting for ever (`reliability.md` P22).
 */
export async function withDeadline<T>(answer: Promise<T>, ms = QUERY_DEADLINE_MS): Promise<T> {
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new Error("deadlinePassed")), ms);
  try {
    return await Promise.race([answer, deadline.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The rows of a statement that Postgres has answered, within the deadline. Nothing found is an answer, no answer is not:
 * a result that names no command was given by the driver alone, as its connection went, and rejects.
 */
export async function answered<Rows extends { readonly command: string }>(
  query: Promise<Rows>,
  ms = QUERY_DEADLINE_MS,
): Promise<Rows> {
  const rows = await withDeadline(query, ms);
  // typed as always there; a result nobody has answered has none
  if (!rows.command) throw new Error("unanswered");
  return rows;
}
