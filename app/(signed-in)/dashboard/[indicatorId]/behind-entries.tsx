import Link from "next/link";
import { FillMark } from "#app/_charts/mark-strip.tsx";
import { WithheldMark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { entryState, kindWord } from "#app/_text/words.ts";
import type { Evidence, Fill } from "#domain/indicators/indicator.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";
import { amountText, whoText } from "../../meetings/[meetingId]/_room/entries/entry-words.ts";

/** Challenges or money points, in their own words, with what became of them. */
export function EntriesBehind({ behind: { meeting, facts, evidence } }: { behind: Behind }) {
  if (evidence.length === 0) return <p className="nothing">Nothing was counted at this meeting.</p>;
  return (
    <ol className="entries">
      {evidence.map((each) => {
        const item = each.item && itemOf(meeting, each.item);
        const entry = item?.entries.find(({ id }) => id === each.entry);
        return item && entry ? (
          <Counted
            key={each.seq}
            meeting={meeting}
            entry={entry}
            fill={each.fill}
            number={entryNumber(item, entry)}
          />
        ) : (
          <Withheld key={each.seq} evidence={each} meeting={meeting} facts={facts} />
        );
      })}
    </ol>
  );
}

type CountedProps = { meeting: Meeting; entry: Entry; fill: Fill; number: string };

function Counted({ meeting, entry, fill, number }: CountedProps) {
  return (
    <li className={entry.standing === "stands" ? `e ${entry.kind}` : `e withdrawn ${entry.kind}`}>
      <div className="g">
        <span className="no">{number}</span>
        <FillMark kind={entry.kind === "money" ? "money" : "challenge"} fill={fill} />
      </div>
      <div className="w">
        <div className="by">
          <b className={`k-${entry.kind}`}>{kindWord[entry.kind]}</b>
          <span>{whoText(entry, meeting)}</span>
          <span className="st">
            <Link
              href={`/meetings/${meeting.id}/record#entry-${entry.id}`}
              aria-label={`${number} on the record`}
            >
              On the record
            </Link>
          </span>
        </div>
        <p className="tx">{entry.text}</p>
        <p className="out">
          <b>{entryState(entry)}</b>
          {isTooLate(entry, fill) && <span>after the next meeting had closed, so not counted</span>}
          {entry.kind === "money" && entry.amount.kind !== "none" && (
            <span className="num">{amountText(entry.amount)}</span>
          )}
        </p>
      </div>
    </li>
  );
}

/** What was answered in the end stood open when it was counted. */
function isTooLate(entry: Entry, fill: Fill): boolean {
  return fill !== "full" && fill !== "gone" && entry.kind === "challenge" && markOf(entry) === "full";
}

/** Counted like the others; its words are not this reader's. */
function Withheld(props: { evidence: Evidence; meeting: Meeting; facts: Behind["facts"] }) {
  const { evidence, meeting, facts } = props;
  const item = evidence.item && itemOf(meeting, evidence.item);
  const fact = [...facts.challenges, ...facts.money].find(({ entry }) => entry === evidence.entry);
  return (
    <li className="e withheld">
      <div className="g">
        <span className="no">{fact?.number}</span>
        <WithheldMark />
      </div>
      <div className="w">
        <div className="by">
          <b>Withheld</b>
          {item?.openness.kind === "restricted"
            ? `Counted; said on item ${item.number}, taken without the public: ${item.openness.ground}`
            : "Counted; said while the public was excluded"}
        </div>
      </div>
    </li>
  );
}
