// What the form of the rules says, as it is asked of the server.
import { isTicked, numberOrNull } from "#app/_forms/fields.ts";
import { BANDED } from "#domain/meeting/board-rules.ts";
import { RequestKind } from "#domain/meeting/turn.ts";

export const fieldOfKind = (kind: RequestKind) => `kind-${kind}`;
export const fieldOfBand = (indicator: string, end: "from" | "to") => `band-${indicator}-${end}`;

export function rulesRead(fields: FormData) {
  return {
    quorum: numberOrNull(fields, "quorum"),
    remoteCounts: isTicked(fields, "remoteCounts"),
    castingVote: isTicked(fields, "castingVote"),
    queueKinds: RequestKind.options.filter(
      (kind) => kind === "contribution" || isTicked(fields, fieldOfKind(kind)),
    ),
    turnSeconds: numberOrNull(fields, "turnSeconds"),
    sectorMinutes: numberOrNull(fields, "sectorMinutes"),
    detailLimit: numberOrNull(fields, "detailLimit"),
    // a band with one end alone is sent as it is, and refused
    bands: BANDED.map((indicator) => ({
      indicator,
      from: numberOrNull(fields, fieldOfBand(indicator, "from")),
      to: numberOrNull(fields, fieldOfBand(indicator, "to")),
    })).filter(({ from, to }) => from !== null || to !== null),
    pulseFloor: numberOrNull(fields, "pulseFloor"),
    retentionYears: numberOrNull(fields, "retentionYears"),
  };
}
