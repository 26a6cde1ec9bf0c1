// Votes: the chair puts a question, each seat answers from its own device, the clerk for a seat without one; nobody holds
// what another has answered before it is revealed.
import type { Page, WebSocket } from "@playwright/test";
import { seatId } from "#server/sample/cast.ts";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { act, enter, entry, sit } from "./support/room.ts";
import { answer, sayings, vote } from "./support/votes.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const TITLE = "What we add together";
const WORDS = "That forty homes be funded.";
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

async function inSession(clerk: Person, url: string) {
  const items = [plannedItem(TITLE, { kind: "decision" })];
  const held = await convene(clerk.context, url, { title: "Board", items });
  return { ...held, itemId: await takeFirst(held, items) };
}

/** Everything a page is told over its socket from now on. */
function listening(page: Page): { readonly heard: () => string } {
  const frames: string[] = [];
  page.on("websocket", (socket: WebSocket) =>
    socket.on("framereceived", ({ payload }) => frames.push(payload.toString())),
  );
  return { heard: () => frames.join("\n") };
}

test("a recorded vote on a decision: cast from devices and by the clerk, hidden until it is revealed, a tie decided", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await signedIn("haldane");
  const marsh = await signedIn("marsh");
  const farrow = await signedIn("farrow");
  const doyle = await signedIn("doyle", PHONE);
  const said = await sayings(farrow.page);
  const ears = new Map([chair, clerk, farrow, doyle].map(({ page }) => [page, listening(page)]));
  await enter(clerk, held);
  await clerk.page.getByRole("button", { name: "I have read this" }).click();
  for (const person of [marsh, farrow]) await sit(person, held);
  await enter(doyle, held);
  await doyle.page.getByRole("button", { name: "I have read this" }).tap();
  await act(doyle.page, "I am here").tap();
  await enter(chair, held);
  await chair.page.getByRole("button", { name: "I have read this" }).click();

  await test.step("the chair puts a decision to the vote: it is large on every screen", async () => {
    const { page } = chair;
    await page.keyboard.press("d");
    await page.getByRole("textbox", { name: "Words of the decision" }).fill(WORDS);
    await page.keyboard.press("Enter");
    await expect(entry(page, WORDS)).toContainText("1.1");
    await entry(page, WORDS).getByRole("button", { name: "More about 1.1" }).click();
    await page.getByRole("menuitem", { name: "Put to the vote" }).click();
    const form = page.getByRole("form", { name: "Open a vote" });
    await expect(form.getByRole("textbox", { name: "What is asked" })).toHaveValue(WORDS);
    await expectAccessible(page, "the form of a vote");
    await form.getByRole("button", { name: "Open the vote" }).click();
    for (const each of [chair, clerk, marsh, farrow, doyle]) {
      await expect(vote(each.page).getByRole("heading", { name: WORDS })).toBeVisible();
      await expect(vote(each.page)).toContainText("0 of 3 seats have voted.");
    }
    await expectAccessible(marsh.page, "a vote to be cast");
  });

  await test.step("on a phone the answers are as large as a thumb", async () => {
    await expectNoSideways(doyle.page, "a vote on a phone");
    for (const name of ["For", "Against", "Abstain"]) {
      const box = await answer(doyle.page, name).boundingBox();
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
      expect(box?.width, name).toBeGreaterThanOrEqual(150);
    }
    await answer(doyle.page, "Against").tap();
    await expect(vote(doyle.page)).toContainText("You have voted: against.");
  });

  await test.step("a seat may change its answer, and say why", async () => {
    const { page } = marsh;
    await answer(page, "Abstain").click();
    await expect(vote(page)).toContainText("You have voted: abstain.");
    await answer(page, "For").click();
    await expect(vote(page)).toContainText(
      "You have voted: for. You may change it until the vote is closed.",
    );
    await expect(answer(page, "For")).toHaveAttribute("aria-pressed", "true");
    await vote(page).getByRole("button", { name: "Say why" }).click();
    await vote(page).getByRole("textbox", { name: "Why" }).fill("Northgate is ready.");
    await page.keyboard.press("Enter");
    await expect(vote(page)).toContainText("“Northgate is ready.”");
    await expect(vote(chair.page)).toContainText("2 of 3 seats have voted.");
    await expectAccessible(page, "a vote that is cast");
    await page.reload();
    await expect(vote(page)).toContainText("You have voted: for.");
  });

  await test.step("the clerk votes for a seat that says so in the room, and not over one that has voted itself", async () => {
    const { page } = clerk;
    await held.carryOut({
      type: "markAttendance",
      seat: seatId("strategic", "POL"),
      outcome: "principal",
      mode: "inPerson",
      from: null,
    });
    await vote(page).getByRole("button", { name: "Vote for a seat without a device" }).click();
    const form = page.getByRole("form", { name: "Vote for a seat" });
    await form.getByRole("button", { name: /Which seat/ }).click();
    await expect(page.getByRole("option", { name: /Chamber of Commerce/ })).toHaveCount(0);
    await page.getByRole("option", { name: "Police" }).click();
    await form.getByText("For", { exact: true }).click();
    await expectAccessible(page, "the clerk's form of a vote");
    await form.getByRole("button", { name: "Record its vote" }).click();
    await expect(vote(chair.page)).toContainText("3 of 4 seats have voted.");
    await answer(farrow.page, "Against").click();
    await expect(vote(chair.page)).toContainText("4 of 4 seats have voted.");
  });

  await test.step("what others have answered has reached nobody, the chair neither", async () => {
    for (const [page, { heard }] of ears) {
      const choices = heard().match(/"choice":"\w+"/g) ?? [];
      const own = page === doyle.page || page === farrow.page ? ['"choice":"against"'] : [];
      expect(choices).toEqual(page === clerk.page ? ['"choice":"for"'] : own);
      expect(heard()).not.toContain("Northgate is ready.");
    }
    await expect(chair.page.getByText("Northgate is ready.")).toHaveCount(0);
  });

  await test.step("closed and revealed by the chair, it is a tie; the casting vote carries it", async () => {
    const { page } = chair;
    await act(page, /^Close the vote/).click();
    await expect(vote(marsh.page)).toContainText("4 of 4 seats have voted. The result is not known");
    await expect(answer(marsh.page, "For")).toHaveCount(0);
    await expectAccessible(page, "a vote that is closed");
    await act(page, /^Reveal the result/).click();
    for (const each of [chair, clerk, marsh, farrow, doyle]) {
      await expect(vote(each.page)).toContainText("2 for and 2 against. A tie.");
    }
    await vote(page).getByRole("button", { name: "For", exact: true }).click();
    await expect(vote(marsh.page)).toContainText("Carried, on the chair’s casting vote.");
    await expect.poll(said).toContain("2 for and 2 against. Carried, on the chair’s casting vote.");
    expect((await said()).filter((text) => /vote|2 for/i.test(text))).toEqual([
      `Vote opened: ${WORDS}`,
      "The vote is closed. 4 of 4 seats have voted.",
      `${WORDS} 2 for and 2 against. A tie.`,
      "2 for and 2 against. Carried, on the chair’s casting vote.",
    ]);
    await vote(marsh.page).getByRole("button", { name: "How each seat voted" }).click();
    await expect(vote(marsh.page).getByRole("listitem")).toContainText([
      /Chamber of Commerce: for.*Northgate is ready\./,
      /Police: for/,
      /Tenants’ Federation: against/,
      /Voluntary Action: against/,
    ]);
    await expect(vote(page).getByRole("row", { name: /^For 2/ })).toContainText("Business 1");
    await expectAccessible(marsh.page, "the result of a vote");
    await expectNoSideways(doyle.page, "a result on a phone");
  });

  await test.step("the decision is then agreed by vote, and the record says what it came to", async () => {
    const { page } = chair;
    await act(page, /^Read back decision 1\.1/).click();
    const reading = page.getByRole("dialog", { name: "Decision 1.1 is read back" });
    await expect(reading.getByRole("radio", { name: "by vote" })).toBeChecked();
    await reading.getByRole("button", { name: "Agreed, without a quorum" }).click();
    await expect(marsh.page.getByRole("dialog")).toBeHidden();
    await expect(entry(marsh.page, WORDS)).toContainText("Agreed, by vote");
    await expect(entry(marsh.page, WORDS)).toContainText("2 for and 2 against.");
    await marsh.page.getByRole("button", { name: "Put the result away" }).click();
    await expect(marsh.page.getByRole("region", { name: "Votes on item 1" })).toContainText(WORDS);
    await marsh.page.goto(`/meetings/${held.meetingId}/record`);
    await expect(marsh.page.getByRole("region", { name: "Votes on item 1" })).toContainText(
      "2 for and 2 against.",
    );
    await expectAccessible(marsh.page, "a vote on the record");
  });
});

test("a secret vote: each casts once from a device, nothing of it reaches a page before its totals do", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await signedIn("haldane");
  const sood = await signedIn("sood");
  const tran = await signedIn("tran", PHONE);
  const all = [chair, clerk, sood, tran];
  const ears = all.map(({ page }) => listening(page));
  await enter(clerk, held);
  await sit(sood, held);
  await enter(tran, held);
  await tran.page.getByRole("button", { name: "I have read this" }).tap();
  await act(tran.page, "I am here").tap();
  await enter(chair, held);

  await test.step("the chair opens it on the item", async () => {
    const { page } = chair;
    await page.getByRole("button", { name: "Open a vote or a temperature check" }).click();
    const form = page.getByRole("form", { name: "Open a vote" });
    await form.getByRole("textbox", { name: "What is asked" }).fill("Who is to lead");
    await form.getByText("Secret, totals alone").click();
    await form.getByRole("button", { name: "Open the vote" }).click();
    for (const each of all) await expect(vote(each.page)).toContainText("Vote, secret, open now");
    await expect(vote(clerk.page).getByRole("button")).toHaveCount(0);
  });

  await test.step("a seat casts its ballot, and it stays as it is, on the page opened anew too", async () => {
    await expect(vote(tran.page)).toContainText("A secret ballot is cast once and cannot be changed.");
    await expectNoSideways(tran.page, "a secret vote on a phone");
    await answer(tran.page, "Against").tap();
    await expect(vote(tran.page)).toContainText("This seat has cast its ballot.");
    await expectAccessible(sood.page, "a secret vote to be cast");
    await answer(sood.page, "For").click();
    await expect(vote(sood.page)).toContainText("This seat has cast its ballot.");
    await sood.page.reload();
    await expect(vote(sood.page)).toContainText("This seat has cast its ballot.");
    await expect(answer(sood.page, "Against")).toHaveCount(0);
  });

  await test.step("nobody is told who has voted, or how many, or what", async () => {
    await expect(vote(chair.page)).toContainText("Nobody sees who has voted, or how many.");
    for (const { heard } of ears) expect(heard()).not.toMatch(/"choice"|"for"|"against"|voteCast/);
  });

  await test.step("the totals are made known, and nothing else is", async () => {
    await act(chair.page, /^Close the vote/).click();
    await act(chair.page, /^Reveal the result/).click();
    for (const { page } of all) {
      await expect(vote(page)).toContainText("1 for and 1 against. A tie.");
      await expect(vote(page)).toContainText("Secret: only these totals are known.");
      await expect(vote(page).getByRole("button", { name: "How each seat voted" })).toHaveCount(0);
    }
    await expectAccessible(sood.page, "the result of a secret vote");
    for (const { heard } of ears) expect(heard()).not.toMatch(/"seat":"[^"]*","choice"/);
  });
});
