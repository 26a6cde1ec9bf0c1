import Link from "next/link";
import { FillMark } from "#app/_charts/mark-strip.tsx";
import { WithheldMark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { plainDate } from "#app/_text/dates.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { entryState, kindWord } from "#app/_text/words.ts";
import type { MeetingFacts } from "#domain/facts/facts.ts";
import type { Evidence, Fill } from "#domain/indicators/indicator.ts";
import type { Entry } from "#domain/meeting/entry.ts";
import { itemOf } from "#domain/meeting/look-up.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import type { Behind } from "#server/dashboard/load-indicator.ts";
import { amountText, whoText } from "../../meetings/[meetingId]/_room/entries/entry-words.ts";

/** Entries in their own words, with what became of them; those of an earlier meeting lead to its record. */
export function EntriesBehind({ behind }: { behind: Behind }) {
  const { evidence, facts, others } = behind;
  if (evidence.length === 0) return <p className="nothing">Nothing was counted at this meeting.</p>;
  return (
    <ol className="entries">
      {evidence.map((each) => {
        const key = `${each.meeting ?? facts.meetingId} ${each.seq}`;
        const meeting = each.meeting ? others.get(each.meeting) : behind.meeting;
        const item = each.item && meeting && itemOf(meeting, each.item);
        const entry = item?.entries.find(({ id }) => id === each.entry);
        return meeting && item && entry ? (
          <Counted
            key={key}
            meeting={meeting}
            entry={entry}
            fill={each.fill}
            number={entryNumber(item, entry)}
            isEarlier={each.meeting !== undefined}
          />
        ) : (
          <Withheld key={key} evidence={each} behind={behind} />
        );
      })}
    </ol>
  );
}

type CountedProps = { meeting: Meeting; entry: Entry; fill: Fill; number: string; isEarlier: boolean };

function Counted({ meeting, entry, fill, number, isEarlier }: CountedProps) {
  return (
    <li className={entry.standing === "stands" ? `e ${entry.kind}` : `e withdrawn ${entry.kind}`}>
      <div className="g">
        <span className="no">{number}</span>
        {entry.kind !== "note" && <FillMark kind={entry.kind} fill={fill} />}
      </div>
      <div className="w">
        <div className="by">
          <b className={`k-${entry.kind}`}>{kindWord[entry.kind]}</b>
          <span>{whoText(entry, meeting)}</span>
          {isEarlier && <span>recorded on {plainDate(meeting.startsAt)}</span>}
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
function Withheld({ evidence, behind }: { evidence: Evidence; behind: Behind }) {
  const { facts, view } = behind;
  const meeting = evidence.meeting ? behind.others.get(evidence.meeting) : behind.meeting;
  const heldIn = evidence.meeting
    ? view.earlier.find(({ meetingId }) => meetingId === evidence.meeting)
    : facts;
  const item = evidence.item && meeting && itemOf(meeting, evidence.item);
  return (
    <li className="e withheld">
      <div className="g">
        <span className="no">{heldIn && numberIn(heldIn, evidence)}</span>
        <WithheldMark />
      </div>
      <div className="w">
        <div className="by">
          <b>Withheld</b>
          {item?.openness.kind === "restricted"
            ? `Counted; said on item ${item.number}, taken without the public: ${item.openness.ground}`
            : "Counted; said where you may not read"}
        </div>
      </div>
    </li>
  );
}

function numberIn(facts: MeetingFacts, { entry }: Evidence): string | undefined {
  const { challenges, money, decisions, actions, evidence } = facts;
  return [...challenges, ...money, ...decisions, ...actions, ...evidence].find((fact) => fact.entry === entry)
    ?.number;
}
