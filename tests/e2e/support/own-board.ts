// A board of a journey's own, made as people make one: nothing of the sample's meetings is in its figures.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { APIResponse, BrowserContext } from "@playwright/test";
import { BoardId, SeatId } from "#domain/ids.ts";
import type { Level } from "#domain/meeting/registers.ts";
import { partnerId, personId } from "#server/sample/cast.ts";
import { expect } from "./journey.ts";
import type { Product } from "./product.ts";
import type { House } from "./wire.ts";

type Planned = {
  readonly partner: string;
  readonly label: string;
  /** As agreed for the seat. */
  readonly level: Level;
  readonly principal: string | null;
  readonly substitutes?: readonly string[];
  readonly observes?: boolean;
};

/** Ten full seats of five sectors, one of them vacant, and one that observes. */
const SEATS = {
  LDR: {
    partner: "CTY",
    label: "City Council",
    level: 4,
    principal: "calloway",
    substitutes: ["marlowe"],
  },
  CAB: { partner: "CCL", label: "County Council", level: 3, principal: "penrose" },
  NHS: { partner: "NHS", label: "NHS Primary Care", level: 4, principal: "sood" },
  POL: { partner: "POL", label: "Police", level: 4, principal: "carver", substitutes: ["munro"] },
  UNI: { partner: "UNI", label: "The University", level: 3, principal: "haldane" },
  CHA: { partner: "CHA", label: "Chamber of Commerce", level: 4, principal: "marsh" },
  SCI: { partner: "SCI", label: "Science Park", level: 4, principal: "stone" },
  VOL: { partner: "VOL", label: "Voluntary Action", level: 4, principal: "farrow" },
  TEN: { partner: "TEN", label: "Tenants’ Federation", level: 4, principal: "doyle" },
  HOU: { partner: "HOU", label: "Housing Association", level: 3, principal: null },
  ENV: {
    partner: "ENV",
    label: "Environment Agency",
    level: 2,
    principal: "vance",
    observes: true,
  },
} as const satisfies Record<string, Planned>;

export type SeatCode = keyof typeof SEATS;
const CODES = ["LDR", "CAB", "NHS", "POL", "UNI", "CHA", "SCI", "VOL", "TEN", "HOU", "ENV"] as const;

export type OwnBoard = House & {
  readonly seat: (code: SeatCode) => SeatId;
  /** Of one of its figures, on the dashboard. */
  readonly figureAt: (indicator: string) => string;
  readonly dashboard: string;
};

/** `admin` is a browser nobody is signed in at yet, `clerk` that of Field. */
type Makers = { readonly admin: BrowserContext; readonly clerk: BrowserContext };

/** Haldane chairs it and Field keeps its record, as on the sample's strategic board; everybody else is a member. */
export async function makeBoard(product: Product, name: string, { admin, clerk }: Makers): Promise<OwnBoard> {
  const { url } = product;
  const headers = { origin: url };
  await administer(product, admin);
  const [chairId, clerkId] = [personId("haldane"), personId("field")];
  const made = await admin.request.post(`${url}/api/boards`, {
    headers,
    data: { name, layer: "strategic", chairId, clerkId },
  });
  const boardId = BoardId.parse((await done(made))["boardId"]);

  const seats = new Map<SeatCode, SeatId>();
  for (const code of CODES) {
    const { partner, label, level, principal, substitutes = [], observes = false }: Planned = SEATS[code];
    const added = await clerk.request.post(`${url}/api/boards/${boardId}/seats`, {
      headers,
      data: {
        partnerId: partnerId(partner),
        label,
        code,
        level,
        fullMember: !observes,
        principalId: principal === null ? null : personId(principal),
        substitutes: substitutes.map(personId),
      },
    });
    seats.set(code, SeatId.parse((await done(added))["seatId"]));
    for (const person of [principal, ...substitutes]) {
      if (person === null || person === "haldane") continue;
      const role = observes ? "observer" : "member";
      const given = await clerk.request.put(`${url}/api/boards/${boardId}/roles/${personId(person)}`, {
        headers,
        data: { role },
      });
      await done(given);
    }
  }
  return {
    boardId,
    chair: chairId,
    clerk: clerkId,
    seat(code) {
      const id = seats.get(code);
      if (!id) throw new Error(`no seat ${code}`);
      return id;
    },
    figureAt: (indicator) => `/dashboard/${indicator}?board=${boardId}`,
    dashboard: `/dashboard?board=${boardId}`,
  };
}

/** An administrator comes in by a link from the server's own machine: nobody of the sample is picked as one. */
async function administer({ env }: Product, context: BrowserContext): Promise<void> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["server/commands/person-add.ts", "--name", "Ada Underhill", "--email", "ada@example.org", "--admin"],
    { env: { ...process.env, ...env } },
  );
  const page = await context.newPage();
  await page.goto(/http\S+\/welcome\/\S+/.exec(stdout)?.[0] ?? "");
  await page.getByRole("textbox", { name: "Password" }).fill("seven slow otters under bridges");
  await page.getByRole("button", { name: "Set the password and go in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Meetings" })).toBeVisible();
  await page.close();
}

async function done(answer: APIResponse): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = await answer.json();
  expect(told).toMatchObject({ ok: true });
  return told;
}
