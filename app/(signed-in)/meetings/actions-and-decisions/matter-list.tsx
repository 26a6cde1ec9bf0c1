import Link from "next/link";
import { Mark } from "#app/_marks/mark.tsx";
import { markOf } from "#app/_marks/mark-of.ts";
import { shortDate } from "#app/_text/dates.ts";
import { daysText } from "#app/_text/due-text.ts";
import { dayText } from "#app/_text/line-text.ts";
import { entryNumber } from "#app/_text/speaker-text.ts";
import { entryState, kindWord } from "#app/_text/words.ts";
import type { FoundMatter } from "#server/meetings/find-matters.ts";

/** Actions and decisions as lines, each leading to its place on the record. */
export function MatterList(props: {
  matters: readonly FoundMatter[];
  today: string;
  /** Several boards are looked through. */
  manyBoards?: boolean;
}) {
  const { matters, today, manyBoards = false } = props;
  return (
    <ul className="matters">
      {matters.map((found) => (
        <li key={found.matter.id} className={found.restricted ? "closed" : undefined}>
          <Mark kind={found.matter.kind} state={markOf(found.matter)} />
          <div>
            <p className="tx">
              <Link href={`/meetings/${found.meetingId}/record#entry-${found.matter.id}`}>
                {found.matter.text}
              </Link>
            </p>
            <p className="by">
              {kindWord[found.matter.kind]} {entryNumber(found.item, found.matter)}, {found.item.title},{" "}
              {shortDate(found.startsAt)}
              {manyBoards && `, ${found.board}`}.{found.restricted && " Closed to the public."}
            </p>
          </div>
          <p className="who">{ownerText(found)}</p>
          <p className="state">
            {entryState(found.matter)}
            <span className={found.standing === "overdue" ? "late" : "muted"}>{dayOfText(found, today)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ownerText({ owner, matter }: FoundMatter): string {
  if (owner) return owner.name;
  if (matter.owner !== null) return "A former seat";
  return matter.kind === "action" ? "The support team" : "No owner named";
}

/** When it is awaited and how far off that is; of what is settled, only the day. */
function dayOfText({ matter, day, standing }: FoundMatter, today: string): string {
  if (matter.kind === "decision" && matter.reported) return `Reported back ${dayText(matter.reported.on)}`;
  if (day === null) return matter.kind === "action" && standing === "noDay" ? "No day given" : "";
  const until =
    matter.kind === "decision" && matter.reportBack ? `Report back to ${matter.reportBack.body} by` : "By";
  return standing === "settled"
    ? `${until} ${dayText(day)}`
    : `${until} ${dayText(day)}: ${daysText(day, today)}`;
}
