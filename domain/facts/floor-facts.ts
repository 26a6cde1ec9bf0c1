import { median } from "../charts/averages.ts";
import type { Focus } from "../meeting/item.ts";
import { partnerOfSeat } from "../meeting/look-up.ts";
import type { Meeting } from "../meeting/state.ts";
import { spokenSpells, type Turn } from "../meeting/turn.ts";
import { type BusinessTime, isBusiness } from "./business-time.ts";
import { seatSpeaking } from "./entry-facts.ts";
import type { FloorFacts, FocusFact, TalkFact, Voice } from "./facts.ts";
import { intersect, lengthOf, type Span } from "./spans.ts";

/** A chair's "thank you, next" is not talk (`indicators.md §6.2`, rule 4). */
const CHAIR_TURN_FROM_MS = 3_000;

export function focusFacts(meeting: Meeting, business: BusinessTime): FocusFact[] {
  return meeting.items
    .filter((item) => isBusiness(meeting, item))
    .flatMap((item) =>
      item.focusSpells.map((spell) => ({
        seq: spell.seq,
        item: item.id,
        focus: spell.focus,
        ms: business.msOf(spell),
      })),
    )
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => a.seq - b.seq);
}

/** A turn with who took it in truth: whoever presides speaks as the chair, whichever way it was tapped. */
export type HeardTurn = Turn & {
  readonly voice: Voice;
  readonly seat: TalkFact["seat"];
  readonly ms: number;
};

export function heardTurns(meeting: Meeting, business: BusinessTime): HeardTurn[] {
  return meeting.items
    .flatMap(({ turns }) => turns)
    .map((turn) => {
      const seat = seatSpeaking(meeting, turn.speaker, turn.from);
      const isChair =
        turn.speaker.as === "seat" && seat === seatSpeaking(meeting, { as: "chair" }, turn.from);
      return {
        ...turn,
        seat,
        voice: isChair ? ("chair" as const) : turn.speaker.as,
        ms: lengthOf(spokenOf(turn, business)),
      };
    })
    .filter(({ ms }) => ms > 0)
    .toSorted((a, b) => a.seq - b.seq);
}

export function floorFacts(
  meeting: Meeting,
  business: BusinessTime,
  turns: readonly HeardTurn[],
): FloorFacts {
  const counted = turns.filter(({ voice, ms }) => voice !== "chair" || ms >= CHAIR_TURN_FROM_MS);
  const groups = Map.groupBy(counted, ({ itemId, voice, seat, kind }) =>
    [itemId, voice, seat, kind].join(" "),
  );
  const spells = meeting.items
    .flatMap(({ focusSpells }) => focusSpells)
    .map((spell) => ({ focus: spell.focus, spans: business.of(spell) }));

  const talk = [...groups.values()].flatMap((group): TalkFact[] => {
    const [first] = group;
    if (!first) return [];
    const spans = group.flatMap((turn) => spokenOf(turn, business));
    return [
      {
        item: first.itemId,
        voice: first.voice,
        seat: first.seat,
        sector: (first.seat && partnerOfSeat(meeting, first.seat)?.sector) ?? null,
        kind: first.kind,
        turns: group.length,
        ms: lengthOf(spans),
        byFocus: focusOf(
          spells.map(({ focus, spans: during }) => ({ focus, ms: lengthOf(intersect(spans, during)) })),
        ),
        seqs: group.map(({ seq }) => seq),
      },
    ];
  });
  const chaired = counted.filter(({ voice, kind }) => voice === "chair" && kind === "discussion");
  return {
    attributedMs: turns.reduce((total, { ms }) => total + ms, 0),
    chairMedianMs: median(chaired.map(({ ms }) => ms)),
    talk,
  };
}

/** A pause is nobody's speaking time. */
function spokenOf(turn: Turn, business: BusinessTime): readonly Span[] {
  return spokenSpells(turn).flatMap((spell) => business.of(spell));
}

function focusOf(parts: readonly { readonly focus: Focus; readonly ms: number }[]): TalkFact["byFocus"] {
  const totals: Partial<Record<Focus, number>> = {};
  for (const { focus, ms } of parts) if (ms > 0) totals[focus] = (totals[focus] ?? 0) + ms;
  return totals;
}
