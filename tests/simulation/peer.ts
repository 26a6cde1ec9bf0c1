// A person at a device with one or two tabs: the real store, the real outbox, a line over the bad network.
// A reload throws the tab's memory away and keeps what the device keeps.
import type { StoredEntry } from "#app/_live/device-store.ts";
import { type MeetingStore, openMeetingStore } from "#app/_live/meeting-store.ts";
import { type Outbox, type Outcome, openOutbox } from "#app/_live/outbox.ts";
import type { Timers } from "#app/_live/timers.ts";
import type { CommandId, MeetingId, PersonId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { unconvened } from "#domain/meeting/state.ts";
import { newCommand } from "#tests/support/ids.ts";
import { type Device, openDevice } from "../support/device.ts";
import { type Line, openLine, type Weather } from "./bad-network.ts";
import type { LogServer } from "./log-server.ts";
import type { Stage } from "./stage.ts";

export type Tab = { readonly line: Line; readonly store: MeetingStore; readonly outbox: Outbox };

export type Peer = {
  readonly person: PersonId;
  readonly tabs: Tab[];
  /** In the order in which the device wrote them down. */
  readonly written: CommandId[];
  readonly outcomes: Map<CommandId, Outcome>;
  /** Refused, and seen to be. */
  readonly dismissed: ReadonlySet<CommandId>;
  readonly unsent: () => readonly StoredEntry[];
  readonly send: (tab: Tab, command: SentCommand) => void;
  readonly reload: (place: number) => void;
};

type World = { stage: Stage; server: LogServer; meetingId: MeetingId; weather: Weather };

export function seatPeer(world: World, person: PersonId, tabCount: number): Peer {
  const { stage, meetingId } = world;
  const device = openDevice();
  const outcomes = new Map<CommandId, Outcome>();
  const dismissed = new Set<CommandId>();
  const open = () => openTab(world, person, device);
  const tabs = Array.from({ length: tabCount }, open);

  return {
    person,
    tabs: tabs.map(({ tab }) => tab),
    written: device.written,
    outcomes,
    dismissed,
    unsent: device.unsent,
    send({ outbox }, command) {
      const commandId = newCommand();
      // some are for the moment and are kept in memory only
      const momentary = command.type === "giveFloor" || command.type === "openItem";
      void outbox.put({ meetingId, commandId, command }, { momentary }).then((outcome) => {
        outcomes.set(commandId, outcome);
        if (outcome.status !== "refused" || stage.chance(0.2)) return;
        dismissed.add(commandId);
        void outbox.dismiss(commandId);
      });
    },
    reload(place) {
      tabs[place]?.kill();
      const fresh = open();
      tabs[place] = fresh;
      this.tabs[place] = fresh.tab;
      stage.after(stage.between(100, 3000), fresh.tab.line.mend);
    },
  };
}

function openTab({ stage, server, meetingId, weather }: World, person: PersonId, device: Device) {
  const { timers, kill } = mortal(stage);
  const line = openLine(stage, server, person, weather);
  const hold = { isAlive: true };
  const outbox = openOutbox({
    person,
    link: line,
    timers,
    store: device.store,
    exclusively: (run) => device.exclusively(hold, run),
    tabs: device.join(),
  });
  const store = openMeetingStore(
    { meetingId, meeting: unconvened, seq: 0, people: {}, you: person, serverTime: 0, rate: 1 },
    { link: line, timers, onJoined: outbox.identified, onEvents: outbox.seen },
  );
  return {
    tab: { line, store, outbox },
    kill() {
      line.cut();
      store.stop();
      outbox.stop();
      kill();
      // the browser releases what a killed tab held
      hold.isAlive = false;
      device.release(hold);
    },
  };
}

/** Timers that die with their tab. */
function mortal(stage: Stage): { timers: Timers; kill: () => void } {
  let isAlive = true;
  const timers: Timers = {
    now: stage.now,
    random: stage.random,
    after: (ms, run) => stage.after(ms, () => void (isAlive && run())),
  };
  return {
    timers,
    kill() {
      isAlive = false;
    },
  };
}
