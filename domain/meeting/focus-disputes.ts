// What the board was talking about, put right: within five working days anybody in the room may say that a stretch
// was about something else, and the clerk settles it; in those days the clerk may also correct it unasked.
import * as z from "zod";
import { afterWorkingDays } from "../calendar.ts";
import { ItemId } from "../ids.ts";
import { words } from "../words.ts";
import { accept, type Decision, type Refused, refuse } from "./decision.ts";
import type { Envelope, EventOf } from "./events.ts";
import { type AgendaItem, Focus, type FocusSpell } from "./item.ts";
import { itemOf } from "./look-up.ts";
import type { Actor } from "./permissions.ts";
import { type Meeting, withItem } from "./state.ts";

/** Working days after the meeting's close in which a focus can be disputed. */
const FOCUS_DAYS = 5;

const OfSpell = { itemId: ItemId, spell: z.int().min(1) };

export const DisputeFocus = z.strictObject({
  type: z.literal("disputeFocus"),
  ...OfSpell,
  reason: words(300),
});
export type DisputeFocus = z.infer<typeof DisputeFocus>;

/** The same focus again lets it stand. */
export const SettleFocus = z.strictObject({
  type: z.literal("settleFocus"),
  ...OfSpell,
  focus: Focus,
  reason: words(300),
});
export type SettleFocus = z.infer<typeof SettleFocus>;

export function disputeFocus(
  meeting: Meeting,
  { itemId, spell: seq, reason }: DisputeFocus,
  { at }: Actor,
): Decision {
  const found = spellFound(meeting, itemId, seq);
  if (found.outcome === "refused") return found;
  if (found.spell.dispute) return refuse({ code: "alreadyRecorded" });
  if (isOver(meeting, at)) return refuse({ code: "daysOver", days: FOCUS_DAYS });
  return accept({ type: "focusDisputed", itemId, spell: seq, reason });
}

/** What was disputed in time is settled whenever the clerk comes to it. */
export function settleFocus(
  meeting: Meeting,
  { itemId, spell: seq, focus, reason }: SettleFocus,
  { at }: Actor,
): Decision {
  const found = spellFound(meeting, itemId, seq);
  if (found.outcome === "refused") return found;
  const { spell } = found;
  if (!spell.dispute && spell.focus === focus) return refuse({ code: "nothingChanges" });
  if (!spell.dispute && isOver(meeting, at)) return refuse({ code: "daysOver", days: FOCUS_DAYS });
  return accept({ type: "focusSettled", itemId, spell: seq, focus, reason });
}

/** Whether a focus of this meeting can no longer be disputed. */
function isOver({ closedAt }: Pick<Meeting, "closedAt">, at: number): boolean {
  return closedAt !== null && at >= afterWorkingDays(closedAt, FOCUS_DAYS);
}

export function applyFocusDisputed(
  meeting: Meeting,
  { itemId, spell, reason }: EventOf<"focusDisputed">,
  { at, by }: Envelope,
): Meeting {
  return withSpell(meeting, itemId, spell, (each) => ({ ...each, dispute: { by, at, reason } }));
}

export function applyFocusSettled(
  meeting: Meeting,
  { itemId, spell, focus }: EventOf<"focusSettled">,
): Meeting {
  return withSpell(meeting, itemId, spell, (each) => ({ ...each, focus, dispute: null }));
}

/** As it was before it was disputed or settled; how long it lasted stays. */
export function withSpellBack(meeting: Meeting, itemId: ItemId, before: FocusSpell): Meeting {
  return withSpell(meeting, itemId, before.seq, ({ to }) => ({ ...before, to }));
}

export function spellOf(item: AgendaItem | undefined, seq: number): FocusSpell | undefined {
  return item?.focusSpells.find((spell) => spell.seq === seq);
}

/** What is put right while it lasts is what the board is talking about now. */
function withSpell(
  meeting: Meeting,
  itemId: ItemId,
  seq: number,
  change: (spell: FocusSpell) => FocusSpell,
): Meeting {
  return withItem(meeting, itemId, (item) => {
    const focusSpells = item.focusSpells.map((spell) => (spell.seq === seq ? change(spell) : spell));
    const running = focusSpells.find((spell) => spell.seq === seq && spell.to === null);
    return { ...item, focusSpells, focus: running ? running.focus : item.focus };
  });
}

type Found = { readonly outcome: "found"; readonly spell: FocusSpell };

function spellFound(meeting: Meeting, itemId: ItemId, seq: number): Found | Refused {
  const item = itemOf(meeting, itemId);
  if (!item) return refuse({ code: "itemNotFound" });
  const spell = spellOf(item, seq);
  return spell ? { outcome: "found", spell } : refuse({ code: "focusNotFound" });
}
