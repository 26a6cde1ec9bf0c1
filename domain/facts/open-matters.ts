// What a meeting left behind, read off its facts at a moment: how many entries of each kind, how many of them
// are settled, and which still wait for somebody. Only what lists need of the facts is parsed.
import * as z from "zod";
import { dayOf } from "../calendar.ts";
import { EntryId, ItemId, PartnerId, PersonId, SeatId } from "../ids.ts";
import { ActionStatus, type Entry, type HeardAt, MoneyKind, ResponseKind, Topic } from "../meeting/entry.ts";
import { Sector } from "../meeting/registers.ts";
import { unreachable } from "../unreachable.ts";

const entry = {
  entry: EntryId,
  item: ItemId,
  number: z.string(),
  at: z.number(),
  voice: z.enum(["seat", "chair", "officer", "guest", "public"]),
  seat: SeatId.nullable(),
  sector: Sector.nullable(),
  restricted: z.boolean(),
  withdrawnAt: z.number().nullable(),
};

/** The entries of a row of facts, as far as lists tell of them. */
export const HeldEntries = z.object({
  decisions: z.array(
    z.object({
      item: entry.item,
      withdrawnAt: entry.withdrawnAt,
      restricted: entry.restricted,
      agreed: z.object({ at: z.number() }).nullable(),
    }),
  ),
  challenges: z.array(
    z.object({
      ...entry,
      topic: Topic,
      target: z.union([z.literal("partnership"), z.object({ partner: PartnerId })]),
      responses: z.array(z.object({ at: z.number(), kind: ResponseKind, promisedBy: z.string().nullable() })),
    }),
  ),
  money: z.array(
    z.object({
      ...entry,
      ownPartner: PartnerId,
      moneyKind: MoneyKind,
      candour: z.enum(["stated", "bounded", "unstated"]),
      // rows folded by an earlier version say nothing of it until they are folded anew
      stages: z.array(z.object({ at: z.number(), withFigure: z.boolean().default(false) })),
    }),
  ),
  actions: z.array(
    z.object({
      ...entry,
      owner: SeatId.nullable(),
      originalDue: z.string().nullable(),
      updates: z.array(z.object({ at: z.number(), status: ActionStatus, due: z.string().nullable() })),
    }),
  ),
  /** Rows that were folded before interests could be declared have none. */
  barred: z.array(z.object({ person: PersonId, items: z.array(ItemId) })).nullish(),
});
export type HeldEntries = z.infer<typeof HeldEntries>;
type HeldChallenge = HeldEntries["challenges"][number];
type HeldMoney = HeldEntries["money"][number];
type HeldAction = HeldEntries["actions"][number];

export type EntryCounts = {
  readonly decided: number;
  readonly challenges: { readonly answered: number; readonly open: number };
  readonly money: { readonly withFigure: number; readonly without: number };
  /** Dropped ones are neither. */
  readonly actions: { readonly done: number; readonly open: number };
};

type Matter = Pick<HeldChallenge, "entry" | "number" | "at" | "voice" | "seat" | "sector" | "restricted"> & {
  /** The day by which it was promised or is due; null when none was given. */
  readonly by: string | null;
};

/** One entry that waits: for an answer, a figure, or to be done. `begun` when something has been promised or begun. */
export type OpenMatter = Matter &
  (
    | ({ readonly kind: "challenge"; readonly begun: boolean } & Pick<HeldChallenge, "topic" | "target">)
    | ({ readonly kind: "money"; readonly begun: false } & Pick<HeldMoney, "ownPartner" | "moneyKind">)
    | ({ readonly kind: "action"; readonly begun: boolean } & Pick<HeldAction, "owner">)
  );

/** What may be told of to somebody before whom restricted items are closed. */
export function withoutRestricted(held: HeldEntries): HeldEntries {
  return only(held, ({ restricted }) => !restricted);
}

/** What may be told of to this person: nothing of items in which they have an interest. */
export function withoutBarred(held: HeldEntries, person: PersonId): HeldEntries {
  const items = new Set(held.barred?.filter((each) => each.person === person).flatMap((each) => each.items));
  return items.size === 0 ? held : only(held, ({ item }) => !items.has(item));
}

type Told = Pick<HeldEntries["decisions"][number], "item" | "restricted">;

function only(held: HeldEntries, isTold: (entry: Told) => boolean): HeldEntries {
  return {
    ...held,
    decisions: held.decisions.filter(isTold),
    challenges: held.challenges.filter(isTold),
    money: held.money.filter(isTold),
    actions: held.actions.filter(isTold),
  };
}

/** Entries that were withdrawn count nowhere here. */
export function entryCounts({ decisions, ...held }: HeldEntries): EntryCounts {
  const challenges = held.challenges.filter(stands);
  const money = held.money.filter(stands);
  const actions = held.actions.filter(stands);
  const answered = challenges.filter(isAnswered).length;
  const withFigure = money.filter(hasFigure).length;
  return {
    decided: decisions.filter((decision) => stands(decision) && decision.agreed !== null).length,
    challenges: { answered, open: challenges.length - answered },
    money: { withFigure, without: money.length - withFigure },
    actions: {
      done: actions.filter((action) => statusOf(action) === "done").length,
      open: actions.filter(isToDo).length,
    },
  };
}

/** What of these entries still waits. */
export function openMatters({ challenges, money, actions }: HeldEntries): readonly OpenMatter[] {
  return [
    ...challenges
      .filter((each) => stands(each) && !isAnswered(each))
      .map(({ topic, target, responses, ...held }) => {
        const by = responses.at(-1)?.kind === "deferred" ? (responses.at(-1)?.promisedBy ?? null) : null;
        const begun = responses.at(-1)?.kind === "deferred";
        return { ...matterOf(held, by), kind: "challenge" as const, begun, topic, target };
      }),
    ...money
      .filter((each) => stands(each) && !hasFigure(each))
      .map(({ ownPartner, moneyKind, ...held }) => ({
        ...matterOf(held, null),
        kind: "money" as const,
        begun: false as const,
        ownPartner,
        moneyKind,
      })),
    ...actions
      .filter((each) => stands(each) && isToDo(each))
      .map(({ owner, ...held }) => ({
        ...matterOf(held, dueOf(held)),
        kind: "action" as const,
        begun: held.updates.length > 0,
        owner,
      })),
  ];
}

/** Whether an entry on a record waits, by the same rules as of its facts. */
export function isWaiting(entry: Entry): boolean {
  if (entry.standing !== "stands") return false;
  switch (entry.kind) {
    case "challenge":
      return !isAnswered(entry);
    case "money":
      return entry.amount.kind === "none" && !entry.stages.some(({ pence }) => pence !== null);
    case "action":
      return isToDo(entry);
    case "decision":
    case "evidence":
    case "note":
      return false;
    default:
      return unreachable(entry);
  }
}

/** Where what became of an entry was said, when it was said in later meetings. */
export function heardLater(entry: Entry): readonly HeardAt[] {
  const steps =
    entry.kind === "challenge"
      ? entry.responses
      : entry.kind === "action"
        ? entry.updates
        : entry.kind === "money"
          ? entry.stages
          : [];
  return steps.flatMap(({ heardAt }) => heardAt ?? []);
}

/** What is past its day first, the longest first; then what was said longest ago. */
export function mostPressingFirst<M extends Pick<OpenMatter, "by" | "at">>(
  matters: readonly M[],
  now: number,
): readonly M[] {
  const today = dayOf(now);
  const isLate = ({ by }: M) => by !== null && by < today;
  return matters.toSorted((one, other) => {
    if (isLate(one) !== isLate(other)) return isLate(one) ? -1 : 1;
    if (isLate(one) && one.by !== other.by) return (one.by ?? "") < (other.by ?? "") ? -1 : 1;
    return one.at - other.at;
  });
}

function matterOf(held: Omit<Matter, "by">, by: string | null): Matter {
  const { entry: id, number, at, voice, seat, sector, restricted } = held;
  return { entry: id, number, at, voice, seat, sector, restricted, by };
}

function stands({ withdrawnAt }: { readonly withdrawnAt: number | null }): boolean {
  return withdrawnAt === null;
}

function isAnswered({ responses }: { readonly responses: readonly { kind: ResponseKind }[] }): boolean {
  const last = responses.at(-1)?.kind;
  return last === "answered" || last === "actionAgreed" || last === "decisionChanged";
}

/** A figure given later, when the money moved on, is a figure. */
function hasFigure({ candour, stages }: HeldMoney): boolean {
  return candour !== "unstated" || stages.some(({ withFigure }) => withFigure);
}

type Updated = { readonly updates: readonly { readonly status: ActionStatus }[] };

function statusOf({ updates }: Updated): ActionStatus | "toDo" {
  return updates.at(-1)?.status ?? "toDo";
}

function isToDo(action: Updated): boolean {
  const status = statusOf(action);
  return status !== "done" && status !== "dropped";
}

function dueOf({ originalDue, updates }: Pick<HeldAction, "originalDue" | "updates">): string | null {
  return updates.findLast(({ due }) => due !== null)?.due ?? originalDue;
}
