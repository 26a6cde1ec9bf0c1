// A small board and one evening's agenda, always the same: what a test needs to begin with, valid throughout.
import {
  BoardId,
  EntryId,
  ItemId,
  MeetingId,
  ObjectiveId,
  PartnerId,
  PotId,
  SeatId,
  VoteId,
} from "#domain/ids.ts";
import type { RecordAction } from "#domain/meeting/actions.ts";
import type { RecordChallenge } from "#domain/meeting/challenges.ts";
import type { ProposeDecision } from "#domain/meeting/decisions.ts";
import type { EventOf, Heading, MeetingEvent } from "#domain/meeting/events.ts";
import type { RecordEvidence } from "#domain/meeting/evidence.ts";
import type { RecordMoneyPoint } from "#domain/meeting/money.ts";
import type { RecordNote } from "#domain/meeting/notes.ts";
import type { Registers } from "#domain/meeting/registers.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import type { Happened } from "./meeting-spec.ts";
import * as people from "./people.ts";
import { chair, clerk } from "./people.ts";

const uuid = (kind: number, n: number) =>
  `00000000-0000-4000-8000-000000000${kind}${String(n).padStart(2, "0")}`;

export const meetingId = MeetingId.parse(uuid(2, 1));
export const otherMeetingId = MeetingId.parse(uuid(2, 2));
export const boardId = BoardId.parse(uuid(3, 1));

export const partners = {
  city: PartnerId.parse(uuid(4, 1)),
  county: PartnerId.parse(uuid(4, 2)),
  police: PartnerId.parse(uuid(4, 3)),
  university: PartnerId.parse(uuid(4, 4)),
  firm: PartnerId.parse(uuid(4, 5)),
  charity: PartnerId.parse(uuid(4, 6)),
};

export const seats = {
  city: SeatId.parse(uuid(5, 1)),
  cityTwo: SeatId.parse(uuid(5, 2)),
  county: SeatId.parse(uuid(5, 3)),
  police: SeatId.parse(uuid(5, 4)),
  university: SeatId.parse(uuid(5, 5)),
  firm: SeatId.parse(uuid(5, 6)),
  charity: SeatId.parse(uuid(5, 7)),
  vacant: SeatId.parse(uuid(5, 8)),
  /** The adviser's, which does not count towards the quorum. */
  expert: SeatId.parse(uuid(5, 9)),
};

export const items = {
  minutes: ItemId.parse(uuid(6, 1)),
  budget: ItemId.parse(uuid(6, 2)),
  housing: ItemId.parse(uuid(6, 3)),
  homes: ItemId.parse(uuid(6, 4)),
  rents: ItemId.parse(uuid(6, 5)),
  land: ItemId.parse(uuid(6, 6)),
};

export const entries = {
  decision: EntryId.parse(uuid(7, 1)),
  challenge: EntryId.parse(uuid(7, 2)),
  money: EntryId.parse(uuid(7, 3)),
  action: EntryId.parse(uuid(7, 4)),
  note: EntryId.parse(uuid(7, 5)),
  evidence: EntryId.parse(uuid(7, 6)),
};

export const votes = {
  recorded: VoteId.parse(uuid(0, 1)),
  secret: VoteId.parse(uuid(0, 2)),
  tied: VoteId.parse(uuid(0, 3)),
};

export const objective = ObjectiveId.parse(uuid(8, 1));
export const otherObjective = ObjectiveId.parse(uuid(8, 2));
export const thirdObjective = ObjectiveId.parse(uuid(8, 3));
export const pot = PotId.parse(uuid(9, 1));

export const unknown = {
  partner: PartnerId.parse(uuid(4, 99)),
  seat: SeatId.parse(uuid(5, 99)),
  item: ItemId.parse(uuid(6, 99)),
  entry: EntryId.parse(uuid(7, 99)),
  objective: ObjectiveId.parse(uuid(8, 99)),
  pot: PotId.parse(uuid(9, 99)),
  vote: VoteId.parse("00000000-0000-4000-8000-000000000a99"),
};

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
/** When the first event of a test's meeting is recorded: 24 November 2026, 18:00 in London. */
export const EVENING = Date.UTC(2026, 10, 24, 18);

type Seat = Registers["seats"][number];
const seat = (id: SeatId, partnerId: PartnerId, code: string, who: Partial<Seat>): Seat => ({
  id,
  partnerId,
  label: code,
  code,
  level: 3,
  full: true,
  principal: null,
  substitutes: [],
  ...who,
});
const known = (id: (typeof people)[keyof typeof people], partnerId: PartnerId | null) =>
  ({ id, partnerId, level: 3, post: "Director", elected: null }) as const;

export const registers: Registers = {
  board: {
    id: boardId,
    name: "Strategic board",
    layer: "strategic",
    rules: { quorum: 4, remoteCounts: true, detailLimit: 25, turnSeconds: 180 },
  },
  partners: [
    { id: partners.city, name: "City", code: "CIT", sector: "local-authority", tier: "lower" },
    { id: partners.county, name: "County", code: "COU", sector: "local-authority", tier: "upper" },
    { id: partners.police, name: "Police", code: "POL", sector: "other-public", tier: null },
    { id: partners.university, name: "University", code: "UNI", sector: "education", tier: null },
    { id: partners.firm, name: "Works", code: "WRK", sector: "private", tier: null },
    { id: partners.charity, name: "Shelter", code: "SHE", sector: "voluntary-community", tier: null },
  ],
  seats: [
    seat(seats.city, partners.city, "CIT", { principal: people.chair, level: 4 }),
    seat(seats.cityTwo, partners.city, "CIT2", { principal: people.viceChair }),
    seat(seats.county, partners.county, "COU", { principal: people.county }),
    seat(seats.police, partners.police, "POL", { principal: people.police }),
    seat(seats.university, partners.university, "UNI", { principal: people.university }),
    seat(seats.firm, partners.firm, "WRK", { principal: people.firm }),
    seat(seats.charity, partners.charity, "SHE", {
      principal: people.charity,
      substitutes: [people.charityDeputy],
    }),
    seat(seats.vacant, partners.firm, "WRK2", {}),
    seat(seats.expert, partners.university, "UNI2", { principal: people.adviser, full: false }),
  ],
  people: [
    { ...known(people.chair, partners.city), level: 4, elected: "Leader" },
    known(people.viceChair, partners.city),
    known(people.clerk, partners.city),
    known(people.county, partners.county),
    known(people.police, partners.police),
    known(people.university, partners.university),
    known(people.firm, partners.firm),
    known(people.charity, partners.charity),
    known(people.charityDeputy, partners.charity),
    known(people.newcomer, partners.charity),
    known(people.adviser, null),
    known(people.observer, null),
    known(people.scrutineer, null),
  ],
  roles: [
    { personId: people.chair, role: "chair" },
    { personId: people.viceChair, role: "viceChair" },
    { personId: people.clerk, role: "clerk" },
    { personId: people.otherClerk, role: "clerk" },
    { personId: people.county, role: "member" },
    { personId: people.police, role: "member" },
    { personId: people.university, role: "member" },
    { personId: people.firm, role: "member" },
    { personId: people.charity, role: "member" },
    { personId: people.charityDeputy, role: "member" },
    { personId: people.adviser, role: "adviser" },
    { personId: people.observer, role: "observer" },
    { personId: people.scrutineer, role: "scrutiny" },
  ],
  objectives: [
    { id: objective, title: "Low carbon" },
    { id: otherObjective, title: "Affordable housing" },
    { id: thirdObjective, title: "Regeneration" },
  ],
  pots: [{ id: pot, title: "Reward grant" }],
};

export type ItemHeading = EventOf<"itemAdded">["heading"];

export function heading(title: string, with_: Partial<ReturnType<typeof Heading.parse>> = {}): ItemHeading {
  return {
    title,
    kind: "discussion",
    plannedFocus: "strategy",
    plannedMinutes: 20,
    startsAt: null,
    lead: null,
    objectives: [],
    openness: { kind: "open" },
    routineMoney: false,
    numbered: true,
    ...with_,
  };
}

export const restricted = { kind: "restricted", ground: "Paragraph 3", reviewOn: null } as const;

const details = {
  title: "Strategic board",
  startsAt: EVENING,
  lengthMinutes: 120,
  place: "Town hall",
};

const add = (
  itemId: ItemId,
  after: ItemId | null,
  parent: ItemId | null,
  about: ItemHeading,
): MeetingEvent => ({ type: "itemAdded", itemId, parent, after, heading: about, reason: "" });

/** A meeting in draft, with nothing on its agenda yet. */
export const made: readonly Happened[] = [
  [clerk, { type: "meetingCreated", meetingId, boardId, ...details }],
  [clerk, { type: "registersRecorded", registers }],
];

/** 1 minutes, 2 budget, 3 housing with 3a homes and 3b rents, 4 land (restricted). */
export const drafted: readonly Happened[] = [
  ...made,
  [clerk, add(items.minutes, null, null, heading("Minutes", { kind: "procedural" }))],
  [clerk, add(items.budget, items.minutes, null, heading("Budget", { kind: "decision" }))],
  [clerk, add(items.housing, items.budget, null, heading("Housing"))],
  [clerk, add(items.homes, null, items.housing, heading("New homes"))],
  [clerk, add(items.rents, items.homes, items.housing, heading("Rents", { plannedFocus: null }))],
  [clerk, add(items.land, items.housing, null, heading("Land sale", { openness: restricted }))],
];

export const published: readonly Happened[] = [...drafted, [clerk, { type: "agendaPublished" }]];

export const opened: readonly Happened[] = [
  ...published,
  [chair, { type: "meetingOpened", presiding: chair, seat: seats.city, recording: clerk }],
];

export const onBudget: readonly Happened[] = [
  ...opened,
  [chair, { type: "itemOpened", itemId: items.budget }],
];

export const closed: readonly Happened[] = [
  ...onBudget,
  [chair, { type: "itemClosed", itemId: items.budget, confirmed: [] }],
  [chair, { type: "meetingClosed" }],
];

export const speaking = (seatId: SeatId): Speaker => ({ as: "seat", seat: seatId });

export const present = (seatId: SeatId, person: EventOf<"attendanceMarked">["person"], from = EVENING) =>
  ({
    type: "attendanceMarked",
    seat: seatId,
    outcome: "principal",
    person,
    as: "principal",
    mode: "inPerson",
    reason: "",
    from,
  }) as const;

/** A prejudicial interest of somebody's in an item, declared by themselves. */
export const interested = (itemId: ItemId, person: EventOf<"interestDeclared">["person"]) =>
  ({
    type: "interestDeclared",
    itemId,
    person,
    kind: "prejudicial",
    nature: "My brother is the tenant.",
  }) as const;

/** One valid line of each kind, said by the county on the budget unless told otherwise. */
const said = { itemId: items.budget, speaker: speaking(seats.county) };

export const decision: ProposeDecision = {
  type: "proposeDecision",
  entryId: entries.decision,
  ...said,
  text: "To fund forty homes.",
  substantive: null,
  objectives: [objective],
  contributing: [seats.county],
  owner: seats.city,
  due: "2027-01-31",
  reasons: "",
  options: "",
  moneyEffect: "",
  reportBack: null,
};

export const challenge: RecordChallenge = {
  type: "recordChallenge",
  entryId: entries.challenge,
  ...said,
  text: "What happens if the grant is late?",
  target: partners.police,
  topic: "money",
};

export const money: RecordMoneyPoint = {
  type: "recordMoneyPoint",
  entryId: entries.money,
  ...said,
  text: "We can put in a hundred thousand.",
  ownPartner: partners.county,
  moneyKind: "pooled",
  amount: { kind: "stated", pence: 10_000_000 },
  period: "2027",
  source: "Revenue",
  pot,
  stage: "offered",
};

export const action: RecordAction = {
  type: "recordAction",
  entryId: entries.action,
  ...said,
  text: "Write to the ministry.",
  owner: seats.county,
  due: "2027-01-31",
  size: "small",
  decision: null,
};

export const note: RecordNote = { type: "recordNote", entryId: entries.note, ...said, text: "Noted." };

export const evidence: RecordEvidence = {
  type: "recordEvidence",
  entryId: entries.evidence,
  ...said,
  text: "Housing needs survey 2026.",
  provider: seats.city,
  circulated: true,
  commonDefinition: false,
  told: "Need has grown by a fifth.",
  obstacle: null,
};

const numbered = <C extends { readonly type: string }>(command: C) => ({ ...command, no: 1 });

/** The same lines as they stand in the log when they are the first on their item. */
export const recorded = {
  decision: { ...numbered(decision), type: "decisionProposed", substantive: true },
  challenge: { ...numbered(challenge), type: "challengeRecorded" },
  money: { ...numbered(money), type: "moneyPointRecorded" },
  action: { ...numbered(action), type: "actionRecorded" },
  note: { ...numbered(note), type: "noteRecorded" },
  evidence: { ...numbered(evidence), type: "evidenceRecorded" },
} as const satisfies Record<string, MeetingEvent>;
