import { describe, expect, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { after, given, type Happened } from "#tests/support/meeting-spec.ts";
import { adviser, chair, charity, clerk, county, observer, police } from "#tests/support/people.ts";
import type { Meeting } from "./state.ts";
import type { RequestKind, Speaker } from "./turn.ts";

const { items, seats, speaking } = board;
const itemId = items.budget;
const here: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
  [clerk, board.present(seats.charity, charity)],
];
const toCounty = speaking(seats.county);
const toPolice = speaking(seats.police);
const toCharity = speaking(seats.charity);
const ask = (speaker: Speaker, kind: RequestKind = "contribution") =>
  ({ type: "askToSpeak", speaker, kind }) as const;
const asked = (speaker: Speaker, kind: RequestKind = "contribution", aheadOf: Speaker | null = null) =>
  ({ type: "speakRequested", itemId, speaker, kind, aheadOf }) as const;
const waiting: readonly Happened[] = [
  ...here,
  [county, asked(toCounty)],
  [police, asked(toPolice, "question")],
  [charity, asked(toCharity, "challenge")],
];
const floorTo = (speaker: Speaker) =>
  ({ type: "floorGiven", itemId, speaker, kind: "discussion", invited: false }) as const;

const names = new Map<string, string>(Object.entries(seats).map(([name, id]) => [id, name]));
const order = ({ queue }: Meeting) =>
  queue.requests.map(({ speaker }) => (speaker.as === "seat" ? names.get(speaker.seat) : speaker.as));

describe("asking to speak", () => {
  test("puts a seat behind those who asked before it, whatever they ask for on the matter", () => {
    expect(order(after(...waiting))).toEqual(["county", "police", "charity"]);
  });

  test("a point of order goes before all but earlier ones, a point of information before the matter", () => {
    const ordered = given(...waiting)
      .when(police, ask(toPolice, "pointOfOrder"))
      .thenRecorded(asked(toPolice, "pointOfOrder", toCounty));
    expect(order(ordered)).toEqual(["police", "county", "charity"]);

    given(...waiting, [police, asked(toPolice, "pointOfOrder", toCounty)])
      .when(charity, ask(toCharity, "information"))
      .thenRecorded(asked(toCharity, "information", toCounty));
    given(...waiting, [police, asked(toPolice, "pointOfOrder", toCounty)])
      .when(charity, ask(toCharity, "pointOfOrder"))
      .thenRecorded(asked(toCharity, "pointOfOrder", toCounty));
  });

  test("another kind puts one anew where that kind stands; the same changes nothing", () => {
    given(...waiting)
      .when(county, ask(toCounty, "question"))
      .thenRecorded(asked(toCounty, "question"));
    given(...waiting)
      .when(county, ask(toCounty))
      .thenRefused({ code: "alreadyRecorded" });
  });

  test("is for a seat in which somebody sits, on the item the board is on", () => {
    given(...board.onBudget)
      .when(county, ask(toCounty))
      .thenRefused({ code: "seatEmpty" });
    given(...board.opened, [clerk, board.present(seats.county, county)])
      .when(county, ask(toCounty))
      .thenRefused({ code: "nothingOpen" });
  });

  test("one asks for one's own seat; the clerk for anybody, the public too; an adviser as a guest", () => {
    given(...here)
      .when(police, ask(toCounty))
      .thenRefused({ code: "notYours" });
    given(...here)
      .when(clerk, ask({ as: "public" }))
      .thenRecorded(asked({ as: "public" }));
    given(...here)
      .when(adviser, ask({ as: "guest" }))
      .thenRecorded(asked({ as: "guest" }));
    given(...here)
      .when(observer, ask({ as: "public" }))
      .thenRefused({ code: "roleMayNot", needed: ["chair", "viceChair", "clerk", "member", "adviser"] });
  });
});

describe("the chair's order", () => {
  test("a request is put in front of another, or last", () => {
    const first = given(...waiting)
      .when(chair, { type: "moveRequest", speaker: toCharity, aheadOf: toCounty })
      .thenRecorded({ type: "requestMoved", itemId, speaker: toCharity, aheadOf: toCounty });
    expect(order(first)).toEqual(["charity", "county", "police"]);

    const last = given(...waiting)
      .when(chair, { type: "moveRequest", speaker: toCounty, aheadOf: null })
      .thenRecorded({ type: "requestMoved", itemId, speaker: toCounty, aheadOf: null });
    expect(order(last)).toEqual(["police", "charity", "county"]);
  });

  test("where it stands already it is not put again", () => {
    for (const [speaker, aheadOf] of [
      [toCounty, toPolice],
      [toCharity, null],
      [toPolice, toPolice],
    ] as const) {
      given(...waiting)
        .when(chair, { type: "moveRequest", speaker, aheadOf })
        .thenRefused({ code: "nothingChanges" });
    }
  });

  test("only those who wait are moved, and only in front of those who wait", () => {
    for (const [speaker, aheadOf] of [
      [{ as: "guest" }, toCounty],
      [toCounty, { as: "guest" }],
    ] as const) {
      given(...waiting)
        .when(chair, { type: "moveRequest", speaker, aheadOf })
        .thenRefused({ code: "notInQueue" });
    }
  });
});

describe("what a board has switched off", () => {
  const { board: ofBoard } = board.registers;
  const registers = {
    ...board.registers,
    board: {
      ...ofBoard,
      rules: { ...ofBoard.rules, queueKinds: ["contribution", "pointOfOrder"] as RequestKind[] },
    },
  };
  const strict: readonly Happened[] = [...waiting, [clerk, { type: "registersRecorded", registers }]];

  test("is asked for by nobody, whoever presses; the rest is asked for as ever", () => {
    for (const person of [county, chair, clerk])
      given(...strict)
        .when(person, ask(toCounty, "question"))
        .thenRefused({ code: "kindSwitchedOff", kind: "question" });
    given(...strict)
      .when(county, ask(toCounty, "pointOfOrder"))
      .thenRecorded(asked(toCounty, "pointOfOrder", toPolice));
  });

  test("stays in the queue where it stands already, and is moved and called as ever", () => {
    expect(order(after(...strict))).toEqual(["county", "police", "charity"]);
    given(...strict)
      .when(chair, { type: "moveRequest", speaker: toCharity, aheadOf: toCounty })
      .thenRecorded({ type: "requestMoved", itemId, speaker: toCharity, aheadOf: toCounty });
  });
});

describe("leaving the queue", () => {
  test("whoever is given the floor waits no longer; the others move up", () => {
    expect(order(after(...waiting, [chair, floorTo(toPolice)]))).toEqual(["county", "charity"]);
  });

  test("one withdraws one's own request, and the chair lowers any hand", () => {
    const withdrawn = { type: "requestWithdrawn", itemId, speaker: toPolice } as const;
    for (const person of [police, chair]) {
      const left = given(...waiting)
        .when(person, { type: "withdrawRequest", speaker: toPolice })
        .thenRecorded(withdrawn);
      expect(order(left)).toEqual(["county", "charity"]);
    }
    given(...waiting)
      .when(county, { type: "withdrawRequest", speaker: toPolice })
      .thenRefused({ code: "notYours" });
  });

  test("it ends with its item, and the next begins with an open one", () => {
    const closed = after(
      ...waiting,
      [chair, { type: "queueClosed", itemId }],
      [chair, { type: "itemClosed", itemId, confirmed: [] }],
    );
    expect(closed.queue).toEqual({ isClosed: false, requests: [] });
  });

  test("a break keeps it", () => {
    const back = after(
      ...waiting,
      [chair, { type: "meetingAdjourned", reason: "" }],
      [chair, { type: "meetingResumed" }],
    );
    expect(order(back)).toEqual(["county", "police", "charity"]);
  });
});

describe("the last speaker", () => {
  const spoken: readonly Happened[] = [...waiting, [chair, floorTo(toPolice)], [chair, floorTo(toCounty)]];

  test("is put first again", () => {
    const recalled = given(...spoken)
      .when(chair, { type: "recallSpeaker" })
      .thenRecorded(asked(toPolice, "contribution", toCharity));
    expect(order(recalled)).toEqual(["police", "charity"]);
  });

  test("is not put first twice, nor when the seat is empty", () => {
    given(...spoken, [chair, asked(toPolice, "contribution", toCharity)])
      .when(chair, { type: "recallSpeaker" })
      .thenRefused({ code: "alreadyRecorded" });
    given(...spoken, [
      police,
      { type: "departureMarked", seat: seats.police, from: board.EVENING + board.MINUTE },
    ])
      .when(chair, { type: "recallSpeaker" })
      .thenRefused({ code: "seatEmpty" });
  });
});

describe("a closed list", () => {
  const shut: readonly Happened[] = [...waiting, [chair, { type: "queueClosed", itemId }]];

  test("is added to by the chair and the clerk alone; whoever is on it may still withdraw", () => {
    given(...shut)
      .when(adviser, ask({ as: "guest" }))
      .thenRefused({ code: "queueClosed" });
    given(...shut)
      .when(clerk, ask({ as: "guest" }))
      .thenRecorded(asked({ as: "guest" }));
    given(...shut)
      .when(county, { type: "withdrawRequest", speaker: toCounty })
      .thenRecorded({ type: "requestWithdrawn", itemId, speaker: toCounty });
  });

  test("is reopened, and neither is done twice", () => {
    given(...shut)
      .when(chair, { type: "closeQueue" })
      .thenRefused({ code: "alreadyRecorded" });
    given(...shut)
      .when(chair, { type: "reopenQueue" })
      .thenRecorded({ type: "queueReopened", itemId });
    given(...waiting)
      .when(chair, { type: "reopenQueue" })
      .thenRefused({ code: "alreadyRecorded" });
    for (const type of ["closeQueue", "reopenQueue", "recallSpeaker"] as const)
      given(...board.opened)
        .when(chair, { type })
        .thenRefused({ code: "nothingOpen" });
  });
});

describe("undone", () => {
  const SECOND = 1000;
  const back = (by: typeof chair, ...happened: readonly Happened[]) => {
    const meeting = after(...happened);
    const last = meeting.recent.at(-1);
    return given(...happened).when(by, { type: "undo", seq: last?.seq ?? 0 }, (last?.at ?? 0) + SECOND);
  };

  test("the floor given by mistake: its speaker stands where they stood", () => {
    const meeting = after(...waiting, [chair, floorTo(toPolice)]);
    const seq = meeting.recent.at(-1)?.seq ?? 0;
    const undone = back(chair, ...waiting, [chair, floorTo(toPolice)]).thenRecorded({
      type: "actUndone",
      undoes: seq,
      itemId,
    });
    expect(order(undone)).toEqual(["county", "police", "charity"]);
    expect(undone.floor).toBeNull();
  });

  test("others may have asked since", () => {
    const happened: readonly Happened[] = [...waiting, [chair, floorTo(toPolice)]];
    const seq = after(...happened).recent.at(-1)?.seq ?? 0;
    const undone = given(...happened, [clerk, asked({ as: "public" })])
      .when(chair, { type: "undo", seq })
      .thenRecorded({ type: "actUndone", undoes: seq, itemId });
    expect(order(undone)).toEqual(["county", "police", "charity", "public"]);
  });

  test("closing an item by mistake gives its queue back, but a request is not undone past it", () => {
    const closed: Happened = [chair, { type: "itemClosed", itemId, confirmed: [] }];
    const seq = after(...waiting, closed).recent.at(-1)?.seq ?? 0;
    const undone = back(chair, ...waiting, closed).thenRecorded({ type: "actUndone", undoes: seq, itemId });
    expect(order(undone)).toEqual(["county", "police", "charity"]);

    const request = after(...waiting).recent.at(-1)?.seq ?? 0;
    given(...waiting, closed)
      .when(charity, { type: "undo", seq: request })
      .thenRefused({ code: "builtUpon" });
  });
});
