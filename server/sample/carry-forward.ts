// Matters arising: what was promised is answered, what was to be done is done, dropped or put off, each said
// at this meeting and recorded in the log of the one before. The last minutes are approved.
import type { ItemId } from "#domain/ids.ts";
import type { RespondToChallenge } from "#domain/meeting/challenges.ts";
import type { Action, Challenge, Decision, MoneyPoint } from "#domain/meeting/entry.ts";
import { CLERK } from "./cast.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { dayAfter } from "./days.ts";
import type { Player } from "./player.ts";
import type { Stage } from "./stage.ts";

type Heard = NonNullable<RespondToChallenge["heardAt"]>;

export function carryForward(
  { evening, player: here, chance }: Stage,
  itemId: ItemId,
  earlier: readonly Player[],
): void {
  const heardAt = { meetingId: here.meetingId, itemId };
  for (const past of earlier.slice(-2)) {
    past.until(here.now());
    for (const entry of past.meeting().items.flatMap(({ entries }) => entries)) {
      if (entry.standing !== "stands") continue;
      if (entry.kind === "challenge") follow(past, entry, heardAt, chance);
      if (entry.kind === "action") progress(past, entry, heardAt, chance);
      if (entry.kind === "decision") reportBack(past, entry);
      if (entry.kind === "money") commit(past, entry, { heardAt, agreed: evening.money.agreed });
    }
    const presided = past.meeting().presiding.at(-1)?.person;
    if (presided && past.meeting().phase === "minutesDrafted")
      past.play(presided, { type: "approveMinutes" });
  }
}

/** Most of what was to be reported back has been, a few days before this meeting. */
function reportBack(past: Player, decision: Decision): void {
  const { id, reportBack: to, reported } = decision;
  const today = dayAfter(past.now(), 0);
  if (to === null || reported !== null || to.on > today || !chanceOf(id).isOnce(0.85)) return;
  const on = dayAfter(past.now(), -5);
  past.play(CLERK, { type: "markReportBack", entryId: id, on: on < to.on ? to.on : on });
}

function follow(past: Player, { id, responses }: Challenge, heardAt: Heard, chance: Chance): void {
  const last = responses.at(-1);
  if (last && last.kind !== "deferred") return;
  if (!chance.isOnce(last ? 0.65 : 0.3)) return;
  past.play(CLERK, {
    type: "respondToChallenge",
    entryId: id,
    speaker: { as: "officer" },
    kind: "answered",
    text: "Answered in writing; the note was sent round with the papers.",
    promisedBy: null,
    heardAt,
  });
  past.wait(chance.between(3, 9));
}

function progress(past: Player, { id, status, due }: Action, heardAt: Heard, chance: Chance): void {
  if (status === "done" || status === "dropped") return;
  const luck = chance.next();
  const to = luck < 0.62 ? "done" : luck < 0.78 ? "begun" : luck < 0.9 ? "redated" : null;
  if (to === null || (to === "begun" && status === "begun")) return;
  past.play(CLERK, {
    type: "progressAction",
    entryId: id,
    status: to,
    result: to === "done" ? "Reported to the board." : "",
    due: to === "redated" ? dayAfter(past.now(), due === null ? 28 : 42) : null,
    heardAt,
  });
  past.wait(chance.between(3, 9));
}

/** What was offered is agreed to, in full or in part, and in a good year some of it has been spent by the meeting after. */
function commit(
  past: Player,
  { id, amount, stage, moneyKind, stages }: MoneyPoint,
  { heardAt, agreed }: { readonly heardAt: Heard; readonly agreed: number },
): void {
  if (amount.kind !== "stated" || moneyKind === "pressure" || moneyKind === "saving") return;
  const chance = chanceOf(`${id} ${stages.length} ${past.now()}`);
  const advance = (to: "agreed" | "spent", pence: number) => {
    past.play(CLERK, { type: "advanceMoney", entryId: id, stage: to, pence, heardAt });
    past.wait(chance.between(3, 9));
  };
  // two meetings hear of it, and at either it may be settled
  const perMeeting = 1 - Math.sqrt(1 - agreed);
  if (stage === "offered" && chance.isOnce(perMeeting))
    advance("agreed", chance.isOnce(0.7) ? amount.pence : Math.round(amount.pence / 200_000) * 100_000);
  else if (stage === "agreed" && chance.isOnce(0.3)) advance("spent", stages.at(-1)?.pence ?? amount.pence);
}
