import type { ReactNode } from "react";
import { longDate, time } from "#app/_text/dates.ts";
import { QrCode } from "#app/_ui/qr-code.tsx";
import type { MeetingId } from "#domain/ids.ts";
import { Foot, ItemTitle, type OnWall, Top } from "./parts.tsx";

/** Before the meeting: what it is, when, and how those in the room join with their own devices. */
export function Before({ view, now, meetingId }: OnWall<"before"> & { meetingId: MeetingId }) {
  const { board, title, startsAt, place } = view;
  const { origin, host } = window.location;
  return (
    <>
      <Top>
        <h1>{title}</h1>
        <p className="meta">
          {board !== title && `${board}. `}
          {longDate(startsAt)}
          {place !== "" && `, ${place}`}
        </p>
      </Top>
      <div className="mid join">
        <div className="r">
          <div className="g">Starts</div>
          <p className="w tx">{time(startsAt)}</p>
        </div>
        <div className="r">
          <div className="g">Join</div>
          <div className="w">
            <p>At {host}, or with this code, and sign in.</p>
            <QrCode words={`${origin}/meetings/${meetingId}`} title="The address of this meeting" />
          </div>
        </div>
      </div>
      <Foot now={now}>
        <BoardOf board={board} title={title} />
      </Foot>
    </>
  );
}

/** In session, with no item open. */
export function Between({ view, now }: OnWall<"between">) {
  const { board, title, next } = view;
  return (
    <>
      <Top>
        <h1>{title}</h1>
        <p className="meta">In session. No item is open.</p>
      </Top>
      <div className="mid">
        {next && (
          <div className="r">
            <div className="g">Next{next.number !== "" && `: ${next.number}`}</div>
            <p className="w tx">{next.title}</p>
          </div>
        )}
      </div>
      <Foot now={now}>
        <BoardOf board={board} title={title} />
      </Foot>
    </>
  );
}

/** Closed business: the open title and nothing of it. */
export function Closed({ view, now }: OnWall<"closed">) {
  const { item, board, title } = view;
  return (
    <>
      <Top number={item?.number ?? ""}>
        {item ? <ItemTitle {...item} /> : <h1>{title}</h1>}
        <p className="meta">Closed business</p>
      </Top>
      <Saying>What is said now is not for the public, and not shown here.</Saying>
      <Foot now={now}>
        <BoardOf board={board} title={title} />
      </Foot>
    </>
  );
}

export function Adjourned({ view, now }: OnWall<"adjourned">) {
  const { title, board, since } = view;
  return (
    <>
      <MeetingTop board={board} title={title} />
      <Saying>Adjourned{since !== null && ` at ${time(since)}`}.</Saying>
      <Foot now={now}>
        <span>Clocks stand still until the meeting is resumed.</span>
      </Foot>
    </>
  );
}

export function After({ view, now }: OnWall<"after">) {
  const { title, board, endedAt } = view;
  return (
    <>
      <MeetingTop board={board} title={title} />
      <Saying>The meeting closed{endedAt !== null && ` at ${time(endedAt)}`}.</Saying>
      <Foot now={now}>
        <span>Its record is at {window.location.host}.</span>
      </Foot>
    </>
  );
}

/** Until the first word from the server: a wall is never bare. */
export function Waiting() {
  return (
    <Top>
      <h1>Second screen</h1>
      <p className="meta">It is waiting for the meeting.</p>
    </Top>
  );
}

/** The link opens nothing: switched off, past its time, or never one. The three look alike. */
export function Off() {
  return (
    <Top>
      <h1>This screen is switched off</h1>
      <p className="meta">Whoever runs the meeting makes a link for it: More, then Second screen.</p>
    </Top>
  );
}

/** The meeting, and whose it is. */
function MeetingTop({ board, title }: { board: string; title: string }) {
  return (
    <Top>
      <h1>{title}</h1>
      <p className="meta">
        <BoardOf board={board} title={title} />
      </p>
    </Top>
  );
}

/** One sentence, in the middle of the wall. */
function Saying({ children }: { children: ReactNode }) {
  return (
    <div className="mid">
      <div className="r">
        <div className="g" />
        <p className="w tx">{children}</p>
      </div>
    </div>
  );
}

/** The board, where the meeting is not simply called by its name. */
function BoardOf({ board, title }: { board: string; title: string }) {
  return board !== title && <span>{board}</span>;
}
