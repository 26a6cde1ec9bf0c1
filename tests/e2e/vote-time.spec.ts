// Votes with a time to answer: everybody sees what is left of it, it closes by itself once, and it is said aloud once that
// a minute is left and once that it is closed.
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { act, enter, sit } from "./support/room.ts";
import { answer, sayings, vote } from "./support/votes.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

// ten seconds pass in one, so that two minutes take twelve
test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z", CLOCK_RATE: "10" } });
test.setTimeout(240_000);

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

async function inSession(clerk: Person, url: string) {
  const items = [plannedItem("What we add together", { kind: "decision" })];
  const held = await convene(clerk.context, url, { title: "Board", items });
  await takeFirst(held, items);
  return held;
}

async function openVote(page: Page, words: string, { time, way }: { time: string; way?: string }) {
  await page.getByRole("button", { name: "Open a vote or a temperature check" }).click();
  const form = page.getByRole("form", { name: "Open a vote" });
  await form.getByRole("textbox", { name: "What is asked" }).fill(words);
  if (way) await form.getByText(way).click();
  await form.getByText(time, { exact: true }).click();
  await expectAccessible(page, "the form of a vote with a time");
  await form.getByRole("button", { name: "Open the vote" }).click();
}

test("a vote is open for two minutes, is given one more, and closes by itself for everybody", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await signedIn("haldane");
  const marsh = await signedIn("marsh");
  const doyle = await signedIn("doyle", PHONE);
  const said = await sayings(marsh.page);
  await sit(marsh, held);
  await enter(doyle, held);
  await doyle.page.getByRole("button", { name: "I have read this" }).tap();
  await act(doyle.page, "I am here").tap();
  await enter(chair, held);

  await test.step("everybody sees what is left of the time", async () => {
    await openVote(chair.page, "That forty homes be funded.", { time: "2 minutes" });
    for (const { page } of [chair, marsh, doyle]) {
      await expect(vote(page).getByRole("timer")).toHaveText(/^[12]:\d\d left$/);
    }
    await expectNoSideways(doyle.page, "a vote with a time on a phone");
    await answer(doyle.page, "For").tap();
    await expect(vote(doyle.page)).toContainText("You have voted: for.");
    await expectAccessible(marsh.page, "a vote with a time");
  });

  await test.step("the chair gives it a minute more", async () => {
    const { page } = chair;
    await page.getByRole("button", { name: "One minute more" }).click();
    await expect(vote(marsh.page).getByRole("timer")).toHaveText(/^2:\d\d left$/);
  });

  await test.step("time is up: it is closed for all, and nobody answers it any more", async () => {
    for (const { page } of [chair, marsh, doyle]) {
      await expect(vote(page)).toContainText("Its time was up. 1 of 2 seats have voted.", {
        timeout: 30_000,
      });
      await expect(vote(page).getByRole("timer")).toHaveCount(0);
      await expect(answer(page, "For")).toHaveCount(0);
    }
    await expectAccessible(chair.page, "a vote that time has closed");
    await expect(chair.page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
    await act(chair.page, /^Reveal the result/).click();
    await expect(vote(marsh.page)).toContainText("1 for and 0 against. Carried.");
  });

  await test.step("what was said aloud of it: each once, and never the time ticking", async () => {
    await expect.poll(said).toContain("That forty homes be funded. 1 for and 0 against. Carried.");
    expect((await said()).filter((text) => /vote|left|minute/i.test(text))).toEqual([
      "Vote opened, for 2 minutes: That forty homes be funded.",
      expect.stringMatching(/^The vote closes in 2 minutes( \d+ seconds?)?\.$/),
      "One minute left to vote.",
      "Time is up. The vote is closed. 1 of 2 seats have voted.",
    ]);
  });
});

test("a secret vote closes by itself too, and a temperature check; one without a time is given one", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const chair = await signedIn("haldane");
  const sood = await signedIn("sood");
  await sit(sood, held);
  await enter(chair, held);

  await test.step("secret", async () => {
    await openVote(chair.page, "Who is to lead", { time: "1 minute", way: "Secret, totals alone" });
    await answer(sood.page, "For").click();
    await expect(vote(sood.page)).toContainText("This seat has cast its ballot.");
    await expect(vote(sood.page)).toContainText("Its time was up.", { timeout: 20_000 });
    await act(chair.page, /^Reveal the result/).click();
    await expect(vote(sood.page)).toContainText("1 for and 0 against. Carried.");
    await chair.page.getByRole("button", { name: "Put the result away" }).click();
  });

  await test.step("a temperature check, at first without a time", async () => {
    await openVote(chair.page, "Are we ready?", {
      time: "Until the chair closes it",
      way: "Temperature check",
    });
    await expect(vote(sood.page)).toContainText("Are we ready?");
    await expect(vote(sood.page).getByRole("timer")).toHaveCount(0);
    await chair.page.getByRole("button", { name: "Close it in one minute" }).click();
    await expect(vote(sood.page).getByRole("timer")).toHaveText(/left$/);
    await answer(sood.page, "Can live with it").click();
    await expect(vote(sood.page)).toContainText("Its time was up. 1 of 1 seat has voted.", {
      timeout: 20_000,
    });
  });
});
