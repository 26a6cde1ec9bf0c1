// The sample's kept lines, each with the steps by which it became what it is.
import type { Temporal } from "temporal-polyfill";
import type { BoardId, LineId, PersonId } from "#domain/ids.ts";
import { LineId as Id } from "#domain/ids.ts";
import type { Holds } from "#domain/registers/lines.ts";
import { financialYearOf } from "#domain/registers/resources.ts";
import { boardId, CLERK, objectiveId, partnerId, potId, seatId } from "./cast.ts";
import { type Chance, chanceOf, sampleId } from "./chance.ts";
import { dayAfter, momentOf } from "./days.ts";
import {
  FINDINGS,
  HAPPENED_OUTSIDE,
  OBJECTIVES_KEPT,
  POTS_KEPT,
  RATES,
  READINGS,
  RECOMMENDATIONS,
  SUPPORT_ROLES,
  TAKEN_UP,
} from "./kept-content.ts";
import type { Player } from "./player.ts";

export type KeptStep = { readonly at: number; readonly by: PersonId; readonly holds: Holds };

export type KeptSample = {
  readonly id: LineId;
  readonly boardId: BoardId | null;
  /** The first puts it down. */
  readonly steps: readonly [KeptStep, ...KeptStep[]];
};

const DAY = 86_400_000;
const BOARD = "strategic";
/** Until this meeting nobody counted; the last cycle waits to be filled. */
const UNCOUNTED = 6;

const lineId = (name: string): LineId => Id.parse(sampleId(`line ${name}`));

/** What was kept about a board that has held these meetings, the earliest first. */
export function keptLines(today: Temporal.PlainDate, held: readonly Player[]): readonly KeptSample[] {
  return [
    ...support(today, held),
    ...scrutiny(held),
    ...objectives(today),
    ...potLines(today),
    ...notes(held),
  ];
}

function kept(name: string, of: BoardId | null, at: number, ...holds: readonly Holds[]): KeptSample {
  const [first, ...later] = holds.map((each, place) => ({
    at: at + place * 40 * DAY,
    by: CLERK,
    holds: each,
  }));
  if (!first) throw new Error(`sample: nothing is kept of ${name}`);
  return { id: lineId(name), boardId: of, steps: [first, ...later] };
}

function closeOf(held: readonly Player[], number: number): number {
  const at = held[number - 1]?.meeting().closedAt;
  if (at == null) throw new Error(`sample: no meeting ${number}`);
  return at;
}

function support(today: Temporal.PlainDate, held: readonly Player[]): readonly KeptSample[] {
  const chance = chanceOf("support");
  const of = boardId(BOARD);
  const roles = SUPPORT_ROLES.map((role) => {
    const at = closeOf(held, role.after) + DAY;
    const holds: Holds = {
      kind: "supportRole",
      name: role.name,
      employer: partnerId(role.employer),
      category: role.category,
      means: role.means,
      band: role.band,
      from: dayAfter(at, 0),
      until: null,
    };
    if (role.left === null) return kept(`role ${role.key}`, of, at, holds);
    const left = closeOf(held, role.left);
    const steps = kept(`role ${role.key}`, of, at, holds);
    const ended = { at: left + DAY, by: CLERK, holds: { ...holds, until: dayAfter(left, 0) } };
    return { ...steps, steps: [steps.steps[0], ended] } satisfies KeptSample;
  });
  const years = [5, 4, 3, 2, 1, 0];
  const rates = RATES.flatMap(({ band, pence, rise }) =>
    years.map((ago, place) => {
      const from = today.subtract({ years: ago + 1 }).with({ month: 4, day: 1 });
      return kept(`rate ${band} ${ago}`, of, momentOf(from, "09:30"), {
        kind: "supportRate",
        band,
        pencePerHour: pence + place * rise,
        from: from.toString(),
      });
    }),
  );
  const cycles = held.flatMap((player, place) => {
    const number = place + 1;
    if (number <= UNCOUNTED) return [];
    const last = number === held.length;
    return [cycleOf({ player, number, chance, isLast: last, at: closeOf(held, number) + 4 * DAY })];
  });
  return [...roles, ...rates, ...cycles];
}

type CycleAsked = {
  readonly player: Player;
  readonly number: number;
  readonly chance: Chance;
  readonly isLast: boolean;
  readonly at: number;
};

function cycleOf({ player, number, chance, isLast, at }: CycleAsked): KeptSample {
  const of = boardId(BOARD);
  // partners' own staff forget now and then; of the last cycle they have not been asked yet
  const counted = SUPPORT_ROLES.filter(
    ({ employer, after, left }) =>
      after < number &&
      (left === null || number <= left) &&
      (employer === "CTY" || (!isLast && number !== 15 && number !== 21)),
  );
  const hard = number >= 19 && number <= 24;
  const hours = counted.map(({ key, hours: [least, most], guessed }) => ({
    roleId: lineId(`role ${key}`),
    hours: Math.max(0, chance.between(least, most) - (hard ? 6 : 0)),
    estimated: guessed && chance.isOnce(0.8),
  }));
  const conference = number % 6 === 0;
  const costs = [
    cost("Room and refreshments", "meetings", "CTY", chance.between(140, 260) * 100),
    ...(conference ? [cost("Autumn conference", "meetings", "CHA", chance.between(1_800, 2_600) * 100)] : []),
    ...(number % 4 === 1
      ? [cost("Printing the action plan", "information", "CTY", chance.between(180, 420) * 100)]
      : []),
  ];
  return kept(`cycle ${number}`, of, at, { kind: "supportCycle", meetingId: player.meetingId, hours, costs });
}

function cost(what: string, category: "meetings" | "information", bearer: string, pence: number) {
  return { what, category, bearer: partnerId(bearer), means: "cash" as const, pence };
}

function scrutiny(held: readonly Player[]): readonly KeptSample[] {
  const of = boardId(BOARD);
  return [
    ...RECOMMENDATIONS.map(({ after, answered, text, committee, answer, words = "", decided }, place) => {
      const received = closeOf(held, after) + 9 * DAY;
      const open = {
        kind: "recommendation",
        text,
        committee,
        received: dayAfter(received, 0),
        due: dayAfter(received, 56),
        response: null,
        decision: null,
      } as const;
      const line = kept(`recommendation ${place}`, of, received + DAY, open);
      if (answered === null || !answer) return line;
      const on = closeOf(held, answered);
      const response = { answer, on: dayAfter(on, 1), words };
      const decision = decided ? decisionOf(held[answered - 1], decided) : null;
      const step = { at: on + 2 * DAY, by: CLERK, holds: { ...open, response, decision } };
      return { ...line, steps: [line.steps[0], step] } satisfies KeptSample;
    }),
    ...READINGS.map(({ meeting, by, found }, place) =>
      kept(`reading ${place}`, of, closeOf(held, meeting) + 31 * DAY, {
        kind: "sampleReading",
        meetingId: meetingOf(held, meeting),
        readBy: by,
        on: dayAfter(closeOf(held, meeting), 30),
        found,
      }),
    ),
    ...TAKEN_UP.map(({ meeting, what, committee }, place) =>
      kept(`taken up ${place}`, of, closeOf(held, meeting) + 22 * DAY, {
        kind: "scrutinyItem",
        what,
        committee,
        on: dayAfter(closeOf(held, meeting), 20),
        meetingId: meetingOf(held, meeting),
      }),
    ),
  ];
}

function notes(held: readonly Player[]): readonly KeptSample[] {
  const of = boardId(BOARD);
  return [
    ...HAPPENED_OUTSIDE.map(({ after, happened, what }, place) =>
      kept(`happened ${place}`, of, closeOf(held, after) + 30 * DAY, {
        kind: "happening",
        happened,
        what,
        on: dayAfter(closeOf(held, after), 28),
      }),
    ),
    ...FINDINGS.map(({ meeting, indicator, side, words }, place) =>
      kept(`finding ${place}`, of, closeOf(held, meeting + 1) + 12 * DAY, {
        kind: "finding",
        indicator,
        meetingId: meetingOf(held, meeting),
        side,
        words,
      }),
    ),
  ];
}

function meetingOf(held: readonly Player[], number: number) {
  const player = held[number - 1];
  if (!player) throw new Error(`sample: no meeting ${number}`);
  return player.meetingId;
}

/** The decision agreed on an open item in words that begin so. */
function decisionOf(player: Player | undefined, words: string) {
  const items = player?.meeting().items ?? [];
  const agreed = items
    .filter(({ openness }) => openness.kind === "open")
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.kind === "decision" && entry.status === "agreed" && entry.text.startsWith(words));
  return player && agreed ? { meetingId: player.meetingId, entryId: agreed.id } : null;
}

function objectives(today: Temporal.PlainDate): readonly KeptSample[] {
  const year = financialYearOf(today.toString());
  return OBJECTIVES_KEPT.flatMap(({ title, from, evidence, champions, resources }) => {
    const id = { objectiveId: objectiveId(title) };
    const day = (ago: number) => today.subtract({ years: ago }).with({ month: 5, day: 12 });
    const at = (ago: number) => momentOf(day(ago), "11:00");
    return [
      kept(`term ${title}`, null, at(from), {
        kind: "objectiveTerm",
        ...id,
        from: day(from).toString(),
        until: null,
      }),
      ...evidence.map(({ ago, source, says }) =>
        kept(`evidence ${title} ${source}`, null, at(ago), {
          kind: "objectiveEvidence",
          ...id,
          source,
          says,
          on: day(ago).toString(),
        }),
      ),
      ...champions.map(({ ago, who }, place) => {
        const next = champions[place + 1];
        const seat = who.startsWith("/") ? seatId(BOARD, who.slice(1)) : null;
        return kept(`champion ${title} ${who}`, null, at(ago), {
          kind: "objectiveChampion",
          ...id,
          champion: seat ? { of: "seat", seatId: seat } : { of: "partner", partnerId: partnerId(who) },
          from: day(ago).toString(),
          until: next ? day(next.ago).subtract({ days: 1 }).toString() : null,
        });
      }),
      ...[2, 1, 0].flatMap((ago) =>
        // knowledge grew: in the first year every other partner said
        resources
          .filter((_, place) => ago < 2 || place % 2 === 0)
          .map(({ partner, kind, thousands: [least, most], source }) => {
            const share = 1 - ago * 0.04;
            const pence = (thousands: number) => Math.round(thousands * share) * 100_000;
            return kept(
              `resource ${title} ${partner} ${ago}`,
              null,
              momentOf(today.subtract({ years: ago, months: 4 }), "15:00"),
              {
                kind: "resource",
                ...id,
                partnerId: partnerId(partner),
                resourceKind: kind,
                year: year - ago,
                fromPence: pence(least),
                toPence: pence(most),
                source,
              },
            );
          }),
      ),
    ];
  });
}

function potLines(today: Temporal.PlainDate): readonly KeptSample[] {
  return POTS_KEPT.map(({ name, partners, thousands, from, until }) => {
    const day = (ago: number) => today.subtract({ years: ago }).with({ month: 4, day: 1 });
    return kept(`pot ${name}`, null, momentOf(day(from), "09:00"), {
      kind: "pot",
      potId: potId(name),
      partners: partners.map(partnerId),
      pence: thousands === null ? null : thousands * 100_000,
      from: day(from).toString(),
      until: until === null ? null : day(until).subtract({ days: 1 }).toString(),
    });
  });
}
