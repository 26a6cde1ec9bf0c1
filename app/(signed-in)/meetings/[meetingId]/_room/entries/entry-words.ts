// What is said of an entry beside its words: who and whom, what came of it.
import { dayMonth, money, moneyRange, noonOf, plainDate, time } from "#app/_text/dates.ts";
import { presentText } from "#app/_text/present-text.ts";
import { numberOfEntry, seatName, speakerName, targetName } from "#app/_text/speaker-text.ts";
import { resultText, voteKindWord } from "#app/_text/vote-text.ts";
import { entryState, methodWords, moneyKindWord, moneyStageWord, obstacleWord } from "#app/_text/words.ts";
import type { Amount, Decision, Entry } from "#domain/meeting/entry.ts";
import { resultOn } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import { ownerName } from "../capture/options.ts";

/** "Chamber of Commerce asked NHS Oxfordshire" */
export function whoText(entry: Entry, meeting: Meeting): string {
  const who = speakerName(meeting, entry.speaker);
  switch (entry.kind) {
    case "decision":
      return `proposed by ${entry.speaker.as === "chair" ? "the chair" : who}`;
    case "challenge":
      return `${who} asked ${targetName(meeting, entry.target)}`;
    case "money":
      return entry.speaker.as === "seat" && isOf(entry.speaker.seat, entry.ownPartner, meeting)
        ? who
        : `${who}, of ${targetName(meeting, entry.ownPartner)}`;
    case "action": {
      const by = entry.due === null ? "" : `, by ${dayMonth(noonOf(entry.due))}`;
      return `${ownerName(meeting, entry.owner)}${by}`;
    }
    case "evidence":
    case "note":
      return who;
    default:
      return unreachable(entry);
  }
}

function isOf(seatId: string, partnerId: string, meeting: Meeting): boolean {
  return meeting.registers.seats.some((seat) => seat.id === seatId && seat.partnerId === partnerId);
}

export function amountText(amount: Amount): string {
  switch (amount.kind) {
    case "stated":
      return money(amount.pence);
    case "range":
      return moneyRange(amount.fromPence, amount.toPence);
    case "none":
      return "No figure given";
    default:
      return unreachable(amount);
  }
}

export type OutcomeWord = { readonly text: string; readonly as: "strong" | "plain" | "sum" };

/** The line of outcome, word by word. */
export function outcomeWords(entry: Entry, meeting: Meeting): readonly OutcomeWord[] {
  if (entry.standing !== "stands") return [];
  const strong = (text: string): OutcomeWord => ({ text, as: "strong" });
  const plain = (text: string): OutcomeWord => ({ text, as: "plain" });
  switch (entry.kind) {
    case "decision": {
      const how = entry.agreed ? `, ${methodWords[entry.agreed.method]}` : "";
      const owner = entry.owner === null ? [] : [plain(seatName(meeting, entry.owner))];
      const due = entry.due === null ? [] : [plain(`by ${dayMonth(noonOf(entry.due))}`)];
      const vote = resultOn(meeting, entry.id);
      const voted = vote ? [plain(`${voteKindWord[vote.kind]}: ${resultText(vote)}`)] : [];
      return [strong(`${entryState(entry)}${how}`), ...voted, ...owner, ...due];
    }
    case "challenge": {
      const last = entry.responses.at(-1);
      if (!last) return [strong("No answer yet")];
      const promised = last.promisedBy === null ? "" : ` by ${dayMonth(noonOf(last.promisedBy))}`;
      return last.text === "" ? [strong(`${entryState(entry)}${promised}`)] : [];
    }
    case "money": {
      const { amount, period } = entry;
      const sum: OutcomeWord =
        amount.kind === "none" ? strong("No figure given") : { text: amountText(amount), as: "sum" };
      const of = period === "" ? [] : [plain(period)];
      return [plain(moneyKindWord[entry.moneyKind]), sum, ...of, plain(moneyStageWord[entry.stage])];
    }
    case "action": {
      const original = entry.originalDue;
      const moved = original !== null && original !== entry.due;
      const from = moved ? [plain(`first due ${dayMonth(noonOf(original))}`)] : [];
      const result = entry.updates.at(-1)?.result ?? "";
      return [strong(entryState(entry)), ...from, ...(result === "" ? [] : [plain(result)])];
    }
    case "evidence": {
      if (entry.obstacle !== null) return [strong(entryState(entry)), plain(obstacleWord[entry.obstacle])];
      const from = entry.provider === null ? "from outside the board" : seatName(meeting, entry.provider);
      return [
        strong(entryState(entry)),
        plain(from),
        plain(entry.circulated ? "sent to all before the meeting" : "not sent to all before"),
        plain(entry.commonDefinition ? "by a common definition" : "without a common definition"),
      ];
    }
    case "note":
      return [];
    default:
      return unreachable(entry);
  }
}

/** What else is recorded of an entry, each with its name: reasons, sources, to whom it is reported back. */
export function detailsOf(
  entry: Entry,
  meeting: Meeting,
): readonly (readonly [name: string, words: string])[] {
  const told = (details: readonly (readonly [string, string])[]) =>
    details.filter(([, words]) => words !== "");
  const { objectives, pots } = meeting.registers;
  if (entry.kind === "money") {
    const pot = pots.find(({ id }) => id === entry.pot)?.title ?? "";
    return told([
      ["Source", entry.source],
      ["Common pot", pot],
    ]);
  }
  if (entry.kind === "evidence") return told([["It told us", entry.told]]);
  if (entry.kind === "action") {
    const number = entry.decision === null ? "" : numberOfEntry(meeting, entry.decision);
    return told([["Follows from", number === "" ? "" : `decision ${number}`]]);
  }
  if (entry.kind !== "decision") return [];
  const { reasons, options, moneyEffect, contributing, reportBack, reported, agreed } = entry;
  const back = reportBack ? `to ${reportBack.body} on ${plainDate(noonOf(reportBack.on))}` : "";
  const done = reported ? `, done on ${plainDate(noonOf(reported.on))}` : "";
  const served = objectives.filter(({ id }) => entry.objectives.includes(id)).map(({ title }) => title);
  return told([
    ["Reasons", reasons],
    ["Options considered", options],
    ["Effect on money", moneyEffect],
    ["Contributing", contributing.map((seat) => seatName(meeting, seat)).join(", ")],
    ["Serves", served.join(", ")],
    ["Reported back", back + done],
    ["In the room", agreed ? presentText(meeting, agreed) : ""],
  ]);
}

/** What scrutiny will look for in a decision and does not find yet. */
export function untold({ reasons, owner, moneyEffect, reportBack }: Decision): readonly string[] {
  return [
    reasons === "" && "reasons",
    owner === null && "who sees to it",
    moneyEffect === "" && "what it means for money",
    reportBack === null && "to whom it is reported back",
  ].filter((word) => word !== false);
}

const endedWord = { withdrawn: "Withdrawn", struckOut: "Struck out", undone: "Undone" } as const;

/** The state or the time, at the right: "14:19", "Withdrawn 14:16, wrong item". */
export function whenText(entry: Entry): string {
  if (entry.standing === "stands" || !entry.ended) return time(entry.at);
  const { at, reason } = entry.ended;
  return `${endedWord[entry.standing]} ${time(at)}${reason === "" ? "" : `, ${reason}`}`;
}

export function amendedText(times: number): string {
  if (times === 1) return "amended once";
  return times === 2 ? "amended twice" : `amended ${times} times`;
}
