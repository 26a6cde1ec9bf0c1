// The yearly self-assessment: a clerk opens it, partners answer by the links in their letters, one of them on a phone and
// one without a line for a while, and what they said is shown to all together, beside the record.
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { BrowserContext, Page } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { freePort } from "#server/free-port.ts";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, nameOf, test } from "./support/journey.ts";

// the runner and its worker each read this, and must name the same
process.env["JOURNEY_MAIL_PORT"] ??= String(await freePort());
const MAIL_PORT = Number(process.env["JOURNEY_MAIL_PORT"]);

test.use({
  settings: {
    CLOCK_START: "2026-11-24T18:00:00Z",
    MAIL_URL: `smtp://127.0.0.1:${MAIL_PORT}`,
    MAIL_FROM: "board@example.org",
  },
  expectedComplaints: /Failed to load resource: (net::ERR_|the server responded with a status of 404)/,
});

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const page = `/boards/${boardId("executive")}/self-assessment`;

type Letter = { readonly name: string; readonly subject: string; readonly link: string };

/** The mail server of the partnership: what it has taken, by the name in each letter. */
async function postbox() {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      void text(stream).then((raw) => {
        const words = raw.replaceAll("=\r\n", "").replaceAll("=3D", "=");
        letters.push({
          name: /Dear ([^,]+),/.exec(words)?.[1] ?? "",
          subject: /^Subject: (.+)$/m.exec(words)?.[1] ?? "",
          link: /https?:\/\/\S+\/self-assessment#[\w-]{43}/.exec(words)?.[0] ?? "",
        });
        done();
      });
    },
  });
  server.listen(MAIL_PORT, "127.0.0.1");
  await once(server.server, "listening");
  const linkOf = (key: string) => letters.find(({ name }) => name === nameOf(key))?.link ?? "";
  return { letters, linkOf, close: () => new Promise<void>((done) => server.close(done)) };
}

const groups = (sheet: Page) => sheet.getByRole("radiogroup");
const head = (sheet: Page, name: string | RegExp) => sheet.getByRole("heading", { level: 1, name });

/** What is pressed is the label: the radio itself is out of sight. */
async function tap(sheet: Page, place: number, choice: number | "I don’t know"): Promise<void> {
  await groups(sheet)
    .nth(place)
    .locator("label.tap")
    .filter({ hasText: new RegExp(`^${choice}$`) })
    .click();
}

async function tapAll(sheet: Page, choice: number, but: readonly number[] = []): Promise<void> {
  await expect(groups(sheet)).toHaveCount(26);
  for (let place = 0; place < 26; place += 1) if (!but.includes(place)) await tap(sheet, place, choice);
}

/** A device that makes no key, and so opens no store, before it is told to. */
async function slowDevice(context: BrowserContext) {
  const told = Promise.withResolvers<void>();
  await context.exposeFunction("untilTold", () => told.promise);
  await context.addInitScript(() => {
    // the empty page that stands there first can make no key
    if (!isSecureContext) return;
    const make = crypto.subtle.generateKey.bind(crypto.subtle);
    const slowly = async (...asked: Parameters<typeof make>) => {
      await Reflect.get(globalThis, "untilTold")();
      return make(...asked);
    };
    Object.defineProperty(crypto.subtle, "generateKey", { value: slowly });
  });
  return { context, answer: () => told.resolve() };
}

/** How many sheets this browser keeps. */
function draftsKept(): Promise<number> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("candour-self-assessment");
    opening.addEventListener("error", () => failed(opening.error));
    opening.addEventListener("success", () => {
      const counting = opening.result.transaction("drafts").objectStore("drafts").count();
      counting.addEventListener("success", () => {
        done(counting.result);
        opening.result.close();
      });
    });
  });
}

const send = (sheet: Page) => sheet.getByRole("button", { name: /^Send my answers/ });

test.setTimeout(300_000);

test("six partners answer by their links, and see together how they work, beside the record", async ({
  signedIn,
  browserOf,
}) => {
  const post = await postbox();
  const clerk = (await signedIn("field")).page;
  const open = async (key: string, options = {}) => {
    const sheet = await (await browserOf(options)).newPage();
    await sheet.goto(post.linkOf(key));
    await expect(head(sheet, "How well does the Executive work?")).toBeVisible();
    return sheet;
  };

  await test.step("the clerk opens it, takes it back, and opens it again", async () => {
    await clerk.goto(`/boards/${boardId("executive")}`);
    await clerk.getByRole("link", { name: "Its self-assessment" }).click();
    await expect(clerk.getByText("14 people of 10 partners.")).toBeVisible();
    await expect(clerk.getByText(/^Chair and clerks .* are not asked/)).toBeVisible();
    await expectAccessible(clerk, "the form to open one");
    await clerk.getByText("Daniel Ferris").click();
    await expect(clerk.getByText("13 people of 9 partners. Nobody of The University.")).toBeVisible();
    await clerk.getByText("Daniel Ferris").click();
    await clerk.getByRole("button", { name: "Open it" }).click();
    await clerk.getByRole("button", { name: "Undo" }).click();
    await expect(clerk.getByText("14 people of 10 partners.")).toBeVisible();
    await clerk.getByRole("button", { name: "Open it" }).click();
    await expect(clerk.getByText("14 people will be asked.")).toBeVisible();
    await expect.poll(() => post.letters.length, { timeout: 40_000 }).toBe(14);
    expect(post.linkOf("bello")).not.toBe("");
  });

  await test.step("on a phone: kept on the device as it is tapped, and one left alone is pointed out", async () => {
    const device = await slowDevice(await browserOf(PHONE));
    const sheet = await device.context.newPage();
    await sheet.goto(post.linkOf("bello"));
    await expect(head(sheet, "How well does the Executive work?")).toBeVisible();
    expect(new URL(sheet.url()).hash).toBe("");
    await tap(sheet, 0, 4);
    await tap(sheet, 1, "I don’t know");
    await expect(sheet.getByText(/^2 of 26 answered\. Kept on this device/)).toBeVisible();
    device.answer();
    await expect.poll(() => sheet.evaluate(draftsKept), "what was tapped before is kept, too").toBe(1);
    await sheet.reload();
    await expect(groups(sheet).first().getByRole("radio", { name: /^4,/ })).toBeChecked();
    await expect(groups(sheet).nth(1).getByRole("radio", { name: "I don’t know" })).toBeChecked();
    await tapAll(sheet, 4, [1, 7]);
    await send(sheet).click();
    await expect(sheet.getByText(/^1 statement has no answer: 8\./)).toBeVisible();
    await expect(groups(sheet).nth(7).getByRole("radio").first()).toBeFocused();
    await expectAccessible(sheet, "the sheet, with one left alone");
    await sheet.setViewportSize(PHONE.viewport);
    await tap(sheet, 7, 4);
    await send(sheet).click();
    await expect(head(sheet, "Thank you")).toBeFocused();
    await expectAccessible(sheet, "sent");
    await sheet.reload();
    await expect(head(sheet, "Your answers are there")).toBeVisible();
  });

  await test.step("by keyboard alone, and by one who wants no more letters", async () => {
    const keys = await open("kent");
    await groups(keys).first().getByRole("radio").first().focus();
    for (let place = 0; place < 26; place += 1) {
      await keys.keyboard.press("Space");
      for (let right = 0; right < 3; right += 1) await keys.keyboard.press("ArrowRight");
      await expect(groups(keys).nth(place).getByRole("radio", { name: /^4,/ })).toBeChecked();
      await keys.keyboard.press("Tab");
    }
    await expect(send(keys)).toBeFocused();
    await keys.keyboard.press("Enter");
    await expect(head(keys, "Thank you")).toBeFocused();

    const quiet = await open("munro");
    await quiet.getByRole("button", { name: "Send me no more letters" }).click();
    await expect(quiet.getByText(/^No letter is sent to you any more/)).toBeVisible();
  });

  await test.step("without a line nothing is lost, and it goes once there is one", async () => {
    const context = await browserOf();
    const sheet = await context.newPage();
    await sheet.goto(post.linkOf("ashby"));
    await tapAll(sheet, 4);
    await context.setOffline(true);
    await send(sheet).click();
    await expect(sheet.getByText(/^This was not sent: there is no line/)).toBeVisible();
    await context.setOffline(false);
    await send(sheet).click();
    await expect(head(sheet, "Thank you")).toBeFocused();
  });

  await test.step("the clerk sees how many, not who; reminds the others; asks somebody no more", async () => {
    const fourth = await open("asante");
    await tapAll(fourth, 4);
    await send(fourth).click();
    await expect(head(fourth, "Thank you")).toBeVisible();
    await clerk.reload();
    await expect(
      clerk.getByText("4 of 14 members. One more is needed before anything is shown."),
    ).toBeVisible();
    const before = post.letters.length;
    await clerk.getByRole("button", { name: "Remind whoever has not answered" }).click();
    // of fourteen, four have answered and one wants no letters
    await expect.poll(() => post.letters.length - before).toBe(9);
    const reminded = post.letters.slice(before).map(({ name }) => name);
    for (const key of ["bello", "kent", "ashby", "asante", "munro"])
      expect(reminded).not.toContain(nameOf(key));
    await clerk.getByText(/^Who is asked: 14 people/).click();
    await expectAccessible(clerk, "one that is open, as its clerk sees it");
    await clerk.getByRole("button", { name: "Ask Daniel Ferris no more" }).click();
    await expect(clerk.getByText("Not asked any more: Daniel Ferris.")).toBeVisible();
    const gone = await (await browserOf()).newPage();
    await gone.goto(post.linkOf("ferris"));
    await expect(head(gone, "This link opens nothing")).toBeVisible();
    await expectAccessible(gone, "a link that opens nothing");
  });

  await test.step("a member answers signed in, by the same link", async () => {
    const green = (await signedIn("green")).page;
    await green.goto(page);
    await expect(green.getByRole("button", { name: "End it now" })).toHaveCount(0);
    await green.getByRole("button", { name: "Answer it now" }).click();
    await tapAll(green, 4);
    await send(green).click();
    await expect(head(green, "Thank you")).toBeFocused();
    const sixth = await open("iqbal");
    await tapAll(sixth, 4);
    await send(sixth).click();
    await expect(head(sixth, "Thank you")).toBeFocused();
    await green.goto(page);
    await expect(green.getByText("Your own answers are there.")).toBeVisible();
  });

  await test.step("ended, it is told to all at once, with what the record says of the same", async () => {
    await clerk.reload();
    await clerk.getByRole("button", { name: "End it now" }).click();
    await expect(clerk.getByRole("alertdialog")).toBeVisible();
    await expectAccessible(clerk, "before it is ended");
    await clerk.getByRole("button", { name: "End it", exact: true }).click();
    const style = clerk.getByRole("region", { name: "Style", exact: true });
    // three fours, and a four that is turned round
    await expect(style).toContainText("3.5of 5");
    await expect(style).toContainText("6 of 6 agree (100%).");
    await expect(style.getByRole("link", { name: "Willingness to challenge" })).toBeVisible();
    await expect(style).toContainText("Felt in statement 8: 100% agree.");
    await expect(clerk.getByRole("row", { name: /^2\. Our objectives/ })).toContainText("17% (1)");
    await expect(clerk.getByText(/^Nothing is shown by sector/)).toBeVisible();
    await expectAccessible(clerk, "what it came to");
    const late = await (await browserOf()).newPage();
    await late.goto(post.linkOf("munro"));
    await expect(head(late, "No answers are taken any more")).toBeVisible();
  });
  await post.close();
});

test("year beside year; for people of other boards there is no such page", async ({ signedIn }) => {
  const strategic = `/boards/${boardId("strategic")}/self-assessment`;
  const chair = (await signedIn("haldane")).page;
  await chair.goto(strategic);
  await expect(chair.getByRole("heading", { name: "The seven S’s in 2026" })).toBeVisible();
  await expect(chair.getByText(/Score in 2025/).first()).toBeVisible();
  await expect(chair.getByRole("columnheader", { name: /^Councils \(\d+\)$/ })).toBeVisible();
  await expectAccessible(chair, "five years of them");
  await chair.getByRole("link", { name: "2022" }).click();
  await expect(chair.getByRole("heading", { name: "The seven S’s in 2022" })).toBeVisible();
  await expect(chair.getByText(/Score in 2021/)).toHaveCount(0);
  const other = (await signedIn("lister")).page;
  await other.goto(strategic);
  await expect(other.getByRole("heading", { level: 1 })).not.toContainText("how it feels");
});
