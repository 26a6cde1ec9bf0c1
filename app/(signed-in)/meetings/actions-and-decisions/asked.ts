// What the address of the register asks for. Whatever it cannot mean is left out, so that an old address still finds.
import * as z from "zod";
import { BoardId, PartnerId } from "#domain/ids.ts";
import { type Asker, roleOnBoard } from "#server/auth/asker.ts";
import type { MattersAsked } from "#server/meetings/find-matters.ts";

const MOST_WORDS = 200;

const States = z.enum(["open", "overdue", "soon", "settled"]);

const Asked = z.object({
  what: z.enum(["actions", "decisions"]).catch("actions"),
  board: BoardId.nullable().catch(null),
  owner: z
    .union([PartnerId, z.literal("officers")])
    .nullable()
    .catch(null),
  state: States.nullable().catch(null),
  words: z
    .string()
    .transform((text) => text.trim().slice(0, MOST_WORDS))
    .catch(""),
  year: z.coerce.number().int().min(1990).max(2200).nullable().catch(null),
});

export type Query = Readonly<Record<string, string | string[] | undefined>>;

export function mattersAsked(asker: Asker, query: Query): MattersAsked {
  const { what, board, owner, state, words, year } = Asked.parse(query);
  return {
    kind: what === "actions" ? "action" : "decision",
    board: board !== null && roleOnBoard(asker, board) ? board : null,
    owner,
    standing: state,
    words,
    year,
  };
}

/** The same register, with something else asked of it. */
export function mattersAddress(asked: Partial<MattersAsked>): string {
  const query = new URLSearchParams();
  if (asked.kind === "decision") query.set("what", "decisions");
  if (asked.board) query.set("board", asked.board);
  if (asked.owner) query.set("owner", asked.owner);
  if (asked.standing) query.set("state", asked.standing);
  if (asked.words) query.set("words", asked.words);
  if (asked.year) query.set("year", String(asked.year));
  return query.size === 0
    ? "/meetings/actions-and-decisions"
    : `/meetings/actions-and-decisions?${query.toString()}`;
}
