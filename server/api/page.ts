// Long lists come in pages. A cursor names the last row of a page, so that what is added meanwhile moves nothing.
import * as z from "zod";

export const PagesAsked = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
};

type Asked = { readonly limit: number; readonly cursor?: string | undefined };
export type Paged<Row> = { readonly data: readonly Row[]; readonly next: string | null };

/** Null for a cursor that names no row of this list. */
export function pageOf<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  { limit, cursor }: Asked,
): Paged<Row> | null {
  const after = cursor === undefined ? -1 : rows.findIndex((row) => cursorOf(keyOf(row)) === cursor);
  if (cursor !== undefined && after === -1) return null;
  const data = rows.slice(after + 1, after + 1 + limit);
  const last = data.at(-1);
  const isMore = after + 1 + limit < rows.length;
  return { data, next: isMore && last !== undefined ? cursorOf(keyOf(last)) : null };
}

export function cursorOf(key: string): string {
  return Buffer.from(key).toString("base64url");
}
