// One entry as a paragraph of minutes. An entry recorded in error or undone is not minuted; one taken back is.
import type {
  Action,
  Challenge,
  ChallengeResponse,
  Decision,
  Entry,
  Evidence,
  MoneyPoint,
} from "#domain/meeting/entry.ts";
import type { Speaker } from "#domain/meeting/turn.ts";
import { type Choice, outcomeOf, type Vote } from "#domain/meeting/vote.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { Named, Paragraph } from "./minutes.ts";
import { amountText, dueText, ended, listText } from "./wording.ts";

type Said = Pick<Paragraph, "lead" | "words" | "after">;

export function paragraphOf(entry: Entry, named: Named): Said | null {
  if (entry.standing === "undone" || entry.standing === "struckOut") return null;
  switch (entry.kind) {
    case "decision":
      return decided(entry, named);
    case "challenge":
      return challenged(entry, named);
    case "money":
      return moneyTold(entry, named);
    case "action":
      return acted(entry, named);
    case "evidence":
      return evidenced(entry, named);
    case "note":
      return { lead: "It was noted:", words: ended(entry.text), after: "" };
    default:
      return unreachable(entry);
  }
}

function speakerText(speaker: Speaker, named: Named): string {
  if (speaker.as === "seat") return named.seat(speaker.seat);
  return {
    chair: "The chair",
    officer: "The support team",
    guest: "A guest",
    public: "A member of the public",
  }[speaker.as];
}

const METHODS = {
  consensus: "by consensus",
  vote: "by a vote",
  delegated: "by delegation",
  chairsSummary: "on the chair’s summing up",
} as const;

/** A vote whose result was made known. */
export function votedText(vote: Vote): string {
  const came = (vote.counts ?? []).map(({ choice, count }) => `${count} ${CHOSEN[choice]}`);
  const outcome = outcomeOf(vote);
  const casting = vote.castingVote ? ", on the chair’s casting vote" : "";
  const kind = vote.kind === "vote" ? "a vote" : "a temperature check";
  return [
    `There was ${vote.secret ? "a secret vote" : kind}: ${listText(came)}.`,
    outcome && outcome !== "tied" ? `It was ${outcome}${casting}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const CHOSEN: Readonly<Record<Choice, string>> = {
  for: "for",
  against: "against",
  abstain: "abstaining",
  agree: "agreeing",
  liveWith: "able to live with it",
  object: "objecting",
  block: "blocking",
};

function decided(entry: Decision, named: Named): Said {
  const { text, agreed, owner, due, reasons, options, moneyEffect, contributing, reportBack } = entry;
  if (entry.standing === "withdrawn") return framed("It was proposed", text, "The proposal was withdrawn.");
  const voted = named.voted(entry.id);
  const notAgreed = [voted, "It was not agreed at this meeting."].filter(Boolean).join(" ");
  if (!agreed) return framed("It was proposed", text, notAgreed);
  const by = due === null ? "" : `, by ${dueText(due)}`;
  const after = [
    voted,
    `Agreed ${METHODS[agreed.method]}${agreed.quorate === false ? ", without a quorum" : ""}.`,
    reasons === "" ? null : `Reasons: ${ended(reasons)}`,
    options === "" ? null : `Options considered: ${ended(options)}`,
    moneyEffect === "" ? null : `Effect on money: ${ended(moneyEffect)}`,
    contributing.length === 0 ? null : `Contributing: ${listText(contributing.map(named.seat))}.`,
    owner === null ? due && `To be done by ${dueText(due)}.` : `${named.seat(owner)} was to lead${by}.`,
    reportBack && `To be reported back to ${reportBack.body} on ${dueText(reportBack.on)}.`,
  ];
  return framed("It was agreed", text, after.filter(Boolean).join(" "));
}

/** "It was agreed that …", where the wording allows it without a change. */
function framed(lead: string, text: string, after: string): Said {
  const [first = "", ...rest] = text.split(" ");
  const joins = first === "That" || first === "To";
  return {
    lead: joins ? `${lead} ${first.toLowerCase()}` : `${lead}:`,
    words: ended(joins ? rest.join(" ") : text),
    after,
  };
}

function challenged(entry: Challenge, named: Named): Said {
  const whom = entry.target === "partnership" ? "the partnership" : named.partner(entry.target);
  const lead = `${speakerText(entry.speaker, named)} asked ${whom}:`;
  const words = ended(entry.text);
  if (entry.standing === "withdrawn") return { lead, words, after: "The challenge was withdrawn." };
  const last = entry.responses.at(-1);
  return { lead, words, after: last ? answered(last, named) : "No answer was recorded." };
}

function answered({ kind, speaker, text, promisedBy, heardAt }: ChallengeResponse, named: Named): string {
  const since = heardAt === null ? "" : ", at a later meeting";
  const by = promisedBy === null ? "" : ` by ${dueText(promisedBy)}`;
  const what = {
    answered: `${speakerText(speaker, named)} answered${since}`,
    actionAgreed: `${speakerText(speaker, named)} agreed to act${by}${since}`,
    decisionChanged: `The decision was changed${since}`,
    deferred: `An answer was promised${by}`,
    notAnswered: "It was not answered",
  }[kind];
  return text === "" ? `${what}.` : `${what}: ${ended(text)}`;
}

const MONEY_KINDS = {
  pooled: "pooled",
  aligned: "aligned",
  "grant-or-transfer": "grant or transfer",
  procurement: "procurement",
  "in-kind": "in kind",
  saving: "saving",
  pressure: "pressure",
  "reward-grant": "reward grant",
} as const;

function moneyTold(entry: MoneyPoint, named: Named): Said {
  const { speaker, ownPartner, amount, period, moneyKind, stage } = entry;
  const who = speakerText(speaker, named);
  const whose = speaker.as === "seat" && named.seat(speaker.seat).startsWith(named.partner(ownPartner));
  const of = whose ? "" : ` of ${named.partner(ownPartner)}’s money`;
  const sum = amountText(amount);
  const how = [MONEY_KINDS[moneyKind], stage, period].filter((word) => word !== "").join(", ");
  const told =
    sum === null ? `spoke${of === "" ? " of its money" : of} and gave no figure` : `named ${sum}${of}`;
  return { lead: `${who} ${told} (${how}):`, words: ended(entry.text), after: "" };
}

const OBSTACLES = {
  systems: "the systems that hold it do not talk to each other",
  formats: "it is kept in formats that differ",
  unwilling: "somebody was unwilling to share it",
  didNotExist: "it does not exist",
} as const;

function evidenced(entry: Evidence, named: Named): Said {
  const { text, provider, circulated, commonDefinition, told, obstacle } = entry;
  const words = ended(text);
  if (obstacle !== null) {
    return { lead: "There was no evidence to rest on:", words, after: `${capital(OBSTACLES[obstacle])}.` };
  }
  const from = provider === null ? "a body outside the board" : named.seat(provider);
  const after = [
    circulated ? "It was sent to all before the meeting" : "It was not sent to all before the meeting",
    commonDefinition ? "and rests on a common definition." : "and rests on no common definition.",
    told === "" ? "" : `It told the board: ${ended(told)}`,
  ];
  return { lead: `Evidence from ${from}:`, words, after: after.filter((part) => part !== "").join(" ") };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const BECAME = {
  toDo: "",
  begun: "Begun since.",
  done: "Done since.",
  dropped: "Dropped since.",
  redated: "Re-dated since.",
} as const;

function acted(entry: Action, named: Named): Said {
  const owner = entry.owner === null ? "the support team" : named.seat(entry.owner);
  const due = entry.originalDue ?? entry.due;
  return {
    lead: `Action for ${owner}${due === null ? "" : `, by ${dueText(due)}`}:`,
    words: ended(entry.text),
    after: BECAME[entry.status],
  };
}
