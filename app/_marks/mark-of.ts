import type { Challenge, Entry, Evidence } from "#domain/meeting/entry.ts";
import { unreachable } from "#domain/unreachable.ts";
import type { MarkState } from "./mark.tsx";

const decisionMark = { proposed: "empty", readBack: "half", agreed: "full" } as const;
const moneyMark = { none: "empty", range: "half", stated: "full" } as const;
const actionMark = {
  toDo: "empty",
  begun: "half",
  redated: "half",
  done: "full",
  dropped: "struck",
} as const;
const responseMark = {
  notAnswered: "empty",
  deferred: "half",
  answered: "full",
  actionAgreed: "full",
  decisionChanged: "full",
} as const;

/** How settled an entry is, for its mark. */
export function markOf(entry: Entry): MarkState {
  if (entry.standing !== "stands") return "struck";

  switch (entry.kind) {
    case "decision":
      return decisionMark[entry.status];
    case "challenge":
      return challengeMark(entry);
    case "money":
      return moneyMark[entry.amount.kind];
    case "action":
      return actionMark[entry.status];
    case "evidence":
      return evidenceMark(entry);
    case "note":
      return "full";
    default:
      return unreachable(entry);
  }
}

function evidenceMark({ obstacle, circulated, commonDefinition }: Evidence): MarkState {
  if (obstacle !== null) return "empty";
  return circulated && commonDefinition ? "full" : "half";
}

function challengeMark({ responses }: Challenge): MarkState {
  const last = responses.at(-1);
  return last ? responseMark[last.kind] : "empty";
}
