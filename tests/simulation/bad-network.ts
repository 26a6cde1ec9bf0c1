// A line that drops, doubles and reorders what is sent over it, and breaks. An answer that does not come in
// time is no answer, whatever became of what was asked.
import type { Link, LinkMessage } from "#app/_live/link.ts";
import type { PersonId } from "#domain/ids.ts";
import type { LogServer, Reader } from "./log-server.ts";
import type { Stage } from "./stage.ts";

const ANSWER_WITHIN = 8000;

export type Weather = { drop: number; double: number; slowest: number };

export type Line = Link & {
  readonly cut: () => void;
  readonly mend: () => void;
};

export function openLine(stage: Stage, server: LogServer, person: PersonId, weather: Weather): Line {
  const listeners = new Set<(message: LinkMessage) => void>();
  let isUp = false;
  // what was sent over a line that broke meanwhile does not arrive
  let session = 0;
  let reader: Reader | undefined;

  const tell = (message: LinkMessage) => {
    for (const listener of listeners) listener(message);
  };

  function travel(arrive: () => void) {
    const sent = session;
    if (!isUp || stage.chance(weather.drop)) return;
    const times = stage.chance(weather.double) ? 2 : 1;
    for (let nth = 0; nth < times; nth += 1) {
      stage.after(stage.between(1, weather.slowest), () => {
        if (sent === session) arrive();
      });
    }
  }

  function ask<Reply>(answer: (reader: Reader) => Reply, mayLinger = false): Promise<Reply | undefined> {
    return new Promise((resolve) => {
      stage.after(ANSWER_WITHIN, () => resolve(undefined));
      if (!isUp) return resolve(undefined);
      const asker = reader;
      const arrive = () => {
        if (!asker) return;
        const reply = answer(asker);
        travel(() => resolve(reply));
      };
      travel(arrive);
      // a command that has left may take effect although its line has broken since
      if (mayLinger && stage.chance(weather.drop)) {
        stage.after(stage.between(1, weather.slowest * 4), arrive);
      }
      return undefined;
    });
  }

  function cut() {
    if (!isUp) return;
    isUp = false;
    session += 1;
    if (reader) server.leave(reader);
    reader = undefined;
    tell({ type: "disconnected" });
  }

  return {
    isConnected: () => isUp,
    join: (request) => ask((asker) => server.join(asker, request)),
    since: (request) => ask((asker) => server.since(asker, request)),
    command: ({ commandId, command }) => ask(() => server.carryOut(commandId, command, person), true),
    leave() {
      if (reader) server.leave(reader);
    },
    answer: async () => undefined,
    answered: async () => undefined,
    lines: async () => undefined,
    typing: () => undefined,
    wake: () => undefined,
    close: cut,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cut,
    mend() {
      if (isUp) return;
      isUp = true;
      reader = { person, tell: (message) => travel(() => tell(message)) };
      tell({ type: "connected" });
    },
  };
}
