// The cells of the table are checked in `permissions.test.ts`; here, whom a command would give a part in an item, and
// what is told of an item in more ways than one.
import { describe, test } from "vitest";
import * as board from "#tests/support/board.ts";
import { given, type Happened } from "#tests/support/meeting-spec.ts";
import * as people from "#tests/support/people.ts";
import type { Command } from "./commands.ts";

const { entries, items, seats } = board;
const { chair, charity, charityDeputy, clerk, county, police, viceChair } = people;

const reason = "Said at the meeting.";
const inBudget = { itemId: items.budget };
const sat: readonly Happened[] = [
  ...board.onBudget,
  [clerk, board.present(seats.county, county)],
  [clerk, board.present(seats.police, police)],
];
const countyBarred: Happened = [county, board.interested(items.budget, county)];
const theirs = { code: "theirInterest", ...inBudget } as const;
const own = { code: "interestDeclared", ...inBudget } as const;

describe("whom a command would give a part in an item", () => {
  const speaker = board.speaking(seats.county);
  const voices: readonly Command[] = [
    { type: "giveFloor", speaker, kind: "discussion", invited: false },
    { type: "askToSpeak", speaker, kind: "question" },
    { type: "inviteSeat", seat: seats.county },
    { ...board.challenge, speaker },
    { ...board.money, speaker },
    { ...board.decision, speaker },
    { ...board.action, speaker },
    { ...board.note, speaker },
  ];
  test.each(voices.map((command) => [command.type, command] as const))(
    "%s is refused for a seat whose person has an interest",
    (_type, command) => {
      given(...sat, countyBarred)
        .when(clerk, command)
        .thenRefused(theirs);
    },
  );

  test("a substitute without an interest speaks for the seat", () => {
    const barred: Happened = [charity, board.interested(items.budget, charity)];
    const substituted: Happened = [
      clerk,
      { ...board.present(seats.charity, charityDeputy), outcome: "substitute", as: "substitute" },
    ];
    const speaking = { speaker: board.speaking(seats.charity), kind: "discussion", invited: false } as const;
    given(...sat, barred, substituted)
      .when(chair, { type: "giveFloor", ...speaking })
      .thenRecorded({ type: "floorGiven", ...inBudget, ...speaking });
  });

  test("an answer for a seat whose person has an interest is refused", () => {
    given(
      ...sat,
      [police, { ...board.recorded.challenge, speaker: board.speaking(seats.police) }],
      countyBarred,
    )
      .when(clerk, {
        type: "respondToChallenge",
        entryId: entries.challenge,
        speaker,
        kind: "answered",
        text: "No.",
        promisedBy: null,
        heardAt: null,
      })
      .thenRefused(theirs);
  });

  test("an invitation is taken by nobody with an interest, and may be declined for them", () => {
    const invited: Happened = [chair, { type: "seatInvited", ...inBudget, seat: seats.county }];
    const answer = { type: "answerInvitation", seat: seats.county } as const;
    given(...sat, invited, countyBarred)
      .when(clerk, { ...answer, takes: true })
      .thenRefused(theirs);
    given(...sat, invited, countyBarred)
      .when(clerk, { ...answer, takes: false })
      .thenRecorded({ type: "invitationAnswered", ...inBudget, seat: seats.county, takes: false });
  });

  test("the last speaker is not recalled who has declared since", () => {
    const floor = { type: "floorGiven", ...inBudget, kind: "discussion", invited: false } as const;
    given(...sat, [chair, { ...floor, speaker }], countyBarred)
      .when(chair, { type: "recallSpeaker" })
      .thenRefused(theirs);
  });

  test("the chair is not taken by whoever has an interest in the open item", () => {
    given(...board.onBudget, [viceChair, board.interested(items.budget, viceChair)])
      .when(chair, { type: "takeChair", presiding: viceChair })
      .thenRefused(theirs);
  });
});

describe("a chair with an interest", () => {
  const barred: Happened = [chair, board.interested(items.budget, chair)];
  const handOver = { code: "chairHasInterest", ...inBudget } as const;
  const handedOver: Happened = [chair, { type: "chairTaken", presiding: viceChair, seat: seats.cityTwo }];

  test("hands over before the item is opened, whoever opens it", () => {
    for (const by of [chair, clerk]) {
      given(...board.opened, barred)
        .when(by, { type: "openItem", ...inBudget })
        .thenRefused(handOver);
    }
    given(...board.opened, barred, handedOver)
      .when(viceChair, { type: "openItem", ...inBudget })
      .thenRecorded({ type: "itemOpened", ...inBudget });
  });

  test("may hand over during the item", () => {
    given(...board.onBudget, barred)
      .when(chair, { type: "takeChair", presiding: viceChair })
      .thenRecorded({ type: "chairTaken", presiding: viceChair, seat: seats.cityTwo });
  });

  test("does not run the item meanwhile, and nothing is agreed on their word", () => {
    given(...board.onBudget, barred)
      .when(chair, { type: "closeQueue" })
      .thenRefused(own);
    given(
      ...board.onBudget,
      [county, board.recorded.decision],
      [chair, { type: "decisionReadBack", ...inBudget, entryId: entries.decision }],
      barred,
    )
      .when(clerk, { type: "agreeDecision", entryId: entries.decision, method: "consensus" })
      .thenRefused(handOver);
  });
});

describe("an interest in an item", () => {
  test("bars from its parts too", () => {
    given(...board.published, [clerk, board.interested(items.housing, clerk)])
      .when(clerk, { type: "removeItem", itemId: items.homes, reason: "" })
      .thenRefused({ code: "interestDeclared", itemId: items.homes });
  });

  test("bars from giving it parts", () => {
    const heading = board.heading("Rents");
    given(...board.published, [clerk, board.interested(items.budget, clerk)])
      .when(clerk, {
        type: "addItem",
        itemId: board.unknown.item,
        parent: items.budget,
        after: null,
        heading,
        description: "",
        papers: [],
        reason: "",
      })
      .thenRefused(own);
  });

  test("bars from taking back what one did on it, and not from what one did elsewhere", () => {
    const happened: readonly Happened[] = [...board.onBudget, [county, board.recorded.note], countyBarred];
    given(...happened)
      .when(county, { type: "undo", seq: happened.length - 1 })
      .thenRefused(own);

    const elsewhere: readonly Happened[] = [
      ...board.onBudget,
      [county, board.interested(items.land, county)],
    ];
    given(...elsewhere)
      .when(county, board.note)
      .thenRecorded(board.recorded.note);
  });

  test("bars from the record of it after the meeting", () => {
    given(
      ...board.onBudget,
      [county, board.recorded.challenge],
      countyBarred,
      [chair, { type: "itemClosed", ...inBudget, confirmed: [] }],
      [chair, { type: "meetingClosed" }],
    )
      .when(county, { type: "strikeOutEntry", entryId: entries.challenge, reason })
      .thenRefused(own);
  });
});
