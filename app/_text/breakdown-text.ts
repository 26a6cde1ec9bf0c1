// The parts a figure is made of, named.
import {
  focusWord,
  moneyKindWord,
  moneyStageWord,
  obstacleWord,
  purposeWords,
  sectorWord,
  topicWord,
} from "#app/_text/words.ts";
import type { Check } from "#domain/indicators/scrutiny-readiness.ts";
import { Sector } from "#domain/meeting/registers.ts";
import { agreement } from "./assessment-text.ts";
import { categoryWord } from "./line-text.ts";
import { capital, listed } from "./numbers.ts";

export const breakdownText = {
  topic: { title: "What challenges were about" },
  sectorRaising: { title: "Which sectors raised them" },
  whoToWhom: { title: "Who challenged whom" },
  outcome: { title: "What became of them" },
  moneyKind: { title: "What kind of money" },
  candour: { title: "How plainly it was put" },
  focus: { title: "What the time went on" },
  seatsBySector: { title: "Seats at the agreed level, by sector" },
  filledBySector: { title: "Seats filled, by sector" },
  substitutesBySector: { title: "Seats by a substitute, by sector" },
  talkBySector: { title: "Talk and seats, by sector" },
  chairByItemKind: { title: "The chair’s talk, by kind of item" },
  councillors: { title: "Councillors in the room, by office" },
  joint: { title: "Who owes something to a decision" },
  ownerSector: { title: "On time, by the sector that owes it" },
  decisionsFollowed: { title: "On time, by the decision behind it" },
  moneyStages: { title: "Mentioned, offered, agreed, spent" },
  obstacles: { title: "Why there was no evidence" },
  checks: { title: "The eight checks" },
  answers: { title: "The five answers" },
  supportCategory: { title: "What it goes on" },
  supportBearer: { title: "Who bears it" },
} as const;

type By = keyof typeof breakdownText;

const checks: Readonly<Record<Check, string>> = {
  wordingAndDate: "Wording and date",
  reasons: "Reasons",
  options: "Options considered",
  interests: "Interests, or none",
  quorumAndPresent: "Quorum and who was there",
  moneyEffect: "Effect on money",
  ownerAndDue: "Owner and day",
  openness: "Openness, or the ground against it",
};

/** The names of parts, by what they are parts of; sectors have their own. */
const PARTS: Readonly<Partial<Record<By, Readonly<Record<string, string>>>>> = {
  topic: topicWord,
  moneyKind: moneyKindWord,
  focus: focusWord,
  chairByItemKind: purposeWords,
  moneyStages: moneyStageWord,
  obstacles: obstacleWord,
  checks,
  supportCategory: categoryWord,
  outcome: {
    full: "Answered",
    half: "Promised by a date",
    open: "No answer",
    gone: "Withdrawn, not counted",
  },
  candour: {
    stated: "Figure stated",
    bounded: "A range, or no period or source",
    unstated: "No figure given",
  },
  councillors: { leader: "Leader", cabinet: "Cabinet", scrutiny: "Scrutiny", other: "Other councillors" },
  joint: {
    acrossSectors: "Partners of several sectors",
    joint: "Several partners of one sector",
    single: "One partner",
    nobody: "Nobody yet",
  },
  decisionsFollowed: {
    joint: "Joint decisions",
    single: "Decisions of one partner",
    noDecision: "No decision named",
  },
  answers: Object.fromEntries(agreement.map((word, place) => [place + 1, word])),
};

export function partText(by: By, part: string | readonly Sector[]): string {
  if (typeof part !== "string") return sectorsText(part);
  if (by === "whoToWhom") {
    const [from = "", to = ""] = part.split(">").map((sectors) => sectorsText(sectors.split("+")));
    return `${from} to ${to.toLowerCase()}`;
  }
  return capital(PARTS[by]?.[part] ?? part);
}

function sectorsText(sectors: readonly string[]): string {
  const [first = "", ...rest] = sectors.map((each) => {
    const sector = Sector.safeParse(each);
    return sector.success ? sectorWord[sector.data] : each;
  });
  return listed([first, ...rest.map((word) => word.toLowerCase())]);
}
