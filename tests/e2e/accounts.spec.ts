// A partnership that begins: the first administrator, a board, a person with a link, a forgotten password.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/journey.ts";

test.use({ settings: { SAMPLE: "off", AUTH_SECRET: "only for journeys, only for journeys" } });
// a wrong password is answered by 401, of which the browser complains
test.use({ expectedComplaints: /the server responded with a status of (401|422)/ });

const FIRST = {
  name: "Ada Underhill",
  email: "ada@example.org",
  password: "seven slow otters under bridges",
};
const SECOND = { name: "Ben Okoro", email: "ben@example.org", password: "marble kettles sing at noon" };
const PARTNER = "Riverside Trust";
const CHAIR = { name: "Cora Lund", email: "cora@example.org" };
const LATER = "forty lanterns drift past harbours";

test("from an empty house to a board with a clerk who can sign in", async ({ browserOf, product }) => {
  const admin = await (await browserOf()).newPage();
  const clerk = await (await browserOf()).newPage();

  await test.step("nobody invented is offered", async () => {
    await admin.goto("/sign-in");
    await expect(admin.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await expect(admin.getByRole("heading", { name: "People of the sample" })).toHaveCount(0);
    await expect(admin.getByRole("button")).toHaveCount(1);
  });
  await test.step("the first administrator has a link from the server's own machine", async () => {
    const added = await promisify(execFile)(
      process.execPath,
      ["server/commands/person-add.ts", "--name", FIRST.name, "--email", FIRST.email, "--admin"],
      { env: { ...process.env, ...product.env } },
    );
    await setPassword(admin, /http\S+\/welcome\/\S+/.exec(added.stdout)?.[0] ?? "", FIRST);
    await expect(admin.getByText("You are on no board yet.")).toBeVisible();
  });
  const link = await test.step("who makes a partner, two people and a link to hand over", async () => {
    await addPartner(admin);
    await addPerson(admin, CHAIR);
    await addPerson(admin, SECOND);
    return newLink(admin);
  });
  await test.step("by which that person comes in, once", async () => {
    await setPassword(clerk, link, SECOND);
    await clerk.goto(link);
    await expect(clerk.getByRole("heading", { name: "This link can no longer be used" })).toBeVisible();
  });
  await test.step("a board is made, and its clerk can begin", async () => {
    await makeBoard(admin);
    await clerk.goto("/meetings");
    await clerk.getByRole("link", { name: "New meeting" }).click();
    await clerk.getByRole("button", { name: "Make the meeting" }).click();
    await expect(clerk.getByRole("heading", { level: 1, name: "Agenda: Riverside board" })).toBeVisible();
  });
  await test.step("they sign out; a wrong password does not let them in, the right one does", async () => {
    await signOut(clerk, SECOND.name);
    await enter(clerk, SECOND.email, "not the password at all");
    await expect(clerk.getByText("This address and this password do not go together")).toBeVisible();
    await enter(clerk, SECOND.email, SECOND.password);
    await expect(clerk.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
  });
  await test.step("a forgotten password is replaced by a new link, which ends the old one", async () => {
    await signOut(clerk, SECOND.name);
    await admin.goto("/people");
    await admin.getByRole("link", { name: SECOND.name }).click();
    await setPassword(clerk, await newLink(admin), { ...SECOND, password: LATER });
    await signOut(clerk, SECOND.name);
    await enter(clerk, SECOND.email, SECOND.password);
    await expect(clerk.getByText("This address and this password do not go together")).toBeVisible();
    await enter(clerk, SECOND.email, LATER);
    await expect(clerk.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
  });
});

type Account = { readonly name: string; readonly password: string };

async function setPassword(page: Page, link: string, { name, password }: Account): Promise<void> {
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: `Welcome, ${name}` })).toBeVisible();
  const field = page.getByRole("textbox", { name: "Password" });
  const set = page.getByRole("button", { name: "Set the password and go in" });
  await field.fill("too short");
  await set.click();
  await expect(page.getByText("Use at least 12 signs.")).toBeVisible();
  await field.fill(password);
  await set.click();
  await expect(page.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
}

async function addPartner(admin: Page): Promise<void> {
  await admin.getByRole("link", { name: "People" }).click();
  await admin.getByRole("button", { name: "Add a partner" }).click();
  const partner = admin.getByRole("dialog", { name: "Add a partner" });
  await partner.getByRole("textbox", { name: "Name" }).fill(PARTNER);
  await partner.getByRole("textbox", { name: "Code" }).fill("RIV");
  await pick(admin, "Sector", "Voluntary");
  await partner.getByRole("button", { name: "Add the partner" }).click();
  await expect(admin.getByRole("region", { name: PARTNER })).toBeVisible();
}

async function addPerson(admin: Page, { name, email }: typeof CHAIR): Promise<void> {
  await admin.getByRole("link", { name: "People" }).click();
  await admin.getByRole("link", { name: "Add a person" }).click();
  await admin.getByRole("textbox", { name: "Name" }).fill(name);
  await search(admin, "Partner", PARTNER);
  await admin.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await admin.getByRole("button", { name: "Add the person" }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function newLink(admin: Page): Promise<string> {
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = admin.getByRole("textbox", { name: "Hand this link over" });
  await expect(link).toHaveValue(/\/welcome\//);
  return link.inputValue();
}

async function makeBoard(admin: Page): Promise<void> {
  await admin.getByRole("link", { name: "Boards" }).click();
  await admin.getByRole("link", { name: "Make a board" }).click();
  await admin.getByRole("textbox", { name: "Name" }).fill("Riverside board");
  await search(admin, "Chair", CHAIR.name);
  await search(admin, "Clerk", SECOND.name);
  await admin.getByRole("button", { name: "Make the board" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Riverside board" })).toBeVisible();
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("button", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function search(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(option);
  await page.getByRole("option", { name: option }).click();
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Menu of ${name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/meetings");
  await expect(page).toHaveURL(/\/sign-in/);
}

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail address" }).fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
