// What every journey stands on: one product for its file, people at their own browsers, and nobody's browser
// with anything to complain of.
import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { personId } from "#server/sample/cast.ts";
import { PEOPLE } from "#server/sample/partnership.ts";
import { openProduct, type Product, type Settings } from "./product.ts";
import { openProfile, type Profile } from "./profile.ts";

export { expect } from "@playwright/test";

/** Somebody of the sample, signed in at a browser of their own. */
export type Person = { readonly name: string; readonly page: Page; readonly context: BrowserContext };

type Journey = {
  /** What a browser may complain of in this journey, because the journey is about it. */
  readonly expectedComplaints: RegExp;
  /** A browser of its own, nobody signed in. */
  readonly browserOf: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A browser that outlives its own death, nobody signed in. */
  readonly profile: Profile;
  /** By the short name of `server/sample/partnership.ts`. */
  readonly signedIn: (key: string, options?: BrowserContextOptions) => Promise<Person>;
};

type House = { readonly settings: Settings; readonly product: Product };

export const test = base.extend<Journey, House>({
  settings: [{}, { scope: "worker", option: true }],
  product: [
    async ({ settings }, use) => {
      const product = await openProduct(settings);
      try {
        await product.start();
        await use(product);
      } finally {
        await product.remove();
      }
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: ({ product }, use) => use(product.url),

  expectedComplaints: [/(?!)/, { option: true }], // nothing
  browserOf: async ({ browser, product, contextOptions, expectedComplaints }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: product.url, ...options });
      contexts.push(context);
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      context.on("weberror", (error) => complaints.push(error.error().message));
      return context;
    });
    const unexpected = complaints.filter((text) => !expectedComplaints.test(text));
    for (const context of contexts) await context.close();
    expect(unexpected, "what browsers complained of").toEqual([]);
  },
  context: async ({ browserOf }, use) => use(await browserOf()),

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is asked for
  profile: async ({}, use) => {
    const profile = await openProfile();
    await use(profile);
    await profile.remove();
  },

  signedIn: async ({ browserOf, product }, use) => {
    await use(async (key, options) => {
      const context = await browserOf(options);
      await signIn(context, product.url, key);
      return { name: nameOf(key), page: await context.newPage(), context };
    });
  },
});

export function nameOf(key: string): string {
  const person = PEOPLE.find((one) => one.key === key);
  if (!person) throw new Error(`nobody in the sample is called ${key}`);
  return person.name;
}

/** Through the sign-in page, as people do; the answer is the page they then have. */
export async function pressName(context: BrowserContext, key: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto("/sign-in");
  const name = page.getByRole("button", { name: nameOf(key) }).first();
  if (!(await name.isVisible())) {
    await page.getByRole("button", { name: "Everybody else, by board" }).click();
    await page.getByRole("searchbox", { name: /^Find by name/ }).fill(nameOf(key));
  }
  await name.click();
  await expect(page.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
  return page;
}

/** What a press on the sign-in page asks for, without the page. */
export async function signIn(context: BrowserContext, url: string, key: string): Promise<void> {
  const headers = { origin: url };
  const { csrfToken } = await (await context.request.get(`${url}/api/auth/csrf`)).json();
  const form = { csrfToken, personId: personId(key), json: "true" };
  const answer = await context.request.post(`${url}/api/auth/callback/sample`, { form, headers });
  expect(answer.ok(), `${key} signs in`).toBe(true);
}
