// An observer, somebody of another board and a stranger get nothing they may not have: not by page, not by
// socket, not by asking the server straight; and are told so.
import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import type { MeetingId } from "#domain/ids.ts";
import { EntryId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { boardId, personId, seatId } from "#server/sample/cast.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { entry, write } from "./support/room.ts";
import { convene, type Held, join, openWire, plannedItem, send, since, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
// a page that is not there is complained of
test.use({ expectedComplaints: /the server responded with a status of 404/ });

const OPEN = "Everybody may hear that trams are dear";
const SECRET = "Nobody outside may hear of the purple heron";
const restricted = { kind: "restricted", ground: "Commercial terms", reviewOn: null } as const;

type Prepared = Held & { readonly open: SentCommand; readonly address: string };

/** In session: one open item with a note, one restricted item briefed and noted in words nobody else may see. */
async function prepare({ clerk, chair }: Record<"clerk" | "chair", Person>, url: string): Promise<Prepared> {
  const secret = plannedItem("Terms of the lease", { openness: restricted });
  const items = [plannedItem("Transport"), { ...secret, description: `${SECRET}, in the briefing` }];
  const [first, second] = items;
  if (!first || !second) throw new Error("two items");
  const held = await convene(clerk.context, url, { title: "Board", items });
  const note = (itemId: typeof first.itemId, text: string): SentCommand => ({
    type: "recordNote",
    entryId: EntryId.parse(randomUUID()),
    itemId,
    speaker: { as: "chair" },
    text,
  });
  await takeFirst(held, items);
  await held.carryOut(note(first.itemId, OPEN));
  await held.carryOut({ type: "closeItem", itemId: first.itemId, confirmed: [] });
  const presiding = await openWire(chair.context, url);
  const excluded = await send(presiding, held.meetingId, {
    type: "excludePublic",
    reason: "Commercial terms",
  });
  expect(excluded).toMatchObject({ status: "recorded" });
  presiding.disconnect();
  await held.carryOut({ type: "openItem", itemId: second.itemId });
  await held.carryOut(note(second.itemId, SECRET));
  return { ...held, open: note(second.itemId, "From outside"), address: `/meetings/${held.meetingId}` };
}

/** All that reaches a browser by its sockets from now on. */
function framesOf(page: Page): string[] {
  const frames: string[] = [];
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  return frames;
}

/** What the wire says to somebody, asked straight for all it has. */
async function askWire(context: BrowserContext, url: string, meetingId: MeetingId, command: SentCommand) {
  const wire = await openWire(context, url);
  const answers = {
    join: await join(wire, meetingId),
    since: await since(wire, meetingId),
    command: await send(wire, meetingId, command),
  };
  wire.disconnect();
  return answers;
}

async function putStraight({ context }: Pick<Person, "context">, url: string, path: string, data: object) {
  const method = path.includes("roles/") ? ("put" as const) : ("post" as const);
  return context.request[method](url + path, { headers: { origin: url }, data });
}

const someoneNew = {
  name: "Somebody",
  post: "",
  level: 1,
  electedOffice: null,
  partnerId: null,
  email: null,
};
const newBoard = {
  name: "Board",
  layer: "strategic",
  chairId: personId("field"),
  clerkId: personId("field"),
};
const newMeeting = {
  meetingId: randomUUID(),
  boardId: boardId("strategic"),
  title: "Board",
  day: "2026-11-24",
  time: "18:00",
  lengthMinutes: 60,
  place: "",
};
const asked = [
  ["/api/people", someoneNew],
  ["/api/boards", newBoard],
  ["/api/meetings", newMeeting],
  [`/api/boards/${boardId("strategic")}/roles/${personId("lister")}`, { role: "clerk" }],
] as const;

test("an observer hears what is open, and nothing of what is restricted", async ({ signedIn, product }) => {
  const clerk = await signedIn("field");
  const runners = { clerk, chair: await signedIn("haldane") };
  const { address, meetingId, open } = await prepare(runners, product.url);
  const observer = await signedIn("vance");
  const [seen, known] = [framesOf(observer.page), framesOf(clerk.page)];

  await test.step("by page", async () => {
    for (const path of [address, `${address}/record`, `${address}/agenda`]) {
      await observer.page.goto(path);
      await expect(observer.page.getByText("Terms of the lease").first()).toBeVisible();
      await expect(observer.page.getByText("Commercial terms").first()).toBeVisible();
      expect(await observer.page.content()).not.toContain("purple heron");
    }
    await observer.page.goto(`${address}/record`);
    await expect(observer.page.getByText(OPEN)).toBeVisible();
    await expect(observer.page.getByText("Withheld.")).toBeVisible();
    await observer.page.goto(address);
    await expect(observer.page.getByText("What is said on this item is withheld")).toBeVisible();
  });
  await test.step("by the socket of those pages, while the clerk's has it all", async () => {
    await clerk.page.goto(address);
    await expect(clerk.page.getByText(SECRET, { exact: true })).toBeVisible();
    await expect(clerk.page.getByText(/ this room open\./)).toBeVisible();
    await write(clerk.page, "n", "A second purple heron");
    await expect(entry(clerk.page, "A second purple heron")).toContainText("2.2");
    await expect.poll(() => known.join()).toContain("A second purple heron");
    await expect.poll(() => seen.join().split("withheld").length).toBeGreaterThan(1);
    expect(seen.join()).not.toContain("purple heron");
  });
  await test.step("by asking straight", async () => {
    const { join, since, command } = await askWire(observer.context, product.url, meetingId, open);
    expect(join).toMatchObject({ status: "joined" });
    expect(JSON.stringify([join, since])).toContain(OPEN);
    expect(JSON.stringify([join, since])).not.toContain("purple heron");
    expect(command).toMatchObject({ status: "refused", refusal: { code: "roleMayNot" } });
    for (const [path, data] of asked) {
      const answer = await putStraight(observer, product.url, path, data);
      expect([403, 404], path).toContain(answer.status());
    }
  });
});

test("somebody of another board, and an observer of a draft, find nothing at the address", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const runners = { clerk, chair: await signedIn("haldane") };
  const { address, meetingId, open } = await prepare(runners, product.url);
  const draft = await convene(clerk.context, product.url, {
    title: "Draft",
    items: [plannedItem("Secret plan")],
  });
  const elsewhere = await signedIn("lister");
  const observer = await signedIn("vance");

  const strategic = `board=${boardId("strategic")}`;
  const closed: readonly (readonly [Person, string])[] = [
    ...["", "/agenda", "/record", "/minutes"].map((under) => [elsewhere, address + under] as const),
    [elsewhere, `/dashboard?${strategic}`],
    [elsewhere, `/dashboard/challenge-rate?${strategic}`],
    [elsewhere, "/people/new"],
    [elsewhere, "/boards/new"],
    [observer, `/meetings/${draft.meetingId}`],
    [observer, `/meetings/${draft.meetingId}/agenda`],
  ];
  for (const [{ page }, path] of closed) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText("you may not be among those who can read it"), path).toBeVisible();
    expect(await page.content()).not.toMatch(/trams are dear|purple heron|Secret plan/);
  }

  const glimpse = elsewhere.page;
  await glimpse.goto(`/boards/${boardId("strategic")}`);
  await expect(glimpse.getByRole("heading", { level: 1, name: "Strategic board" })).toBeVisible();
  await expect(glimpse.getByText("Ruth Calloway")).toHaveCount(0);

  const notFound = { status: "failed", reason: "notFound" };
  expect(await askWire(elsewhere.context, product.url, meetingId, open)).toEqual({
    join: notFound,
    since: notFound,
    command: notFound,
  });
  expect(await askWire(observer.context, product.url, draft.meetingId, open)).toEqual({
    join: notFound,
    since: notFound,
    command: notFound,
  });
  for (const [path, data] of asked) {
    const answer = await putStraight(elsewhere, product.url, path, data);
    expect([403, 404], path).toContain(answer.status());
    expect(await answer.json()).toMatchObject({ ok: false });
  }
});

test("a stranger is asked to sign in, and is told nothing", async ({ signedIn, browserOf, product }) => {
  const runners = { clerk: await signedIn("field"), chair: await signedIn("haldane") };
  const { address } = await prepare(runners, product.url);
  const context = await browserOf();
  const page = await context.newPage();
  const paths = ["", "/agenda", "/record", "/minutes"].map((under) => address + under);
  for (const path of [...paths, "/meetings", "/boards", "/people", "/dashboard", "/account/held"]) {
    await page.goto(path);
    await expect(page, path).toHaveURL(/\/sign-in/);
    await expect(page.getByRole("heading", { level: 1, name: "Choose whom to be" })).toBeVisible();
  }
  for (const [path, data] of asked) {
    const answer = await putStraight({ context }, product.url, path, data);
    expect(answer.status(), path).toBe(401);
  }
  const wire = await openWire(context, product.url);
  const refused = await new Promise<Error>((resolve) => wire.once("connect_error", resolve));
  expect(refused.message).toBe("notSignedIn");

  await test.step("and comes back to where they wanted to go", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: "Margaret Haldane" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  });
});

test("a partner speaks for their own seat only", async ({ signedIn, product }) => {
  const runners = { clerk: await signedIn("field"), chair: await signedIn("haldane") };
  const { meetingId, open } = await prepare(runners, product.url);
  const marsh = await signedIn("marsh");
  const wire = await openWire(marsh.context, product.url);
  if (open.type !== "recordNote") throw new Error("a note");
  const forAnother = { ...open, speaker: { as: "seat", seat: seatId("strategic", "POL") } } as const;
  expect(await send(wire, meetingId, forAnother)).toMatchObject({ status: "refused" });
  expect(await send(wire, meetingId, { type: "closeMeeting" })).toMatchObject({
    status: "refused",
    refusal: { code: "roleMayNot" },
  });
  wire.disconnect();
});
