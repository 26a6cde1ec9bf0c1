// All twenty-eight figures of the sample partnership: by the seven elements, each on a page of its own, down to the very
// things that were counted, at their place on the record.
import { INDICATORS } from "#domain/indicators/all.ts";
import { boardId } from "#server/sample/cast.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });

const board = boardId("strategic");
const elements = [
  "Sustainable Community Strategy",
  "Staff and skills",
  "Style",
  "Synergies",
  "Steering",
  "Standards",
  "Systems",
];

test("from the front page to all of them, and from one of them to the record", async ({ signedIn }) => {
  const { page } = await signedIn("haldane");
  await page.goto(`/dashboard?board=${board}`);
  await page.getByRole("link", { name: "All twenty-eight figures, by the seven elements" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /all the figures$/ })).toBeVisible();

  await test.step("they stand under the seven elements, each with its sentence", async () => {
    for (const element of elements)
      await expect(page.getByRole("heading", { level: 2, name: element, exact: true })).toBeVisible();
    await expect(page.getByText("“confident leadership is critical to joint working success”")).toBeVisible();
    await expect(page.getByRole("heading", { level: 3 })).toHaveCount(INDICATORS.length);
    await expectAccessible(page, "all the figures");
  });

  await test.step("what was not recorded is silent, and says so", async () => {
    const felt = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Did people feel able to say the awkward thing?" }) });
    await expect(felt).toContainText("%");
    // in the first year nobody was asked
    await page.goto(`/dashboard/all?board=${board}&period=2021`);
    await expect(felt).toContainText("Not recorded");
    await expect(felt).toContainText("The room was not asked at the end of the meeting.");
  });

  await test.step("actions lead to the record of the meeting that agreed them", async () => {
    await page.goto(`/dashboard/all?board=${board}`);
    await page.getByRole("link", { name: "Are actions done on time?" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Are actions done on time?" })).toBeVisible();
    const meetings = page.getByRole("table", { name: /^Newest first/ }).getByRole("rowheader");
    await meetings.first().getByRole("link").click();
    const counted = page.locator("#behind").getByRole("listitem").first();
    await expect(counted).toContainText("recorded on");
    await counted.getByRole("link", { name: /on the record$/ }).click();
    await expect(page).toHaveURL(/\/record#entry-/);
  });
});

test("every one has its page, and opens what its last meeting counted", async ({ signedIn }) => {
  const { page } = await signedIn("haldane");
  // one of each way in which what was counted is shown
  const looked = [
    "substitute-rate",
    "chair-floor-share",
    "council-voice-excess",
    "performance-detail-deterrence",
    "agenda-discipline",
    "strategy-line-of-sight",
    "support-cost",
    "shared-data-use",
    "scrutiny-readiness",
  ];
  for (const { id } of INDICATORS) {
    await page.goto(`/dashboard/${id}?board=${board}`);
    await expect(page.getByRole("heading", { level: 1, name: /\?$/ })).toBeVisible();
    await expect(page.getByRole("heading", { name: "What is counted" })).toBeVisible();
    const meetings = page.getByRole("table", { name: /^Newest first/ }).getByRole("rowheader");
    await meetings.first().getByRole("link").click();
    await expect(page.getByRole("heading", { name: /^Behind the figure of/ })).toBeVisible();
    if (looked.includes(id)) await expectAccessible(page, id);
  }
});

test("who sees no seats one by one sees them by sector", async ({ signedIn }) => {
  const { page } = await signedIn("adeyemi");
  await page.goto(`/dashboard/substitute-rate?board=${board}`);
  await page
    .getByRole("table", { name: /^Newest first/ })
    .getByRole("rowheader")
    .first()
    .getByRole("link")
    .click();
  await expect(page.getByRole("table", { name: /^Seats by sector/ })).toBeVisible();
  await expect(page.getByRole("table", { name: /^Only the chair and the clerks/ })).toHaveCount(0);
});

test("beside the six stand what keeps them honest and what was felt, and both can be taken away", async ({
  signedIn,
}) => {
  const { page } = await signedIn("marsh");
  await page.goto(`/dashboard?board=${board}`);
  const pairs = page.getByRole("table", { name: /^Each of the six can improve for a wrong reason/ });
  const felt = page.getByRole("table", { name: /people said at the end of the same meetings/ });
  await expect(pairs.getByRole("rowheader")).toHaveCount(6);
  await expect(felt.getByRole("rowheader")).toHaveCount(5);
  await expect(felt).toContainText(
    /“Partners questioned one another where it was needed\.”\d+ of \d+ agreed/,
  );
  await expectAccessible(page, "what is read together");

  for (const [link, rows] of [
    ["Download the pairs as CSV", await pairs.getByRole("listitem").count()],
    ["Download recorded and felt as CSV", 5],
  ] as const) {
    const href = await page.getByRole("link", { name: link }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.status()).toBe(200);
    expect((await file.text()).trim().split("\r\n")).toHaveLength(rows + 1);
  }

  await test.step("in a year in which nobody was asked it says so, and tells no nought", async () => {
    await page.goto(`/dashboard?board=${board}&period=2021`);
    await expect(felt.getByRole("cell").first()).toContainText("Not recorded.");
  });

  await pairs.getByRole("listitem").first().getByRole("link").click();
  await expect(page.getByRole("heading", { name: "What is counted" })).toBeVisible();
});
