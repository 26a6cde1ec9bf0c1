// Photographs a page at three widths, light and dark, as WebP, and puts all of them on one sheet.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

const FOLDER = join(import.meta.dirname, "../../docs/screenshots/room");
const SHEET = "contact-sheet.webp";
const QUALITY = 62;
const MOST_BYTES = 15 * 1024 * 1024;

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 320, height: 640 },
] as const;
const SCHEMES = ["light", "dark"] as const;

type Taken = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
};

export type Camera = {
  /** Of a page that shows what is to be seen already, `part` of it in view; it is left wide and light. */
  readonly shoot: (page: Page, name: string, part?: Locator) => Promise<void>;
  /** Puts everything on one sheet, and looks that all of it is not too much. */
  readonly finish: (page: Page) => Promise<void>;
};

export async function openCamera(): Promise<Camera> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const taken: Taken[] = [];

  type Shot = { readonly name: string; readonly part: Locator | undefined };

  async function look(
    page: Page,
    { name, part }: Shot,
    size: (typeof WIDTHS)[number],
    scheme: "light" | "dark",
  ) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await part?.evaluate((element) => element.scrollIntoView({ block: "center" }));
    await page.evaluate(settled);
    const bytes = await photograph(page);
    taken.push({ name, bytes, ...size });
    await writeFile(join(FOLDER, `${name}-${size.width}${scheme === "dark" ? "-dark" : ""}.webp`), bytes);
  }

  return {
    async shoot(page, name, part) {
      for (const size of WIDTHS) for (const scheme of SCHEMES) await look(page, { name, part }, size, scheme);
      await page.setViewportSize(WIDTHS[0]);
      await page.emulateMedia({ colorScheme: "light" });
      await page.evaluate(settled);
    },
    async finish(page) {
      await page.setViewportSize({ width: 1400, height: 900 });
      await page.setContent(sheetOf(taken));
      await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
      await writeFile(join(FOLDER, SHEET), await photograph(page, true));
      const files = await readdir(FOLDER);
      const sizes = await Promise.all(files.map(async (file) => (await stat(join(FOLDER, file))).size));
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      process.stdout.write(`${files.length} pictures, ${Math.round(bytes / 1024)} KB\n`);
      expect(bytes, "bytes of all pictures").toBeLessThanOrEqual(MOST_BYTES);
    },
  };
}

/** Chromium's own WebP, which Playwright does not offer. */
async function photograph(page: Page, isWhole = false): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", {
    format: "webp",
    quality: QUALITY,
    captureBeyondViewport: isWhole,
    ...(isWhole && { clip: { ...(await wholeOf(page)), scale: 1 } }),
  });
  await devtools.detach();
  return Buffer.from(data, "base64");
}

function wholeOf(page: Page) {
  return page.evaluate(() => {
    const { scrollWidth: width, scrollHeight: height } = document.documentElement;
    return { x: 0, y: 0, width, height };
  });
}

/** Once fonts are there and what follows a new width has been drawn. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
  await frame();
  await frame();
  await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
}

function sheetOf(taken: readonly Taken[]): string {
  const names = [...new Set(taken.map(({ name }) => name))];
  const rows = names.map((name) => {
    const pictures = taken
      .filter((each) => each.name === name)
      .map(
        ({ bytes, width, height }) =>
          `<img height="220" width="${Math.round((220 * width) / height)}" alt="" src="data:image/webp;base64,${bytes.toString("base64")}">`,
      );
    return `<h2>${name.replaceAll("-", " ")}</h2><p>${pictures.join("")}</p>`;
  });
  return `<!doctype html><style>
    body { margin: 24px; background: #e6eae6; color: #14202b; font: 15px system-ui, sans-serif; }
    h2 { font: 600 15px system-ui, sans-serif; margin: 18px 0 6px; }
    p { margin: 0; display: flex; gap: 10px; }
    img { border: 1px solid #76808a; }
  </style>${rows.join("")}`;
}
