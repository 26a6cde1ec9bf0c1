// Keys with which a program of the partnership's own reads what an observer of a board may read, and no more.
import * as z from "zod";
import { BoardId } from "../ids.ts";
import { words } from "../words.ts";

/** `figures`: indicators. `facts`: what they are computed from. `records`: meetings, what was recorded, the registers. */
export const KeyScope = z.enum(["figures", "facts", "records"]);
export type KeyScope = z.infer<typeof KeyScope>;

/** Days after which a key opens nothing any more. */
export const KEY_DAYS = [30, 90, 365] as const;

export const MakeKey = z.strictObject({
  /** For whom or what, in words. */
  name: words(80),
  boards: z.array(BoardId).min(1).max(24),
  scopes: z.array(KeyScope).min(1).max(KeyScope.options.length),
  days: z.literal(KEY_DAYS),
});
export type MakeKey = z.infer<typeof MakeKey>;

export const EndKey = z.strictObject({ keyId: z.uuid() });
export type EndKey = z.infer<typeof EndKey>;

/** A key as those who keep it see it: never itself, which is shown once. */
export const KeyRow = z.object({
  id: z.string(),
  name: z.string(),
  boards: z.array(z.object({ id: BoardId, name: z.string() })),
  scopes: z.array(KeyScope),
  madeBy: z.string(),
  madeAt: z.number(),
  expiresAt: z.number(),
  /** The day on which it was last used; null until it is. */
  lastUsedOn: z.string().nullable(),
});
export type KeyRow = z.infer<typeof KeyRow>;

export const MadeKey = z.object({ key: KeyRow, token: z.string() });
