// The queue and the floor: partners ask from their own devices, the chair keeps the order with the keys, the clerk
// raises the hands of those who have no device.
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSideways } from "./support/axe.ts";
import { expect, type Person, test } from "./support/journey.ts";
import { act, enter, heading, sit } from "./support/room.ts";
import { convene, plannedItem, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const TITLE = "What we add together";
const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

async function inSession(clerk: Person, url: string) {
  const items = [plannedItem(TITLE), plannedItem("Low carbon")];
  const held = await convene(clerk.context, url, { title: "Board", items });
  return { ...held, itemId: await takeFirst(held, items) };
}

const queue = (page: Page) => page.getByRole("region", { name: "Queue" });
/** A list for who waits; rows for whoever keeps the order. */
const waiting = (page: Page) => queue(page).getByRole("listitem").or(queue(page).getByRole("row"));
const line = (page: Page) => page.getByRole("form", { name: /^Record an entry/ });
const spoken = (page: Page) => page.getByRole("complementary", { name: "Floor" });

test("partners ask, and see where they stand; the chair keeps the order by keys alone", async ({
  signedIn,
  product,
}) => {
  const held = await inSession(await signedIn("field"), product.url);
  const marsh = await sit(await signedIn("marsh"), held);
  const farrow = await sit(await signedIn("farrow"), held);
  const chair = await enter(await signedIn("haldane"), held);

  await test.step("a hand goes up by one key, another as a point of order and so ahead of it", async () => {
    await expect(queue(marsh)).toContainText("Nobody has asked to speak.");
    await marsh.keyboard.press("q");
    await expect(line(marsh)).toContainText("You are 1st in the queue.");
    await line(farrow).getByRole("button", { name: "Ask to speak as something else" }).click();
    await farrow.getByRole("menuitem", { name: "Point of order" }).click();
    await expect(line(farrow)).toContainText("You are 1st in the queue.");
    await expect(line(marsh)).toContainText("You are 2nd in the queue.");
    await expect(waiting(chair)).toHaveText([
      /Voluntary Action.*Jean Farrow, point of order/,
      /Chamber of Commerce.*Helen Marsh, to contribute/,
    ]);
    await expectAccessible(chair, "the chair's queue");
    await expectAccessible(marsh, "a partner who waits");
  });

  await test.step("the chair puts one up, and gives the floor to whoever is first", async () => {
    const up = queue(chair).getByRole("button", { name: "Move Chamber of Commerce up" });
    await up.focus();
    await chair.keyboard.press("Enter");
    await expect(waiting(chair).first()).toContainText("Chamber of Commerce");
    await expect(line(marsh)).toContainText("You are 1st in the queue.");
    await heading(chair, `Item 1. ${TITLE}`).click();
    await chair.keyboard.press("f");
    await expect(line(marsh)).toContainText("You have the floor.");
    await expect(line(farrow)).toContainText("You are 1st in the queue.");
    await expect(waiting(chair)).toHaveCount(1);
  });

  await test.step("given by mistake, it is taken back: the hand is where it was", async () => {
    await act(chair, "Undo").click();
    await expect(line(marsh)).toContainText("You are 1st in the queue.");
    await expect(line(farrow)).toContainText("You are 2nd in the queue.");
    await expect(waiting(chair)).toHaveCount(2);
    await chair.keyboard.press("f");
    await expect(line(marsh)).toContainText("You have the floor.");
  });

  await test.step("who has spoken says so, and the chair lets them in once more, first", async () => {
    await marsh.keyboard.press("q");
    await expect(
      line(marsh)
        .getByRole("button", { name: /^Ask to speak/ })
        .first(),
    ).toBeVisible();
    await queue(chair).getByRole("button", { name: "Chamber of Commerce once more" }).click();
    await expect(line(marsh)).toContainText("You are 1st in the queue.");
  });

  await test.step("a closed list takes nobody more, and lets go who is on it", async () => {
    await queue(chair).getByRole("button", { name: "Close the list" }).click();
    await expect(queue(farrow)).toContainText("the list is closed");
    await farrow.keyboard.press("q");
    await expect(
      line(farrow)
        .getByRole("button", { name: /^Ask to speak/ })
        .first(),
    ).toHaveAccessibleDescription("The list of speakers is closed. The chair can reopen it.");
    await expectAccessible(farrow, "a closed list");
    await queue(chair).getByRole("button", { name: "Lower the hand of Chamber of Commerce" }).click();
    await expect(waiting(chair)).toHaveCount(0);
    await queue(chair).getByRole("button", { name: "Reopen the list" }).click();
    await expect(queue(farrow)).not.toContainText("the list is closed");
    await farrow.keyboard.press("q");
    await expect(line(farrow)).toContainText("You are 1st in the queue.");
  });

  await test.step("with the item the queue ends", async () => {
    await held.carryOut({ type: "closeItem", itemId: held.itemId, confirmed: [] });
    await expect(queue(chair)).toHaveCount(0);
    await expect(line(farrow)).not.toContainText("in the queue");
  });
});

test("the clerk raises the hands of a room without devices; a partner asks on a phone", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const page = await enter(clerk, held);
  const phone = (await signedIn("doyle", PHONE)).page;
  await enter({ page: phone }, held);
  await phone.getByRole("button", { name: "I have read this" }).tap();

  await expect(line(phone).getByRole("button", { name: /^Ask to speak/ })).toHaveCount(0);
  await act(phone, "I am here").tap();
  await line(phone)
    .getByRole("button", { name: /^Ask to speak/ })
    .first()
    .tap();
  await expect(line(phone)).toContainText("You are 1st in the queue.");
  await expectNoSideways(phone, "a partner who waits, on a phone");

  await act(page, /^Police.*nobody here, mark who is here/).click();
  await page.getByRole("dialog", { name: "Police" }).getByRole("button", { name: "Helen Carver" }).click();
  await page.getByText("Queues", { exact: true }).click();
  await act(page, /^Police, POL.*principal/).click();
  await act(page, /^Public$/).click();
  await expect(waiting(page)).toHaveText([/Tenants’ Federation/, /Police/, /A member of the public/]);
  await act(page, /^Police, POL.*2nd in the queue/).click();
  await expect(waiting(page)).toHaveText([/Tenants’ Federation/, /A member of the public/]);

  await queue(page)
    .getByRole("button", { name: /^Give floor to Tenants’ Federation/ })
    .click();
  await expect(line(phone)).toContainText("You have the floor.");
  await line(phone).getByRole("button", { name: "I have spoken" }).tap();
  await expect(spoken(page)).toContainText("Nobody.");
});

test("the chair asks in who has not been heard: a partner takes it, the clerk notes that another declines", async ({
  signedIn,
  product,
}) => {
  const clerk = await signedIn("field");
  const held = await inSession(clerk, product.url);
  const clerks = await enter(clerk, held);
  const sood = await sit(await signedIn("sood"), held);
  const tran = await sit(await signedIn("tran"), held);
  const chair = await enter(await signedIn("haldane"), held);
  const prompts = (page: Page) => page.getByRole("region", { name: "For the chair alone" });
  const askIn = async (seat: RegExp) => {
    await prompts(chair).getByRole("button", { name: "Ask one in" }).click();
    await chair.getByRole("menuitem", { name: seat }).click();
  };

  await expect(prompts(chair)).toContainText("Not heard on this item: 2 seats.");
  await expect(prompts(clerks)).toHaveCount(0);
  await expect(prompts(sood)).toHaveCount(0);
  await expectAccessible(chair, "the quiet prompts");

  await askIn(/^NHS Primary Care, other public/);
  await expect(line(sood)).toContainText("The chair asks whether you want to speak.");
  await expectAccessible(sood, "a seat that is asked in");
  await line(sood).getByRole("button", { name: "Yes, next" }).click();
  await expect(line(sood)).toContainText("You are 1st in the queue.");
  await heading(chair, `Item 1. ${TITLE}`).click();
  await expect(waiting(chair)).toHaveCount(1);
  await chair.keyboard.press("f");
  await expect(spoken(tran)).toContainText("asked in by the chair");
  await expect(prompts(chair)).toContainText("Not heard on this item: 1 seat.");

  await askIn(/^Fire and Rescue Service/);
  await expect(line(tran)).toContainText("The chair asks whether you want to speak.");
  await queue(clerks).getByRole("button", { name: "Declines, Fire and Rescue Service" }).click();
  await expect(
    line(tran)
      .getByRole("button", { name: /^Ask to speak/ })
      .first(),
  ).toBeVisible();
  await expect(queue(clerks)).not.toContainText("asked in by the chair");
});
