// Facts of meetings as no clerk would make them: whatever a meeting may hold, in any combination.
import fc from "fast-check";
import { dayOf } from "#domain/calendar.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { ItemId } from "#domain/ids.ts";
import { INDICATORS } from "#domain/indicators/all.ts";
import { MoneyKind, MoneyStage, Obstacle, ResponseKind, Topic } from "#domain/meeting/entry.ts";
import { Focus, ItemKind } from "#domain/meeting/item.ts";
import { Sector } from "#domain/meeting/registers.ts";
import type { KeptRegisters } from "#domain/registers/kept.ts";
import {
  action,
  agreed,
  challenge,
  DAY,
  decision,
  evidence,
  held,
  item,
  MINUTE,
  money,
  seat,
  sitting,
  stageOf,
  talk,
  update,
} from "./held-facts.ts";
import { newObjective } from "./ids.ts";
import { OPENED_AT } from "./played-meeting.ts";

const minutes = fc.integer({ min: 0, max: 120 });
const days = fc.integer({ min: 0, max: 400 });
const sector = fc.constantFrom<Sector>(
  ...Sector.options,
  "private",
  "voluntary-community",
  "local-authority",
);
const focus = fc.constantFrom<Focus>(...Focus.options, "performance-detail", "performance-detail");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const objectives = [newObjective(), newObjective()];

const aSeat = fc
  .record({
    sector,
    full: fc.boolean(),
    vacant: fc.boolean(),
    tier: maybe(fc.constantFrom("lower" as const, "upper" as const, "unitary" as const)),
    as: fc.constantFrom("principal" as const, "substitute" as const, "standIn" as const),
    present: minutes,
    presiding: fc.constantFrom(0, 0, 30),
    spoke: maybe(minutes),
    asked: maybe(fc.boolean()),
  })
  .map(({ present, presiding, spoke, asked, as, vacant, ...more }) =>
    seat({
      ...more,
      vacant: vacant && present === 0,
      presentMs: present * MINUTE,
      presidingMs: Math.min(present, presiding) * MINUTE,
      firstSpokeMs: spoke === null ? null : spoke * MINUTE,
      sittings: present === 0 ? [] : [sitting(present, { as })],
      invitations: asked === null ? [] : [{ seq: 3, atMs: 0, spoke: asked }],
    }),
  );

const anItem = fc
  .record({
    kind: fc.constantFrom(...ItemKind.options),
    plannedMinutes: maybe(minutes),
    addedForDebate: fc.integer({ min: 0, max: 20 }),
    open: minutes,
    reached: fc.boolean(),
    objectives: fc.subarray(objectives),
    restricted: fc.boolean(),
    routineMoney: fc.boolean(),
  })
  .map(({ open, ...more }) => item({ ...more, openMs: open * MINUTE, business: more.kind !== "procedural" }));

type Seats = MeetingFacts["seats"];

function entriesOn(items: readonly ItemId[], seats: Seats) {
  const on = fc.record({ item: fc.constantFrom(...items), at: days });
  const who = fc.constantFrom(...seats);
  const counts = (at: number, isCounted: boolean) => ({
    countsFrom: isCounted ? OPENED_AT + at * DAY : null,
  });
  return fc.record({
    challenges: fc.array(
      fc
        .record({
          on,
          who,
          target: maybe(sector),
          topic: fc.constantFrom(...Topic.options),
          isCounted: fc.boolean(),
          kind: maybe(fc.constantFrom(...ResponseKind.options)),
          notSatisfied: fc.boolean(),
        })
        .map(({ on: { item: of, at }, who: by, target, kind, isCounted, ...more }) =>
          challenge(at, {
            ...more,
            ...counts(at, isCounted),
            item: of,
            seat: by.seat,
            sector: by.sector,
            target: target === null ? "partnership" : { partner: by.partner, sector: target },
            responses:
              kind === null
                ? []
                : [{ seq: 31, at: OPENED_AT + at * DAY, kind, promisedBy: null, heardAt: null }],
          }),
        ),
      { maxLength: 12 },
    ),
    money: fc.array(
      fc
        .record({
          on,
          who,
          moneyKind: fc.constantFrom(...MoneyKind.options),
          pence: maybe(fc.integer({ min: 0, max: 10 ** 13 })),
          stage: fc.constantFrom(...MoneyStage.options),
          isCounted: fc.boolean(),
          restricted: fc.boolean(),
        })
        .map(({ on: { item: of, at }, who: by, pence, stage, isCounted, restricted, ...more }) =>
          money(at, restricted ? null : pence, {
            ...more,
            ...counts(at, isCounted),
            restricted,
            item: of,
            seat: by.seat,
            ownPartner: by.partner,
            stages: [
              stageOf(at, "mentioned", restricted ? null : pence),
              stageOf(at + 30, stage, restricted ? null : pence),
            ],
          }),
        ),
      { maxLength: 8 },
    ),
    decisions: fc.array(
      fc
        .record({
          on,
          who,
          substantive: fc.boolean(),
          isAgreed: fc.boolean(),
          quorate: fc.boolean(),
          told: maybe(days),
          councillors: fc.subarray(["Leader"]),
          objectives: fc.subarray(objectives),
          movesMoney: fc.boolean(),
        })
        .map(({ on: { item: of, at }, who: by, isAgreed, quorate, told, councillors, ...more }) => {
          const since = told === null ? null : OPENED_AT + told * DAY;
          return decision(at, {
            ...more,
            item: of,
            owner: by.seat,
            contributing: seats.map((each) => each.seat),
            reportBack: told === null ? null : { body: "Cabinet", on: "2026-09-01" },
            agreed: isAgreed ? agreed(at, { quorate, councillors }) : null,
            toldSince: { reasons: since, options: since, moneyEffect: since, ownerAndDue: since },
          });
        }),
      { maxLength: 6 },
    ),
    actions: fc.array(
      fc
        .record({
          on,
          who,
          due: maybe(fc.constantFrom("2026-07-10", "2026-07-16", "2026-09-01", "2027-01-01")),
          done: maybe(days),
          status: fc.constantFrom("done" as const, "dropped" as const, "begun" as const),
        })
        .map(({ on: { item: of, at }, who: by, due, done, status }) =>
          action(at, due, { item: of, owner: by.seat, updates: done === null ? [] : [update(done, status)] }),
        ),
      { maxLength: 6 },
    ),
    evidence: fc.array(
      fc
        .record({
          on,
          who,
          circulated: fc.boolean(),
          commonDefinition: fc.boolean(),
          obstacle: maybe(fc.constantFrom(...Obstacle.options)),
        })
        .map(({ on: { item: of, at }, who: by, ...more }) =>
          evidence(at, { ...more, item: of, provider: by.seat }),
        ),
      { maxLength: 6 },
    ),
  });
}

const aPulse = fc
  .record({
    present: fc.nat(30),
    counts: fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }),
    noView: fc.nat(3),
    hasOfficers: fc.boolean(),
  })
  .map(({ present, counts, noView, hasOfficers }) => ({
    seq: 70,
    present,
    floor: 5,
    answered: counts.reduce((all, each) => all + each, noView),
    questions: [2, 3].map((question) => ({ question, counts, noView })),
    officers: hasOfficers ? { question: 3, counts, noView } : null,
  }));

/** One meeting, `openedOn` days after the first. */
function anyMeeting(openedOn: number): fc.Arbitrary<MeetingFacts> {
  return fc
    .record({
      seats: fc.array(aSeat, { minLength: 1, maxLength: 14 }),
      items: fc.array(anItem, { minLength: 1, maxLength: 5 }),
      business: fc.constantFrom(0, 20, 90, 90, 90),
      pulse: maybe(aPulse),
      attributed: fc.constantFrom(0, 0.5, 0.9, 1, 1.2),
      objectives: fc.subarray(objectives),
      asked: fc.boolean(),
    })
    .chain(({ seats, items, business, attributed, asked, ...more }) => {
      const ids = items.map(({ item: id }) => id);
      const turns = fc.array(
        fc
          .record({
            who: fc.constantFrom(...seats),
            spoken: minutes,
            voice: fc.constantFrom("seat" as const, "chair" as const, "officer" as const),
            of: fc.constantFrom(...ids),
            on: focus,
          })
          .map(({ who, spoken, voice, of, on }) =>
            talk(who, spoken, { voice, item: of, byFocus: spoken === 0 ? {} : { [on]: spoken * MINUTE } }),
          ),
        { maxLength: 12 },
      );
      const stretches = fc.array(fc.record({ of: fc.constantFrom(...ids), on: focus, spent: minutes }), {
        maxLength: 6,
      });
      return fc
        .record({ talk: turns, stretches, entries: entriesOn(ids, seats) })
        .map(({ talk: all, stretches: parts, entries }) =>
          held(openedOn, {
            ...more,
            ...entries,
            seats,
            items,
            businessMs: business * MINUTE,
            interests: { asked, items: [] },
            presiding: [
              {
                from: 0,
                to: 1,
                businessMs: business * MINUTE,
                seat: seats[0]?.seat ?? null,
                sector: seats[0]?.sector ?? null,
              },
            ],
            floor: { attributedMs: attributed * business * MINUTE, chairMedianMs: null, talk: all },
            focus: withinBusiness(parts, business),
          }),
        );
    });
}

/** A focus lasts no longer than the business did. */
function withinBusiness(
  parts: readonly { readonly of: ItemId; readonly on: Focus; readonly spent: number }[],
  business: number,
): MeetingFacts["focus"] {
  const all = parts.reduce((total, { spent }) => total + spent, 0);
  // sometimes all of it, so that what needs it whole is reached too
  const scale = all === 0 ? 0 : parts.length % 2 === 1 ? business / all : Math.min(1, business / all);
  return parts.map(({ of, on, spent }, i) => ({
    seq: 8 + i,
    item: of,
    focus: on,
    ms: Math.floor(spent * scale * MINUTE),
  }));
}

/** A board of a few meetings, and what clerks keep beside them. */
export const anyBoard = fc
  .tuple(anyMeeting(0), anyMeeting(60), anyMeeting(120), anyMeeting(200))
  .chain((board) =>
    fc
      .array(
        fc.record({
          hours: maybe(fc.integer({ min: 0, max: 80 })),
          ratePence: maybe(fc.integer({ min: 0, max: 9000 })),
          estimated: fc.boolean(),
        }),
        { maxLength: 5 },
      )
      .map((roles) => ({
        board,
        kept: {
          objectives: [],
          support: board.map(({ meetingId }) => ({
            meetingId,
            roles: roles.map((role, i) => ({
              ...role,
              role: `Role ${i}`,
              employer: null,
              sector: null,
              category: "policy" as const,
              in: "cash" as const,
            })),
            otherCosts: [],
          })),
          scrutiny: [],
          itemsTakenUp: [],
          happenings: [
            { happened: "election", what: "All seats.", on: dayOf(board[1].openedAt), letter: "a" },
          ],
          findings: [],
          partitions: INDICATORS.map(({ id: indicator }) => ({
            id: indicator,
            indicator,
            meetingId: board[2].meetingId,
            reason: "A new format",
          })),
        } satisfies KeptRegisters,
      })),
  );
