import * as z from "zod";

const Broken = z.object({ cause: z.object({ constraint_name: z.string() }) });

/** Runs a change; when Postgres refuses it by the named constraint, answers `otherwise`. */
export async function unlessBroken<T>(
  constraint: string,
  change: () => Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const broken = Broken.safeParse(error);
    if (broken.success && broken.data.cause.constraint_name === constraint) return otherwise;
    throw error;
  }
}
