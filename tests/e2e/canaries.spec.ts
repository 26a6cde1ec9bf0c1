// R23 with canaries. One word stands in everything that is written on an item nobody uncleared may read, another in what was
// said on an item before it was closed while they looked at it. Everything that reaches the browsers of an observer, of
// scrutiny, of somebody with an interest, of a stranger and of the wall is kept and searched: frames, every answer of the
// server, what the page shows and what the device holds, downloads, and each page asked for by hand.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { recordTables } from "#app/_tables/record-tables.ts";
import { EntryId, type ItemId, type MeetingId, VoteId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { boardId, seatId } from "#server/sample/cast.ts";
import { inGroups } from "../support/in-groups.ts";
import { nothingTold } from "../support/nothing-told.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { enter, entry } from "./support/room.ts";
import { storedWords } from "./support/stored-words.ts";
import { convene, type Held, openWire, plannedItem, send, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a page that is not theirs is answered with 404
test.use({ expectedComplaints: /Failed to load resource: the server responded with a status of 404/ });
// some hundreds of addresses are asked for, by five people, three times
test.setTimeout(360_000);

/** On the item that was closed before the meeting; said openly before the other was closed; said on it after that. */
const LEASE = "purple heron";
const HEARD = "white heron";
const AFTER = "green heron";

/** All that reaches a browser, by whatever way, from now on. */
function kept(context: BrowserContext): { readonly words: () => string; readonly forget: () => void } {
  let words: string[] = [];
  const listen = (page: Page) =>
    page.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => words.push(String(payload))),
    );
  for (const page of context.pages()) listen(page);
  context.on("page", listen);
  context.on("response", (response) => {
    response.text().then(
      (text) => words.push(text),
      () => undefined, // a redirect has no body
    );
  });
  return { words: () => words.join("\n"), forget: () => void (words = []) };
}

async function begin(person: Person, held: Held): Promise<Page> {
  const page = await enter(person, held);
  await page.getByRole("button", { name: "I have read this" }).click();
  return page;
}

/** What a page shows, holds in its document, or keeps on the device. */
async function heldBy(page: Page): Promise<string> {
  return (await page.content()) + (await storedWords(page));
}

/** Which of the words are in it; the whole of it would be too much to read. */
const among = (all: string, words: readonly string[]) => words.filter((word) => all.includes(word));

/** Every way to a meeting's words that has an address, asked for as a page, as its payload, and as a file. */
async function asked(
  { context }: Pick<Person, "context">,
  url: string,
  meetingId: MeetingId,
): Promise<string> {
  const meeting = `/meetings/${meetingId}`;
  const board = `/boards/${boardId("strategic")}`;
  const pages = [
    "/",
    "/meetings",
    "/boards",
    board,
    "/dashboard",
    "/account/held",
    "/people",
    ...["", "/record", "/minutes", "/agenda", "/screen"].map((part) => meeting + part),
  ];
  const files = [
    ...Object.keys(recordTables).flatMap((table) => [
      `/api${meeting}/tables/${table}`,
      `/api${meeting}/tables/${table}?form=whole`,
    ]),
    `/api${board}/facts`,
    `/api${board}/tables/figures`,
    `/api${meeting}/screens`,
  ];
  const ways = [...pages, ...files].map((path) => ({ path, headers: {} }));
  const asPayload = pages.map((path) => ({ path, headers: { rsc: "1" } }));
  const found = await inGroups([...ways, ...asPayload], async ({ path, headers }) => {
    const answer = await context.request.get(url + path, { headers, maxRedirects: 1 });
    expect(answer.status(), path).toBeLessThan(500);
    return answer.text();
  });
  return found.join("\n");
}

const newEntry = () => EntryId.parse(randomUUID());

/** What can be written on an item, with this word in all of it. */
function writtenOn(itemId: ItemId, word: string): readonly SentCommand[] {
  const speaker = { as: "chair" } as const;
  const decision = { ...nothingTold, entryId: newEntry() };
  const text = `That the ${word} be let`;
  return [
    { type: "recordNote", entryId: newEntry(), itemId, speaker, text: `The ${word}, noted` },
    { type: "proposeDecision", ...decision, itemId, speaker, text: `That the ${word} be sold` },
    { type: "readBackDecision", entryId: decision.entryId },
    { type: "amendDecision", ...decision, text, reason: `The ${word} is not ours` },
    { type: "readBackDecision", entryId: decision.entryId },
    { type: "layAsideDecision", entryId: decision.entryId },
    { type: "writePrivateNote", itemId, text: `Mind the ${word}` },
  ];
}

test("no word of closed business reaches whoever may not read it, by any way, from the moment it is closed", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const lease = plannedItem("Terms of the lease", {
    openness: { kind: "restricted", ground: "Commercial terms", reviewOn: null },
  });
  const items = [plannedItem("What we add together"), { ...lease, description: `Of the ${LEASE}` }];
  const clerk = await signedIn("field");
  const held = await convene(clerk.context, product.url, { title: "Board", items });
  const first = await takeFirst(held, items);
  const haldane = await signedIn("haldane");
  const wire = await openWire(haldane.context, product.url);
  const chairs = async (command: SentCommand) =>
    expect(await send(wire, held.meetingId, command), command.type).toMatchObject({ status: "recorded" });

  const [observer, scrutiny, interested, stranger] = [
    await signedIn("vance"),
    await signedIn("hollis"),
    await signedIn("marsh"),
    await signedIn("lister"),
  ];
  const member = await signedIn("asante");
  const wallContext = await browserOf();
  const open = { observer, scrutiny };
  const nets = new Map(
    [observer, scrutiny, interested, stranger, member, { context: wallContext }].map(({ context }) => [
      context,
      kept(context),
    ]),
  );
  const net = ({ context }: Pick<Person, "context">) => nets.get(context)?.words() ?? "";

  const wall = await wallContext.newPage();
  const chair = await begin(haldane, held);
  await test.step("everybody is there, one has an interest in the lease, and the wall hangs", async () => {
    for (const person of [observer, scrutiny, interested, member]) await begin(person, held);
    const interestedWire = await openWire(interested.context, product.url);
    const declared = { type: "declareInterest", itemId: lease.itemId, kind: "prejudicial" } as const;
    expect(
      await send(interestedWire, held.meetingId, { ...declared, nature: "My firm is the tenant" }),
    ).toMatchObject({ status: "recorded" });
    interestedWire.disconnect();
    const made = await haldane.context.request.post(`${product.url}/api/meetings/${held.meetingId}/screens`, {
      headers: { origin: product.url },
      data: { level: "queue" },
    });
    const { token }: { token: string } = await made.json();
    await wall.goto(`/meetings/${held.meetingId}/screen#${token}`);
    await expect(wall.getByRole("heading", { level: 1, name: /What we add together/ })).toBeVisible();
  });

  await test.step("what is said in the open is heard by all", async () => {
    const [note, decision, readBack, , , layAside] = writtenOn(first, HEARD);
    for (const command of [note, decision, readBack]) if (command) await held.carryOut(command);
    for (const { page } of [observer, scrutiny]) await expect(entry(page, `${HEARD}, noted`)).toBeVisible();
    await expect(wall.getByText(`That the ${HEARD} be sold`)).toBeVisible();
    if (layAside) await held.carryOut(layAside);
  });

  await test.step("the item is closed under way: from that moment on nothing of it is anywhere", async () => {
    // at once: some of what was said is still waiting to be read aloud
    await chair.getByRole("button", { name: "Close to the public" }).click();
    const dialog = chair.getByRole("dialog", { name: /^Close to the public/ });
    await dialog.getByRole("textbox", { name: "Ground" }).fill("Financial or business affairs");
    await dialog.getByRole("textbox", { name: "By which resolution" }).fill("Moved by the county, carried");
    await dialog.getByRole("button", { name: "Close to the public" }).click();
    for (const { page, name } of [observer, scrutiny]) {
      await expect(page.getByText("What is said on this item is withheld from observers")).toBeVisible();
      expect(among(await heldBy(page), [HEARD]), name).toEqual([]);
    }
    await expect(wall.getByText("Closed business")).toBeVisible();
    for (const each of nets.values()) each.forget();

    for (const command of writtenOn(first, AFTER)) await held.carryOut(command);
    await voteOn(first, AFTER);
    await expect(entry(member.page, `${AFTER}, noted`)).toBeVisible();
    for (const [name, person] of Object.entries(open)) {
      const all = (await heldBy(person.page)) + net(person);
      expect(among(all, [HEARD, AFTER]), name).toEqual([]);
    }
    expect(among((await heldBy(wall)) + net({ context: wallContext }), [HEARD, AFTER])).toEqual([]);
  });

  await test.step("the item that was closed all along: nor to whoever has an interest in it", async () => {
    await held.carryOut({ type: "closeItem", itemId: first, confirmed: [] });
    await held.carryOut({ type: "openItem", itemId: lease.itemId });
    for (const command of writtenOn(lease.itemId, LEASE)) await held.carryOut(command);
    await voteOn(lease.itemId, LEASE);
    await expect(entry(member.page, `${LEASE}, noted`)).toBeVisible();
    for (const person of [observer, scrutiny, interested])
      expect(among((await heldBy(person.page)) + net(person), [LEASE]), person.name).toEqual([]);
  });

  await test.step("nor when they load it anew, ask by hand, or take it home, in the meeting and after it", async () => {
    await searched("in session");
    await held.carryOut({ type: "closeItem", itemId: lease.itemId, confirmed: [] });
    await held.carryOut({ type: "closeMeeting" });
    await held.carryOut({ type: "draftMinutes" });
    await searched("minutes drafted");
    await chairs({ type: "approveMinutes" });
    await searched("minutes approved");
  });

  wire.disconnect();

  /** Put, answered with a reason, closed and revealed. */
  async function voteOn(itemId: ItemId, word: string): Promise<void> {
    const voteId = VoteId.parse(randomUUID());
    const seat = seatId("strategic", "POL");
    if (word === AFTER)
      await held.carryOut({
        type: "markAttendance",
        seat,
        outcome: "principal",
        mode: "inPerson",
        from: null,
      });
    const text = `Shall the ${word} be let?`;
    await chairs({
      type: "openVote",
      voteId,
      itemId,
      kind: "vote",
      text,
      about: null,
      secret: false,
      linkedTo: null,
    });
    await held.carryOut({ type: "castVote", voteId, seat, choice: "for", reason: `The ${word} is ripe` });
    await chairs({ type: "closeVote", voteId });
    await chairs({ type: "revealVotes", voteId });
  }

  async function searched(when: string): Promise<void> {
    for (const person of [observer, scrutiny, interested, stranger]) {
      const mayReadFirst = person === interested;
      await person.page.goto(`/meetings/${held.meetingId}`);
      await person.page.goto(`/meetings/${held.meetingId}/record`);
      await person.page.waitForLoadState("networkidle");
      const all =
        (await asked(person, product.url, held.meetingId)) + (await heldBy(person.page)) + net(person);
      const words = mayReadFirst ? [LEASE] : [LEASE, HEARD, AFTER];
      expect(among(all, words), `${person.name}, ${when}`).toEqual([]);
    }
    await wall.reload();
    const onWall = (await heldBy(wall)) + net({ context: wallContext });
    expect(among(onWall, [LEASE, HEARD, AFTER]), `the wall, ${when}`).toEqual([]);
    // the net holds: whoever may read it has all of it in theirs
    const theirs = await asked(member, product.url, held.meetingId);
    expect(among(theirs, [LEASE, HEARD, AFTER]), when).toEqual([LEASE, HEARD, AFTER]);
  }
});
