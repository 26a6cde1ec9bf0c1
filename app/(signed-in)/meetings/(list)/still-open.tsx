import Link from "next/link";
import { Mark } from "#app/_marks/mark.tsx";
import { matterMark, matterStory, matterTitle } from "#app/_text/matter-text.ts";
import { Disclosure } from "#app/_ui/disclosure.tsx";
import type { MeetingsList } from "#server/meetings/list-meetings.ts";

const AT_ONCE = 8;
const AT_MOST = 60;

type Props = {
  readonly waiting: MeetingsList["waiting"];
  readonly now: number;
  readonly manyBoards: boolean;
};

/** What somebody still owes the board, the most pressing first, each leading to its record. */
export function StillOpen({ waiting, ...told }: Props) {
  const rest = waiting.slice(AT_ONCE, AT_MOST);
  const beyond = waiting.length - AT_ONCE - rest.length;
  return (
    <section aria-labelledby="still-open">
      <div className="row yr">
        <div className="w">
          <h2 id="still-open">Still open from before</h2>
        </div>
      </div>
      <div className="row">
        <div className="w">
          <Matters matters={waiting.slice(0, AT_ONCE)} {...told} />
          {rest.length > 0 && (
            <Disclosure title={`${rest.length + beyond} more`}>
              <Matters matters={rest} {...told} />
              {beyond > 0 && (
                <p className="nothing">And {beyond} more, in the records of the meetings below.</p>
              )}
            </Disclosure>
          )}
        </div>
      </div>
    </section>
  );
}

function Matters({ matters, now, manyBoards }: { matters: Props["waiting"] } & Omit<Props, "waiting">) {
  return (
    <ul className="open2">
      {matters.map((matter) => (
        <li key={matter.entry} className={matter.restricted ? "closed" : undefined}>
          <Mark kind={matter.kind} state={matterMark(matter)} />
          <div>
            <p className="tx">
              <Link href={`/meetings/${matter.meetingId}/record#entry-${matter.entry}`}>
                {matter.text ?? matterTitle(matter)}
              </Link>
            </p>
            <p className="by">
              {manyBoards && `${matter.board}. `}
              {matter.text !== null && `${matterTitle(matter)}. `}
              {matterStory(matter, now)}
              {matter.restricted && " Closed to the public."}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
