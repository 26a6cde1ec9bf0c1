"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Connection } from "#app/_live/connection.ts";
import { PersonMenu, type PersonMenuProps } from "./person-menu.tsx";

const places = [
  { path: "/boards", name: "Boards" },
  { path: "/meetings", name: "Meetings" },
  { path: "/dashboard", name: "Performance" },
  { path: "/people", name: "People" },
] as const;

// a room and its wall screen bring a head of their own
const ownHead = /^\/meetings\/[0-9a-f-]{36}(\/wall)?$/;

/** The head of every page that is read rather than run. */
export function TopBar({ person }: { person: PersonMenuProps }) {
  const pathname = usePathname();
  if (ownHead.test(pathname)) return null;

  return (
    <header className="top nav">
      <Wordmark />
      <span className="grow" />
      <nav className="topnav" aria-label="Main">
        {places.map(({ path, name }) => (
          <Link key={path} href={path} aria-current={currentness(pathname, path)}>
            {name}
          </Link>
        ))}
      </nav>
      <span className="sep" />
      <PersonMenu {...person} />
    </header>
  );
}

/** `page` on the place itself, `true` on what lies under it. */
function currentness(pathname: string, path: string): "page" | "true" | undefined {
  if (pathname === path) return "page";
  return pathname.startsWith(`${path}/`) ? "true" : undefined;
}

function Wordmark() {
  return (
    <Link className="word" href="/">
      Candour
    </Link>
  );
}

/** The head of a room: which board and day, who is there, whether the line holds, what time it is. */
export function RoomBar(props: {
  person: PersonMenuProps;
  board: string;
  date: string;
  /** "Ruth Calloway, chair": as whom one is here. */
  as: string;
  /** "14 of 17 seats, quorate" */
  seats: string;
  line: Line;
  time: ReactNode;
  /** What only a narrow screen needs: the button that opens the agenda. */
  children?: ReactNode;
}) {
  const { person, board, date, as, seats, line, time, children } = props;
  return (
    <header className="top">
      <Wordmark />
      <span className="sep hide-s" />
      <strong className="of hide-s">{board}</strong>
      <span className="muted opt">{date}</span>
      <span className="grow" />
      {children}
      <span className="num opt">{seats}</span>
      <span className="sep opt" />
      <ConnectionWord line={line} />
      <span className="num hide-s">{time}</span>
      <span className="sep opt" />
      <span className="opt">{as}</span>
      <PersonMenu {...person} label="Menu" />
    </header>
  );
}

/** How the line stands; a trouble is not told before it has lasted (`app/_live/connection.ts`). */
export type Line = "connecting" | "live" | "notConnected";

export function lineOf({ state }: Pick<Connection, "state">): Line {
  return state === "doubtful" ? "live" : state;
}

const lineWord: Readonly<Record<Line, string>> = {
  connecting: "Connecting",
  live: "Live",
  notConnected: "Not connected",
};

/** A dot and a word, always shown; never the dot alone. */
export function ConnectionWord({ line }: { line: Line }) {
  return (
    <span className={line === "live" ? "live" : "live off"}>
      <i />
      {lineWord[line]}
    </span>
  );
}
