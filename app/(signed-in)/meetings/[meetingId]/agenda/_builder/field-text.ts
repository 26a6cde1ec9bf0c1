// What stands in a field, as it is told to somebody who has written something else in it.
import { noonOf, plainDate } from "#app/_text/dates.ts";
import { partnerName } from "#app/_text/speaker-text.ts";
import { focusWord, purposeWords } from "#app/_text/words.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { ItemDraft } from "./item-draft.ts";

export function fieldText(meeting: Meeting, draft: ItemDraft, field: keyof ItemDraft): string {
  switch (field) {
    case "title":
    case "description":
    case "plannedMinutes":
      return draft[field];
    case "startsAt":
      return draft.startsAt ?? "no set time";
    case "kind":
      return purposeWords[draft.kind];
    case "plannedFocus":
      return draft.plannedFocus ? focusWord[draft.plannedFocus] : "not planned";
    case "lead":
      return draft.lead ? partnerName(meeting, draft.lead) : "nobody";
    case "routineMoney":
      return draft.routineMoney ? "a routine money report" : "not a routine money report";
    case "numbered":
      return draft.numbered ? "numbered" : "without a number";
    case "papers":
      return draft.papers.map(({ title, address }) => [title, address].filter(Boolean).join(", ")).join("; ");
    case "objectives":
      return draft.objectives
        .map(({ objectiveId, reason }) => objectiveText(meeting, objectiveId, reason))
        .join("; ");
    case "openness":
      return opennessText(draft.openness);
    default:
      return unreachable(field);
  }
}

function objectiveText(meeting: Meeting, id: string, reason: string): string {
  const title =
    meeting.registers.objectives.find((objective) => objective.id === id)?.title ?? "a former objective";
  return reason === "" ? title : `${title} (${reason})`;
}

function opennessText({ isRestricted, ground, reviewOn }: ItemDraft["openness"]): string {
  if (!isRestricted) return "open";
  return reviewOn === null
    ? `closed: ${ground}`
    : `closed: ${ground}, to be reviewed on ${plainDate(noonOf(reviewOn))}`;
}
