import { sum } from "../charts/averages.ts";
import type { ItemFact, MeetingFacts, TalkFact } from "../facts/facts.ts";
import type { MeetingId } from "../ids.ts";
import { floorSilence, itemEvidence, partnerTalk } from "../indicators/counting.ts";
import type { Sector } from "../meeting/registers.ts";
import { groupOf, type Sectors } from "./sectors.ts";
import type { Told } from "./told.ts";

export type VoicesOf = {
  /** Null: from no sector. The chair held no seat, nobody is named as leading, no partner spoke. */
  readonly sectors: Sectors | null;
  /** Meetings over which somebody of theirs presided for the longest, and business time presided over in all. */
  readonly chaired: readonly MeetingId[];
  readonly chairedMs: number;
  /** Items which the agenda names a partner of theirs as leading. */
  readonly led: readonly Told[];
  /** Items on which a seat of theirs was the first partner to speak in discussion. */
  readonly first: readonly Told[];
};

export type Voices = {
  readonly lines: readonly VoicesOf[];
  readonly meetings: number;
  /** Meetings whose floor was recorded: who spoke first is told of these alone. */
  readonly heard: number;
  readonly items: number;
  readonly itemsHeard: number;
};

/**
 * Who chaired, led items and spoke first, by sector: meetings, items taken that are no procedure, and of those the
 * items of meetings whose floor was recorded (`indicators.md §6.2`, rule 6). The chair speaks for no partner while
 * presiding, and presenting is no discussion (rules 3 and 4), so whoever presents is not the first to speak for that.
 */
export function voices(meetings: readonly MeetingFacts[], groups: readonly Sectors[]): Voices {
  const chairs = meetings.map((facts) => ({ facts, sector: longestPresiding(facts) }));
  const taken = meetings.flatMap((facts) =>
    itemsTaken(facts).map((item) => ({
      item,
      told: { ...itemEvidence(facts, item), meeting: facts.meetingId },
    })),
  );
  const heardAt = meetings.filter((facts) => floorSilence(facts) === null);
  const heard = heardAt.flatMap((facts) =>
    itemsTaken(facts).map((item) => ({
      sector: firstToSpeak(facts, item)?.sector ?? null,
      told: { ...itemEvidence(facts, item), meeting: facts.meetingId },
    })),
  );
  const presided = meetings.flatMap(({ presiding }) => presiding);
  const lineOf = (sectors: Sectors | null): VoicesOf => {
    const isOf = (sector: Sector | null) =>
      sector === null ? sectors === null : sectors !== null && isWithin(groupOf(groups, sector), sectors);
    return {
      sectors,
      chaired: chairs.filter(({ sector }) => isOf(sector)).map(({ facts }) => facts.meetingId),
      chairedMs: sum(presided.filter(({ sector }) => isOf(sector)).map(({ businessMs }) => businessMs)),
      led: taken.filter(({ item }) => isOf(item.leadSector)).map(({ told }) => told),
      first: heard.filter(({ sector }) => isOf(sector)).map(({ told }) => told),
    };
  };
  const met = [...chairs, ...heard, ...taken.map(({ item }) => ({ sector: item.leadSector }))].flatMap(
    ({ sector }) => (sector === null ? [] : [sector]),
  );
  const others = [...new Set(met)].filter((sector) => !groups.some((group) => group.includes(sector)));
  return {
    lines: [...groups, ...others.map((sector) => [sector]), null].map(lineOf),
    meetings: meetings.length,
    heard: heardAt.length,
    items: taken.length,
    itemsHeard: heard.length,
  };
}

/** Taken, and no procedure; what stands under another item is that item's. */
function itemsTaken({ items }: MeetingFacts): readonly ItemFact[] {
  return items.filter(({ kind, parent, reached }) => kind !== "procedural" && parent === null && reached);
}

function isWithin(group: Sectors, sectors: Sectors): boolean {
  return group.every((sector) => sectors.includes(sector));
}

function longestPresiding({ presiding }: MeetingFacts): Sector | null {
  return presiding.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]?.sector ?? null;
}

/** By the event that gave the floor; on an item and on what stands under it. */
function firstToSpeak({ floor, items }: MeetingFacts, { item }: ItemFact): TalkFact | null {
  const own = new Set(
    items.filter((each) => each.item === item || each.parent === item).map((each) => each.item),
  );
  const begun = (talk: TalkFact) => Math.min(...talk.seqs);
  return (
    partnerTalk(floor)
      .filter((talk) => own.has(talk.item) && talk.seqs.length > 0)
      .toSorted((a, b) => begun(a) - begun(b))[0] ?? null
  );
}

/** What a cell of the table is called in an address. */
export const VOICES = ["chaired", "led", "first"] as const;
export type Voiced = (typeof VOICES)[number];

export function sectorsKey(sectors: Sectors | null): string {
  return sectors === null ? "nobody" : sectors.join("+");
}
