import { longDate, time } from "#app/_text/dates.ts";
import { roleWord } from "#app/_text/words.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import type { ListedMeeting, MeetingUnderWay } from "#server/meetings/list-meetings.ts";
import { DayInMargin } from "./day-in-margin.tsx";

type Props = { readonly underWay: readonly MeetingUnderWay[]; readonly today: readonly ListedMeeting[] };

/** What is going on, and what is on today: large, because most who come here come for it. */
export function OnNow({ underWay, today }: Props) {
  return (
    <>
      {underWay.map((meeting, place) => (
        <NowRow key={meeting.id} meeting={meeting} isFirst={place === 0} isOn>
          <span className="hl">
            {meeting.title}, {meeting.phase === "adjourned" ? "adjourned" : "in session"}
          </span>
        </NowRow>
      ))}
      {today.map((meeting, place) => (
        <NowRow
          key={meeting.id}
          meeting={meeting}
          isFirst={underWay.length === 0 && place === 0}
          isOn={false}
        >
          {meeting.title}, today at {time(meeting.startsAt)}
        </NowRow>
      ))}
    </>
  );
}

type RowProps = {
  readonly meeting: ListedMeeting | MeetingUnderWay;
  readonly isFirst: boolean;
  readonly isOn: boolean;
  readonly children: React.ReactNode;
};

function NowRow({ meeting, isFirst, isOn, children }: RowProps) {
  return (
    <section className="row nowrow">
      <DayInMargin of={meeting.startsAt} />
      <div className="w">
        <div>
          <h2>{children}</h2>
          <p>{"openedAt" in meeting ? howItStands(meeting) : whereItIs(meeting)}</p>
        </div>
        <div className="actions">
          <LinkButton href={`/meetings/${meeting.id}`} {...(isFirst && { look: "filled" as const })}>
            {isOn ? "Join" : "Enter"} as {asWhom(meeting)}
          </LinkButton>
          <LinkButton href={`/meetings/${meeting.id}/agenda`}>Agenda and papers</LinkButton>
        </div>
      </div>
    </section>
  );
}

/** "Item 4 of 9, Regeneration Framework. Since 13:30, Town Hall and online. 14 of 17 seats." */
function howItStands({ item, nth, items, openedAt, place, seats }: MeetingUnderWay): string {
  const at = item ? `Item ${item.number || nth} of ${items}, ${item.title}.` : "No item is open.";
  const since = openedAt === null ? "" : ` Since ${time(openedAt)}${place === "" ? "" : `, ${place}`}.`;
  return `${at}${since} ${seats.filled} of ${seats.all} seats.`;
}

function whereItIs({ startsAt, place, items }: ListedMeeting): string {
  const count = items === 1 ? "1 item" : `${items} items`;
  return `${[longDate(startsAt), place].filter(Boolean).join(", ")}. Agenda published, ${count}.`;
}

/** A partner joins for its seat; the chair, the clerk and those without a seat in their role. */
function asWhom({ role, seatOf }: ListedMeeting): string {
  const isInRole = role === "chair" || role === "clerk" || seatOf === null;
  return isInRole ? roleWord[role].toLowerCase() : seatOf;
}
