import { describe, expect, test } from "vitest";
import { afterWorkingDays } from "#domain/calendar.ts";
import type { DecisionFact } from "#domain/facts/facts.ts";
import { type KeptRegisters, NOTHING_KEPT } from "#domain/registers/kept.ts";
import {
  action,
  agreed,
  base,
  DAY,
  decision,
  evidence,
  focus,
  held,
  item,
  MINUTE,
  money,
  resultAt,
  stageOf,
  update,
} from "#tests/support/held-facts.ts";
import { newItem, newObjective } from "#tests/support/ids.ts";
import { business, OPENED_AT } from "#tests/support/played-meeting.ts";
import { agendaDiscipline } from "./agenda-discipline.ts";
import { decisionFollowThrough } from "./decision-follow-through.ts";
import { jointObjectiveDecisions } from "./joint-objective-decisions.ts";
import { pooledOver } from "./period.ts";
import { resourceSteeringBalance } from "./resource-steering-balance.ts";
import { scrutinyReadiness } from "./scrutiny-readiness.ts";
import { sharedDataUse } from "./shared-data-use.ts";
import { strategyLineOfSight } from "./strategy-line-of-sight.ts";

const at = (days: number) => OPENED_AT + days * DAY;
const [one, two, three] = base.seats as [
  (typeof base.seats)[0],
  (typeof base.seats)[0],
  (typeof base.seats)[0],
];
const firm = base.seats[3] as (typeof base.seats)[0];

describe("agenda-discipline", () => {
  test("counts an item not reached as nought and an unplanned one as unplanned", () => {
    const items = [
      item({ openMs: 40 * MINUTE, addedForDebate: 6 }),
      item({ openMs: 30 * MINUTE }),
      item({ openMs: 30 * MINUTE }),
      item({ openMs: 0, reached: false }),
      item({ plannedMinutes: null, openMs: 20 * MINUTE }),
      item({ business: false, plannedMinutes: 5, openMs: 50 * MINUTE }),
      item({ parent: newItem(), plannedMinutes: 5, openMs: 50 * MINUTE }),
    ];
    expect(resultAt(agendaDiscipline, held(0, { items }))).toMatchObject({
      value: 50,
      companions: {
        absoluteDeviation: 60,
        planned: 120,
        itemsNotReached: 1,
        debateMinutes: 6,
        withoutDebate: expect.closeTo(55),
        startLateMinutes: 0,
      },
    });
  });

  test("is floored at nought, and silent where a plan is missing", () => {
    const over = [item({ plannedMinutes: 10, openMs: 90 * MINUTE })];
    expect(resultAt(agendaDiscipline, held(0, { items: over }))).toMatchObject({ value: 0 });
    const bare = [item(), item({ plannedMinutes: null })];
    expect(resultAt(agendaDiscipline, held(0, { items: bare }))).toEqual({
      kind: "notRecorded",
      why: "plan",
      recorded: 0.5,
      needed: 0.8,
    });
    expect(resultAt(agendaDiscipline, held(0, { items: [item({ plannedMinutes: 0 })] }))).toMatchObject({
      why: "noPlan",
    });
    expect(resultAt(agendaDiscipline, held(0, { items: [] }))).toMatchObject({ why: "noBusiness" });
  });
});

describe("strategy-line-of-sight", () => {
  const [homes, air, old] = [newObjective(), newObjective(), newObjective()];
  const linked = (minutes: number, ...objectives: (typeof homes)[]) =>
    item({ openMs: minutes * MINUTE, objectives });
  const facts = (...items: ReturnType<typeof item>[]) => held(0, { items, objectives: [homes, air] });

  test("takes the time of items linked beforehand to an objective that is current", () => {
    const items = [
      linked(40, homes),
      linked(20, homes, air),
      linked(5, air),
      linked(5, air),
      linked(20, old),
    ];
    expect(resultAt(strategyLineOfSight, facts(...items))).toMatchObject({
      value: expect.closeTo((70 / 90) * 100),
      companions: { objectives: 2, objectivesTouched: 2, touchedShare: 100 },
    });
  });

  test("is not recorded while fewer than four in five items are linked", () => {
    expect(resultAt(strategyLineOfSight, facts(linked(40, homes), linked(50)))).toEqual({
      kind: "notRecorded",
      why: "objectives",
      recorded: 0.5,
      needed: 0.8,
    });
  });

  test("says that there are no objectives, by the log and by the register", () => {
    const none = held(0, { items: [linked(90, homes)], objectives: [] });
    expect(resultAt(strategyLineOfSight, none)).toEqual({
      kind: "tooLittle",
      of: "objectives",
      have: 0,
      need: 1,
    });
    const kept = (from: number, until: number | null): KeptRegisters => ({
      ...NOTHING_KEPT,
      objectives: [{ id: homes, from, until }],
    });
    expect(resultAt(strategyLineOfSight, none, { kept: kept(at(-9), null) })).toMatchObject({ value: 100 });
    expect(resultAt(strategyLineOfSight, none, { kept: kept(at(-9), at(-1)) })).toMatchObject({
      kind: "tooLittle",
    });
  });

  test("keeps in mind which objectives came up in the year before", () => {
    const earlier = held(-60, { items: [linked(90, air)], objectives: [homes, air] });
    const now = facts(linked(90, homes));
    expect(resultAt(strategyLineOfSight, now, { board: [earlier, now] })).toMatchObject({
      companions: { objectivesTouched: 2 },
    });
    expect(resultAt(strategyLineOfSight, now)).toMatchObject({ companions: { objectivesTouched: 1 } });
  });
});

describe("joint-objective-decisions", () => {
  const homes = newObjective();
  const saidOf = (fact: DecisionFact, more: Partial<typeof base> = {}) =>
    resultAt(jointObjectiveDecisions, held(0, { decisions: [fact], ...more }));
  const joint = { numerator: 1, denominator: 1 };
  const single = { numerator: 0, denominator: 1 };

  test("counts partners that owe something, and nobody named for nothing", () => {
    const named = decision(0, { objectives: [homes], owner: one.seat, contributing: [two.seat, three.seat] });
    expect(saidOf(named)).toMatchObject({ ...single, companions: { singlePartner: 1 } });
    expect(saidOf(named, { actions: [action(0, null, { owner: two.seat })] })).toMatchObject(joint);
    // somebody else's action on the item is no contribution to the decision
    expect(saidOf(named, { actions: [action(0, null, { owner: firm.seat })] })).toMatchObject(single);
    const follows = action(0, null, { owner: firm.seat, decision: named.entry });
    expect(saidOf(named, { actions: [follows] })).toMatchObject({
      ...joint,
      companions: { acrossSectors: 1 },
    });
  });

  test("takes money offered on the item as a resource, and no mention, saving or pressure", () => {
    const named = decision(0, { objectives: [homes], owner: one.seat, contributing: [two.seat] });
    const offered = { ownPartner: two.partner, stages: [stageOf(0, "offered" as const, 100)] };
    expect(saidOf(named, { money: [money(0, 100, offered)] })).toMatchObject(joint);
    expect(saidOf(named, { money: [money(0, 100, { ownPartner: two.partner })] })).toMatchObject(single);
    expect(saidOf(named, { money: [money(0, 100, { ...offered, moneyKind: "saving" })] })).toMatchObject(
      single,
    );
  });

  test("takes an offer only once it counts, and the figure as provisional until then", () => {
    const named = decision(0, { objectives: [homes], owner: one.seat, contributing: [two.seat] });
    const offered = { ownPartner: two.partner, stages: [stageOf(0, "offered" as const, 100)] };
    const offer = (countsFrom: number | null) => ({ money: [money(0, 100, { ...offered, countsFrom })] });
    const waiting = held(0, { decisions: [named], ...offer(at(7)) });
    expect(resultAt(jointObjectiveDecisions, waiting, { asOf: at(6) })).toMatchObject({
      ...single,
      provisional: true,
    });
    expect(resultAt(jointObjectiveDecisions, waiting, { asOf: at(7) })).toMatchObject({
      ...joint,
      provisional: false,
    });
    // disputed: it never counts
    expect(saidOf(named, offer(null))).toMatchObject({ ...single, provisional: false });
  });

  test("needs the objective too", () => {
    const unlinked = decision(0, { owner: one.seat });
    const follows = action(0, null, { owner: firm.seat, decision: unlinked.entry });
    expect(saidOf(unlinked, { actions: [follows] })).toMatchObject({ ...single, companions: { linked: 0 } });
    expect(resultAt(jointObjectiveDecisions, held(0))).toMatchObject({ why: "noDecisions" });
  });
});

describe("resource-steering-balance", () => {
  test("is of resources and performance alone, with the decisions that move money beside it", () => {
    const facts = held(0, {
      focus: focus(
        ["resources", 15],
        ["performance-headline", 5],
        ["performance-detail", 40],
        ["strategy", 30],
      ),
      decisions: [decision(0, { movesMoney: true }), decision(0)],
    });
    expect(resultAt(resourceSteeringBalance, facts)).toMatchObject({
      value: 25,
      companions: { byDecisions: 50 },
    });
  });

  test("is not applicable below ten minutes, and not recorded where nobody set the focus", () => {
    const little = held(0, { focus: focus(["resources", 4], ["performance-detail", 5], ["strategy", 81]) });
    expect(resultAt(resourceSteeringBalance, little)).toEqual({
      kind: "notApplicable",
      why: "littleSteering",
    });
    expect(resultAt(resourceSteeringBalance, held(0))).toMatchObject({ kind: "notRecorded", why: "focus" });
  });
});

describe("decision-follow-through", () => {
  // meetings on 16 July, 14 September and 13 November 2026
  const first = held(0, {
    actions: [
      action(0, "2026-08-20", { updates: [update(30, "done")] }),
      action(0, "2026-09-14", { updates: [update(61, "done")], size: "large" }),
      action(0, "2026-09-01", { updates: [update(5, "redated", { due: "2026-12-01" })] }),
      action(0, "2026-09-01", { updates: [update(20, "dropped")] }),
      // dropped once the meeting was over
      action(0, "2026-09-01", { updates: [update(70, "dropped")] }),
      action(0, "2026-09-15", { updates: [update(30, "done")] }),
      action(0, null),
      action(0, "2026-07-16", { withdrawnAt: at(1) }),
    ],
  });
  const second = held(60, { actions: [action(60, "2026-09-14", { updates: [] })] });
  const third = held(120);
  const board = [first, second, third];
  const asOf = at(200);

  test("holds an action to its first day, in the meeting up to which that came", () => {
    const result = resultAt(decisionFollowThrough, second, { board, asOf });
    expect(result).toMatchObject({
      numerator: 1,
      denominator: 5,
      companions: {
        droppedByAgreement: 1,
        late: 1,
        open: 3,
        redated: 1,
        large: 1,
        largeOnTime: 0,
        doneByNow: 40,
      },
    });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "half",
      "open",
      "gone",
      "open",
      "open",
    ]);
    // what was recorded at an earlier meeting is found in its record
    expect(result.kind === "value" && result.evidence.map(({ meeting }) => meeting ?? null)).toEqual([
      ...Array(5).fill(first.meetingId),
      null,
    ]);
    expect(resultAt(decisionFollowThrough, third, { board, asOf })).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    expect(resultAt(decisionFollowThrough, first, { board, asOf })).toEqual({
      kind: "notApplicable",
      why: "noActionsDue",
    });
  });

  test("takes no action as done that was opened again", () => {
    const reopened = held(0, {
      actions: [action(0, "2026-07-16", { updates: [update(0, "done"), update(1, "begun")] })],
    });
    expect(resultAt(decisionFollowThrough, reopened, { asOf: at(2) })).toMatchObject({ numerator: 0 });
  });
});

describe("shared-data-use", () => {
  const items = [
    item(),
    item({ kind: "decision" }),
    item(),
    item({ kind: "information" }),
    item({ reached: false }),
  ];
  const on = (place: number) => ({ item: items[place]?.item ?? business });

  test("needs evidence that was both circulated and counted alike", () => {
    const facts = held(0, {
      items,
      evidence: [
        evidence(0, on(0)),
        evidence(0, { ...on(0), provider: null }),
        evidence(0, { ...on(1), circulated: false }),
        evidence(0, { ...on(2), obstacle: "formats" }),
        evidence(0, on(3)),
        evidence(0, { ...on(2), withdrawnAt: at(0) }),
      ],
    });
    expect(resultAt(sharedDataUse, facts)).toMatchObject({
      numerator: 1,
      denominator: 3,
      companions: { withObstacle: 1, partnersProviding: 1 },
    });
  });

  test("of a year does not count a partner once for each meeting at which it provided evidence", () => {
    const year = [0, 60, 120, 180].map((days) =>
      held(days, { items, evidence: [evidence(0, { ...on(0), at: at(days) })] }),
    );
    const result = pooledOver(sharedDataUse, year, { from: at(0), to: at(365) }, at(400));
    expect(result).toMatchObject({ kind: "value", numerator: 4, denominator: 12 });
    expect(result.kind === "value" && "partnersProviding" in result.companions).toBe(false);
  });

  test("is not recorded where nobody told of any, nor why there was none", () => {
    expect(resultAt(sharedDataUse, held(0, { items }))).toMatchObject({
      kind: "notRecorded",
      why: "evidence",
    });
  });

  test("needs three items", () => {
    const told = [evidence(0, on(0))];
    expect(resultAt(sharedDataUse, held(0, { items: items.slice(0, 2), evidence: told }))).toMatchObject({
      of: "items",
      have: 2,
    });
    expect(resultAt(sharedDataUse, held(0, { items: [] }))).toEqual({
      kind: "notApplicable",
      why: "noItems",
    });
  });
});

describe("scrutiny-readiness", () => {
  const open = item({ item: business });
  const told = (since: number) => ({
    reasons: since,
    options: since,
    moneyEffect: since,
    ownerAndDue: since,
  });
  const asked = { asked: true, items: [] };
  const readOn = afterWorkingDays(at(0) + 90 * MINUTE, 10);

  test("reads a decision as it stood ten working days after", () => {
    const decisions = [
      decision(0, { toldSince: told(at(0)) }),
      decision(0, { toldSince: { ...told(at(0)), options: readOn + 1 } }),
      decision(0, { agreed: agreed(0, { quorate: false }) }),
    ];
    const facts = held(0, { items: [open], decisions, interests: asked });
    const result = resultAt(scrutinyReadiness, facts, { asOf: readOn + DAY });
    expect(result).toMatchObject({
      numerator: 8 + 7 + 3,
      denominator: 24,
      provisional: false,
      companions: { fullyComplete: expect.closeTo(100 / 3) },
    });
    expect(result.kind === "value" && result.evidence.map(({ fill }) => fill)).toEqual([
      "full",
      "half",
      "open",
    ]);
    expect(resultAt(scrutinyReadiness, facts, { asOf: readOn - 1 })).toMatchObject({ provisional: true });
  });

  test("asks a restricted item for its ground and its day, and a meeting for its interests", () => {
    const saidOf = (more: Parameters<typeof item>[0], interests: (typeof base)["interests"]) =>
      resultAt(
        scrutinyReadiness,
        held(0, { items: [item({ item: business, ...more })], decisions: [decision(0)], interests }),
      );
    const none = { asked: false, items: [] };
    expect(saidOf({}, asked)).toMatchObject({ numerator: 4 });
    expect(saidOf({}, none)).toMatchObject({ numerator: 3 });
    expect(saidOf({}, { asked: false, items: [business] })).toMatchObject({ numerator: 4 });
    expect(saidOf({ restricted: true, ground: "3" }, asked)).toMatchObject({ numerator: 3 });
    expect(saidOf({ restricted: true, ground: "3", reviewOn: "2027-01-01" }, asked)).toMatchObject({
      numerator: 4,
    });
  });

  test("tells of scrutiny's recommendations of the year, and of what it took up", () => {
    const facts = held(0, { items: [open], decisions: [decision(0)] });
    const recommendation = { id: "1", received: "2026-03-01", due: "2026-05-01", response: null };
    const kept: KeptRegisters = {
      ...NOTHING_KEPT,
      scrutiny: [
        { ...recommendation, answered: "2026-05-01" },
        { ...recommendation, answered: "2026-05-02" },
        { ...recommendation, due: "2026-09-01", answered: null },
        { ...recommendation, due: "2024-09-01", answered: null },
      ],
      itemsTakenUp: [{ on: "2026-10-01", meetingId: facts.meetingId }],
    };
    expect(resultAt(scrutinyReadiness, facts, { kept })).toMatchObject({
      companions: { recommendationsDue: 2, recommendationsAnswered: 1, answeredInTime: 50, itemsTakenUp: 1 },
    });
    expect(resultAt(scrutinyReadiness, held(0))).toEqual({ kind: "notApplicable", why: "noDecisions" });
  });
});
