// The one place in this process where a meeting's commands are decided. What has committed is taken in,
// published and only then acknowledged; what has not is nowhere but in the draft it was decided on.
import { setTimeout as wait } from "node:timers/promises";
import type { LogClient } from "#db/client.ts";
import { withDeadline } from "#db/deadline.ts";
import { type Appended, appendIf, commandInLog, eventsAfter, isStorageFull } from "#db/event-log.ts";
import type { CommandId, MeetingId } from "#domain/ids.ts";
import type { SentEvent } from "#domain/meeting/events.ts";
import { isRecorded } from "#domain/meeting/meeting.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { timedVotes } from "#domain/meeting/vote-time.ts";
import type { CommandReply } from "#domain/wire.ts";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import type { Meters } from "../meters.ts";
import { type Copy, copyWith, type Draft, decideAll, emptyCopy, type Request } from "./copy.ts";
import { summaryOf } from "./summary.ts";

/** After as many stale answers the meeting is busy, and the outbox keeps the command. */
const TRIES = 12;
/** Commands that share a commit. */
const BATCH = 50;
/** A command is answered within five seconds, whatever the database does (`reliability.md` R8). */
const PATIENCE_MS = 4800;
/** What is left of that once an append has passed its deadline. */
const SETTLING_MS = 700;

const unavailable: CommandReply = { status: "failed", reason: "unavailable" };

/** What a log has gained, with the meeting before and after it. */
export type Growth = {
  readonly meetingId: MeetingId;
  readonly events: readonly SentEvent[];
  readonly before: Meeting;
  readonly after: Meeting;
  readonly seq: number;
};

export type DeskNeeds = {
  readonly log: LogClient;
  readonly clock: Clock;
  readonly lines: Log;
  readonly meters: Pick<Meters, "appended" | "stale">;
  /** Told of everything a log gains, in order, before a command that added to it is acknowledged. */
  readonly publish: (growth: Growth) => void;
  /** Told, after that, how a meeting stands which this desk has added to. */
  readonly committed: (meetingId: MeetingId, copy: Copy) => void;
};

type Waiting = Request & { readonly answer: (reply: CommandReply) => void };

export class Desk {
  readonly #meetingId: MeetingId;
  readonly #needs: DeskNeeds;
  readonly #recorded = new Set<CommandId>();
  #copy: Copy | null = null;
  #queue: readonly Waiting[] = [];
  #work: Promise<void> | null = null;
  #reading: Promise<Copy> | null = null;
  #usedAt = performance.now();

  constructor(meetingId: MeetingId, needs: DeskNeeds) {
    this.#meetingId = meetingId;
    this.#needs = needs;
  }

  /** How long nobody has asked anything, in milliseconds; zero while at work. */
  get quietMs(): number {
    return this.#work || this.#reading ? 0 : performance.now() - this.#usedAt;
  }

  /** Decides and records a command in its turn; the answer comes after its events were published. */
  ask(request: Request): Promise<CommandReply> {
    this.#usedAt = performance.now();
    const { promise, resolve } = Promise.withResolvers<CommandReply>();
    const waiting: Waiting = { ...request, answer: resolve };
    const patience = setTimeout(() => {
      this.#queue = this.#queue.filter((queued) => queued !== waiting);
      resolve(unavailable);
    }, PATIENCE_MS);
    this.#queue = [...this.#queue, waiting];
    this.#work ??= this.#workOff();
    return promise.finally(() => clearTimeout(patience));
  }

  /** The meeting as this process knows it, with everything up to `seq` at least. */
  async copy(seq = 0): Promise<Copy> {
    this.#usedAt = performance.now();
    return this.#copy && this.#copy.seq >= seq ? this.#copy : this.catchUp();
  }

  /** Takes in what the log has gained, here or elsewhere. */
  catchUp(): Promise<Copy> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  /** When everything asked has been answered. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async #workOff(): Promise<void> {
    await Promise.resolve(); // what is asked in the same breath shares the first commit
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, BATCH);
      this.#queue = this.#queue.slice(BATCH);
      try {
        await this.#carryOut(batch);
      } catch (error) {
        this.#complain("not carried out", error);
        answerAll(batch, unavailable);
      }
    }
    this.#work = null;
  }

  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    let waiting = batch;
    for (let tries = 0; waiting.length > 0 && tries < TRIES; tries += 1) {
      // at random, or two busy processes would go on refusing each other in step
      if (tries > 0) await wait(Math.random() * Math.min(10 * 1.6 ** tries, 400));
      waiting = await this.#attempt(waiting);
    }
    answerAll(waiting, { status: "failed", reason: "busy" });
  }

  /** One try at one commit. Returns those that are to be decided again, on a later state of the log. */
  async #attempt(batch: readonly Waiting[]): Promise<readonly Waiting[]> {
    const copy = await this.copy();
    const repeated = batch.filter(({ id }) => this.#recorded.has(id));
    const fresh = batch.filter((one, place) => {
      return !this.#recorded.has(one.id) && batch.findIndex(({ id }) => id === one.id) === place;
    });
    const unanswered = new Set(batch);
    const done = (waiting: Waiting, reply: CommandReply) => {
      unanswered.delete(waiting);
      waiting.answer(reply);
    };
    await Promise.all(repeated.map(async (waiting) => done(waiting, await this.#replyInLog(waiting))));

    const draft = decideAll(copy, fresh, () => this.#needs.clock.now());
    if (draft.decided.length === 0) {
      // an append would have told: a refusal, too, must not rest on an old copy
      const moved = (await this.catchUp()).seq > copy.seq;
      if (!moved)
        for (const { request, refusal } of draft.refused) done(request, { status: "refused", refusal });
      return [...unanswered];
    }

    const answer = await this.#append(copy, draft);
    if (answer === "storageFull") {
      for (const { request } of draft.decided) done(request, { status: "failed", reason: "storageFull" });
    } else if (answer === "unknown") {
      await Promise.all(draft.decided.map(async ({ request }) => done(request, await this.#settle(request))));
    } else if (answer.status === "appended") {
      this.#take(draft.events, copy, draft.copy);
      this.#needs.committed(this.#meetingId, draft.copy);
      for (const { request, refusal } of draft.refused) done(request, { status: "refused", refusal });
      for (const [place, { request }] of draft.decided.entries()) {
        const outcome = answer.outcomes[place];
        if (outcome?.outcome === "ok") done(request, { status: "recorded", seq: outcome.seq });
      }
    } else {
      this.#take(answer.events, copy);
      for (const [place, { request }] of draft.decided.entries()) {
        const outcome = answer.outcomes[place];
        if (outcome?.outcome === "duplicate") done(request, { status: "recorded", seq: outcome.seq });
        if (outcome?.outcome === "reused") done(request, { status: "failed", reason: "idReused" });
      }
    }
    return [...unanswered];
  }

  async #append(
    copy: Copy,
    { decided, copy: after }: Draft<Waiting>,
  ): Promise<Appended | "unknown" | "storageFull"> {
    const summary = summaryOf(after.meeting);
    if (summary === null) throw new Error("events without a meeting");
    const { databaseAt } = this.#needs.clock;
    const commands = decided.map(({ id, by, at, command, events, times: { notBefore, until } }) => ({
      id,
      by,
      at,
      command,
      events,
      notBefore: notBefore === undefined ? undefined : databaseAt(notBefore),
      until: until === undefined ? undefined : databaseAt(until),
    }));
    const [wasFirst] = timedVotes(copy.meeting);
    const [first] = timedVotes(after.meeting);
    const dueAt = first ? databaseAt(first.closesAt) : wasFirst && null;
    const heard = this.#needs.clock.asking();
    const asked = performance.now();
    try {
      const answer = await appendIf(this.#needs.log, this.#meetingId, copy.seq, {
        commands,
        summary,
        dueAt,
      });
      heard(answer.now);
      if (answer.status === "stale") this.#needs.meters.stale();
      else this.#needs.meters.appended(commands.length, performance.now() - asked);
      return answer;
    } catch (error) {
      this.#complain("append unanswered", error);
      return isStorageFull(error) ? "storageFull" : "unknown";
    }
  }

  /**
   * After an append nobody answered: what the log says. Should the append arrive later still, it finds the log
   * moved on, or is found under its command id when that is sent again.
   */
  async #settle(request: Request): Promise<CommandReply> {
    try {
      await withDeadline(this.catchUp(), SETTLING_MS);
      return await withDeadline(this.#replyInLog(request), SETTLING_MS);
    } catch {
      return unavailable;
    }
  }

  async #replyInLog(request: Request): Promise<CommandReply> {
    const found = await commandInLog(this.#needs.log, this.#meetingId, request);
    if (found === null) return unavailable;
    if (found.outcome === "reused") return { status: "failed", reason: "idReused" };
    return { status: "recorded", seq: found.seq };
  }

  async #read(): Promise<Copy> {
    let copy = this.#copy ?? emptyCopy;
    for (;;) {
      const page = await eventsAfter(this.#needs.log, this.#meetingId, copy.seq);
      if (page.lastSeq < copy.seq) {
        // the database was restored to before what we know
        this.#copy = null;
        this.#recorded.clear();
        copy = emptyCopy;
        continue;
      }
      copy = this.#copy === null ? copyWith(copy, page.events) : this.#take(page.events, this.#copy);
      if (this.#copy === null) this.#remember(page.events);
      if (!page.more) break;
    }
    // nobody was told of what was read first: whoever joins reads it for themselves
    this.#copy ??= copy;
    return this.#copy;
  }

  /** Makes recorded events ours and tells the room. What was taken in meanwhile, by another reading, is not told twice. */
  #take(events: readonly SentEvent[], from: Copy, known?: Copy): Copy {
    const before = this.#copy ?? from;
    const fresh = events.filter(({ seq }) => seq > before.seq);
    if (fresh.length === 0) return before;
    const after = known && before === from ? known : copyWith(before, fresh);
    this.#copy = after;
    this.#remember(fresh);
    this.#needs.publish({
      meetingId: this.#meetingId,
      events: fresh,
      before: before.meeting,
      after: after.meeting,
      seq: after.seq,
    });
    return after;
  }

  #remember(events: readonly SentEvent[]): void {
    for (const event of events) if (isRecorded(event)) this.#recorded.add(event.commandId);
  }

  #complain(what: string, error: unknown): void {
    // the message alone: what people wrote can stand in the rest of a database's error
    const reason = error instanceof Error ? error.message : "unknown";
    this.#needs.lines.warn({ meetingId: this.#meetingId, reason }, what);
  }
}

function answerAll(batch: readonly Waiting[], reply: CommandReply): void {
  for (const { answer } of batch) answer(reply);
}
