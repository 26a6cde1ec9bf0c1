import Link from "next/link";
import { MarkStrip, type Stripped } from "#app/_charts/mark-strip.tsx";
import { SectorBars, sectorSentence } from "#app/_charts/sector-bars.tsx";
import { type Segment, SegmentBar } from "#app/_charts/segment-bar.tsx";
import { captionText, figureText, silenceText, stripText } from "#app/_text/result-text.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { Evidence, IndicatorId, Result } from "#domain/indicators/indicator.ts";
import { type SectorShare, sectorShares } from "#domain/indicators/sector-voice-balance.ts";

type Props = {
  id: IndicatorId;
  result: Result;
  evidence: readonly Evidence[];
  facts: MeetingFacts;
  /** Where the very entries behind it are listed. */
  href: string;
};

/** A figure with its count, and under it the evidence itself. */
export function LatestFigure({ id, result, evidence, facts, href }: Props) {
  return (
    <>
      {result.kind === "value" ? <Value id={id} result={result} href={href} /> : <Silent result={result} />}
      <Shown id={id} evidence={evidence} facts={facts} />
      {result.kind === "value" && captionText(id, result) !== "" && (
        <p className="cap">{captionText(id, result)}</p>
      )}
    </>
  );
}

function Value({ id, result, href }: { id: IndicatorId; result: Result & { kind: "value" }; href: string }) {
  const { figure, of } = figureText(id, result);
  return (
    <p className="fig">
      <Link href={href}>{figure}</Link>
      <small>{of}</small>
    </p>
  );
}

function Silent({ result }: { result: Exclude<Result, { kind: "value" }> }) {
  const { head, why } = silenceText(result);
  return (
    <>
      <p className="fig none">{head}</p>
      <p className="cap">{why}</p>
    </>
  );
}

const STRIPPED: Readonly<Partial<Record<IndicatorId, Stripped>>> = {
  "senior-commitment": "seat",
  "substitute-rate": "seat",
  "chair-invites-quieter": "seat",
  "democratic-accountability": "decision",
  "challenge-rate": "challenge",
  "challenge-response": "challenge",
  "challenge-reciprocity": "challenge",
  "money-candour": "money",
  "sector-attendance-gap": "seat",
  "joint-objective-decisions": "decision",
  "money-to-commitment": "money",
  "decision-follow-through": "action",
  "shared-data-use": "evidence",
  "scrutiny-readiness": "decision",
};

/** What was withdrawn, or dropped by agreement, is no part of these. */
const WITHOUT_GONE: readonly IndicatorId[] = ["challenge-response", "decision-follow-through"];

function Shown({ id, evidence, facts }: Pick<Props, "id" | "evidence" | "facts">) {
  if (id === "sector-voice-balance" || id === "council-voice-excess") return <Talk facts={facts} />;
  if (id === "performance-detail-share") return <Stretches facts={facts} on="performance-detail" />;
  if (id === "resource-steering-balance") return <Stretches facts={facts} on="resources" />;
  const kind = STRIPPED[id];
  const fills = evidence
    .map(({ fill }) => fill)
    .filter((fill) => fill !== "gone" || !WITHOUT_GONE.includes(id));
  return kind && fills.length > 0 ? (
    <MarkStrip kind={kind} fills={fills} label={stripText(id, fills)} />
  ) : null;
}

function Talk({ facts }: { facts: MeetingFacts }) {
  const shares = sectorShares(facts);
  if (!shares) return null;
  return (
    <>
      <SectorBars shares={shares} />
      <p className="cap">{furthestApart(shares).map(sectorSentence).join(". ")}.</p>
    </>
  );
}

/** The sector heard least for its seats, then the one heard most. */
function furthestApart(shares: readonly SectorShare[]): readonly SectorShare[] {
  const gap = ({ talkShare, seatShare }: SectorShare) => talkShare - seatShare;
  const sorted = shares.toSorted((a, b) => gap(a) - gap(b));
  return sorted.filter((_, index) => index === 0 || index === sorted.length - 1);
}

const SEGMENTS = {
  "performance-detail": "The meeting from left to right, performance detail filled",
  resources: "The meeting from left to right, resources filled",
} as const;

function Stretches({ facts, on }: { facts: MeetingFacts; on: keyof typeof SEGMENTS }) {
  if (facts.focus.length === 0) return null;
  const segments: Segment[] = facts.focus.map(({ seq, ms, focus }) => ({ seq, ms, on: focus === on }));
  return <SegmentBar segments={segments} label={SEGMENTS[on]} />;
}
