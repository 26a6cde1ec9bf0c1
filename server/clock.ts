// The database's clock, read without asking the database each time: the only reader of time in the server.
// `performance.now()` counts, each measurement says where the count stands, and readings never go backwards.

export type Clock = {
  /** Milliseconds since 1970 as the database has them, whole; never before `notBefore` or an earlier reading. */
  readonly now: (notBefore?: number) => number;
  /** Called as a question leaves for the database; the answer takes the time the database gave with it. */
  readonly asking: () => (databaseAt: number) => void;
  /** When, by the database's own clock, a moment that `now` tells is. */
  readonly databaseAt: (moment: number) => number;
  /** Whether `now` is shifted or runs at another speed, which every page says. */
  readonly isShifted: boolean;
};

export type ClockSettings = {
  /** Where the clock starts; undefined: at the database's time. */
  readonly start: number | undefined;
  /** How many seconds pass in one. */
  readonly rate: number;
};

/**
 * A clock set by one answer of the database (`select clock_timestamp()`), in milliseconds.
 * `ticks` counts milliseconds evenly from anywhere; it is the machine's unless a test gives its own.
 */
export async function openClock(
  askDatabase: () => Promise<number>,
  { start, rate }: ClockSettings,
  ticks: () => number = () => performance.now(),
): Promise<Clock> {
  const sent = ticks();
  const databaseAt = await askDatabase();
  // nobody can say where between the two the database looked: the middle is at most half the way wrong
  let offset = databaseAt - (sent + ticks()) / 2;
  let latest = Number.NEGATIVE_INFINITY;

  const anchor = ticks() + offset;
  const shown = (real: number) => (start ?? anchor) + (real - anchor) * rate;

  return {
    databaseAt: (moment) =>
      start === undefined && rate === 1 ? moment : Math.ceil(anchor + (moment - (start ?? anchor)) / rate),
    isShifted: start !== undefined || rate !== 1,
    now(notBefore = latest) {
      latest = Math.max(latest, notBefore, Math.floor(shown(ticks() + offset)));
      return latest;
    },
    asking() {
      const asked = ticks();
      // the answer bounds the offset from both sides; within the bounds the one we have is as good as any
      return (answer) => {
        offset = Math.min(Math.max(offset, answer - ticks()), answer - asked);
      };
    },
  };
}
