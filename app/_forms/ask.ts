import * as z from "zod";
import { type Answer, Problems, problem } from "#domain/registers/problems.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export type Way<Done extends object> = {
  readonly method: Method;
  readonly path: string;
  /** What comes back when it is done, besides that it is. */
  readonly reads: z.ZodType<Done>;
};

/** For what is done without anything to tell. */
export const nothingMore = z.object({});

/** Asks the server for a change, or by `GET` for what stands. Whatever goes wrong on the way is an answer, too, and nothing typed is lost. */
export async function ask<Done extends object>(
  { method, path, reads }: Way<Done>,
  asked: unknown,
): Promise<Answer<Done>> {
  try {
    const response = await fetch(path, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(method !== "GET" && { body: JSON.stringify(asked) }),
    });
    const answered: unknown = await response.json();
    const refused = Problems.safeParse(answered);
    return refused.success ? refused.data : { ok: true, ...reads.parse(answered) };
  } catch {
    return problem("unavailable");
  }
}
