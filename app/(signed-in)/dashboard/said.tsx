import Link from "next/link";
import { SeatMark } from "#app/_marks/seat-box.tsx";
import { figureText, silenceText } from "#app/_text/result-text.ts";
import type { Indicator, Result } from "#domain/indicators/indicator.ts";
import { isSmallCount } from "#server/dashboard/load-boards.ts";

/** A figure in a cell, and of what; hollow where it is of few cases or there is nothing to tell. */
export function Said({ indicator, result, href }: { indicator: Indicator; result: Result; href: string }) {
  if (result.kind !== "value")
    return (
      <>
        <span className="stated">
          <SeatMark filled="nobody" />
          <Link href={href}>{silenceText(result).head}</Link>
        </span>
        <span className="muted what">{silenceText(result).why}</span>
      </>
    );
  const { figure, of } = figureText(indicator.id, result);
  const isSmall = isSmallCount(indicator, result);
  return (
    <>
      <span className="stated">
        <Dot isHollow={isSmall} />
        <Link href={href}>
          <b>{figure}</b>
        </Link>
      </span>
      <span className="muted what">
        {of}
        {isSmall && "; of fewer than ten"}
        {result.provisional && !of.includes("so far") && "; so far"}
      </span>
    </>
  );
}

function Dot({ isHollow }: { isHollow: boolean }) {
  return (
    <svg className="mk" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="8" cy="8" r="4.5" strokeWidth="1.6" fill={isHollow ? "none" : "currentColor"} />
    </svg>
  );
}
