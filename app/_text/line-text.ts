// What clerks keep beside the meetings, in words: each line field by field, as its history tells it.
import type {
  Answered,
  Champion,
  HappeningKind,
  Holds,
  LineKind,
  Means,
  SupportCategory,
} from "#domain/registers/lines.ts";
import { financialYearText } from "#domain/registers/resources.ts";
import { unreachable } from "#domain/unreachable.ts";
import { money, moneyRange, noonOf, plainDate } from "./dates.ts";
import { indicatorWords } from "./indicator-text.ts";
import { capital, listed, uncapital } from "./numbers.ts";
import { moneyKindWord } from "./words.ts";

export const categoryWord: Readonly<Record<SupportCategory, string>> = {
  policy: "Policy and strategy",
  research: "Research and intelligence",
  information: "Gathering information",
  meetings: "Meetings and events",
  website: "Website",
  other: "Other",
};

export const meansWord: Readonly<Record<Means, string>> = { cash: "In cash", inKind: "In kind" };

export const answeredWord: Readonly<Record<Answered, string>> = {
  accept: "Accepted",
  part: "Accepted in part",
  notAccept: "Not accepted",
};

export const lineKindWord: Readonly<Record<LineKind, string>> = {
  supportRole: "Support role",
  supportRate: "Rate",
  supportCycle: "Cycle",
  recommendation: "Recommendation",
  sampleReading: "Reading of a record",
  scrutinyItem: "Item taken up",
  objectiveTerm: "Dates of an objective",
  objectiveEvidence: "Evidence",
  objectiveChampion: "Champion",
  resource: "Known resource",
  pot: "Pot of money",
  finding: "What a signal means",
  happening: "What happened outside",
  partition: "Recalculation",
};

export const happenedWord: Readonly<Record<HappeningKind, string>> = {
  chair: "New chair",
  format: "New format",
  partners: "Partners",
  election: "Election",
  money: "Money",
  other: "Other",
};

/** Of which meetings a note speaks, by their side of the line. */
export const sideWord = { "+": "higher than usual", "-": "lower than usual", run: "unlike chance" } as const;

/** The names of what a line names; a meeting is named by the moment it begins. */
export type Naming = {
  readonly [what in "partner" | "objective" | "pot" | "seat" | "role"]: (id: string) => string;
} & { readonly meeting: (id: string) => number | null };

/** "17 September 2026", of a day as it is stored. */
export function dayText(day: string): string {
  return plainDate(noonOf(day));
}

export function amountText({ fromPence, toPence }: { fromPence: number; toPence: number }): string {
  return fromPence === toPence ? money(fromPence) : moneyRange(fromPence, toPence);
}

/** "£32 an hour" */
export function rateText(pencePerHour: number): string {
  return `${money(pencePerHour)} an hour`;
}

/** "21 hours", "1 hour", "7.5 hours" */
export function hoursText(hours: number): string {
  return `${hours} ${hours === 1 ? "hour" : "hours"}`;
}

/** "From 1 April 2024", "1 April 2024 to 31 March 2026" */
export function spanText({ from, until }: { from: string; until: string | null }): string {
  return until === null ? `From ${dayText(from)}` : `${dayText(from)} to ${dayText(until)}`;
}

export function championName(champion: Champion, names: Naming): string {
  return champion.of === "partner" ? names.partner(champion.partnerId) : names.seat(champion.seatId);
}

/** By which a line is known in a list of changes. */
export function lineTitle(holds: Holds, names: Naming): string {
  switch (holds.kind) {
    case "supportRole":
      return holds.name;
    case "supportRate":
      return holds.band;
    case "supportCycle":
    case "sampleReading":
      return meetingText(holds.meetingId, names);
    case "recommendation":
      return holds.text;
    case "scrutinyItem":
      return holds.what;
    case "objectiveTerm":
    case "objectiveEvidence":
    case "objectiveChampion":
    case "resource":
      return names.objective(holds.objectiveId);
    case "pot":
      return names.pot(holds.potId);
    case "finding":
    case "partition":
      return indicatorWords[holds.indicator].name;
    case "happening":
      return holds.what;
    default:
      return unreachable(holds);
  }
}

export type Told = { readonly name: string; readonly value: string };

/** A line field by field. */
export function toldOf(holds: Holds, names: Naming): readonly Told[] {
  switch (holds.kind) {
    case "supportRole":
      return [
        { name: "Name", value: holds.name },
        { name: "Employer", value: names.partner(holds.employer) },
        { name: "Category", value: categoryWord[holds.category] },
        { name: "Borne", value: meansWord[holds.means] },
        { name: "Grade band", value: holds.band },
        { name: "On the list", value: spanText(holds) },
      ];
    case "supportRate":
      return [
        { name: "Grade band", value: holds.band },
        { name: "Rate", value: rateText(holds.pencePerHour) },
        { name: "From", value: dayText(holds.from) },
      ];
    case "supportCycle":
      return [
        ...holds.hours.map(({ roleId, hours, estimated }) => ({
          name: names.role(roleId),
          value: `${hoursText(hours)}${estimated ? ", estimated" : ""}`,
        })),
        ...holds.costs.map(({ what, bearer, pence, category, means }) => ({
          name: what,
          value: `${money(pence)}, ${categoryWord[category].toLowerCase()}, ${meansWord[means].toLowerCase()}, ${names.partner(bearer)}`,
        })),
      ];
    case "recommendation":
      return [
        { name: "What", value: holds.text },
        { name: "From", value: holds.committee },
        { name: "Received", value: dayText(holds.received) },
        { name: "Due", value: dayText(holds.due) },
        { name: "Response", value: responseText(holds.response) },
        {
          name: "Decision",
          value: holds.decision ? meetingText(holds.decision.meetingId, names) : "None named",
        },
      ];
    case "sampleReading":
      return [
        { name: "Record read", value: meetingText(holds.meetingId, names) },
        { name: "Read by", value: holds.readBy },
        { name: "On", value: dayText(holds.on) },
        { name: "Found", value: holds.found },
      ];
    case "scrutinyItem":
      return [
        { name: "What", value: holds.what },
        { name: "Committee", value: holds.committee },
        { name: "On", value: dayText(holds.on) },
        { name: "Meeting", value: holds.meetingId ? meetingText(holds.meetingId, names) : "None named" },
      ];
    case "objectiveTerm":
      return [{ name: "Counts", value: spanText(holds) }];
    case "objectiveEvidence":
      return [
        { name: "Source", value: holds.source },
        { name: "What it says", value: holds.says },
        { name: "Of", value: dayText(holds.on) },
      ];
    case "objectiveChampion":
      return [
        { name: "Champion", value: championName(holds.champion, names) },
        { name: "When", value: spanText(holds) },
      ];
    case "resource":
      return [
        { name: "Partner", value: names.partner(holds.partnerId) },
        { name: "Year", value: financialYearText(holds.year) },
        { name: "Amount", value: amountText(holds) },
        { name: "Kind", value: moneyKindWord[holds.resourceKind] },
        { name: "Source", value: holds.source },
      ];
    case "pot":
      return [
        {
          name: "Partners",
          value:
            holds.partners.length > 0 ? listed(holds.partners.map((id) => names.partner(id))) : "None named",
        },
        { name: "Amount", value: holds.pence === null ? "Not known" : money(holds.pence) },
        { name: "Period", value: spanText(holds) },
      ];
    case "finding":
      return [
        {
          name: "Signal",
          value: `${capital(sideWord[holds.side ?? "run"])}, ${meetingWords(holds.meetingId, names)}`,
        },
        { name: "It means", value: holds.words },
      ];
    case "happening":
      return [
        { name: "What", value: holds.what },
        { name: "Kind", value: happenedWord[holds.happened] },
        { name: "On", value: dayText(holds.on) },
      ];
    case "partition":
      return [
        { name: "From", value: capital(meetingWords(holds.meetingId, names)) },
        { name: "Why", value: holds.reason },
        { name: "A trial", value: holds.trial ? "Yes" : "No" },
      ];
    default:
      return unreachable(holds);
  }
}

/** What is another one now, name by name: before and after. */
export function toldChanges(
  from: Holds,
  to: Holds,
  names: Naming,
): readonly { readonly name: string; readonly from: string; readonly to: string }[] {
  const [before, after] = [toldOf(from, names), toldOf(to, names)];
  const all = [...new Set([...before, ...after].map(({ name }) => name))];
  const said = (list: readonly Told[], name: string) =>
    list
      .filter((each) => each.name === name)
      .map(({ value }) => value)
      .join("; ") || "nothing";
  return all
    .map((name) => ({ name, from: said(before, name), to: said(after, name) }))
    .filter((each) => each.from !== each.to);
}

function responseText(response: Extract<Holds, { kind: "recommendation" }>["response"]): string {
  if (response === null) return "None yet";
  const { answer, on, words } = response;
  return [`${answeredWord[answer]}, ${dayText(on)}.`, words].filter(Boolean).join(" ");
}

function meetingWords(id: string, names: Naming): string {
  return uncapital(meetingText(id, names));
}

function meetingText(id: string, names: Naming): string {
  const at = names.meeting(id);
  return at === null ? "a meeting" : `Meeting of ${plainDate(at)}`;
}
