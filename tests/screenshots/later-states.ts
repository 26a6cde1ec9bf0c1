// What comes up later in an evening: a temperature check, a secret ballot, an interest, who is here, the end and its pulse.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { BoxId, type ItemId, VoteId } from "#domain/ids.ts";
import type { VoteKind } from "#domain/meeting/vote.ts";
import { boardId } from "#server/sample/cast.ts";
import { expect } from "../e2e/support/journey.ts";
import { answerPulse, pulseForm } from "../e2e/support/pulse.ts";
import { act } from "../e2e/support/room.ts";
import type { Camera } from "./camera.ts";
import { type Evening, seat } from "./evening.ts";

type Asking = { readonly chairs: Page; readonly marsh: Page; readonly item: ItemId };

/** Agree, can live with it, object, block; then a ballot nobody sees into. */
export async function asking(camera: Camera, evening: Evening, { chairs, marsh, item }: Asking) {
  const { chairDoes } = evening;
  async function open(kind: VoteKind, text: string, secret: boolean): Promise<VoteId> {
    const voteId = VoteId.parse(randomUUID());
    const question = { voteId, itemId: item, kind, text, about: null, secret, linkedTo: null };
    await chairDoes({ type: "openVote", ...question });
    await expect(marsh.getByRole("heading", { name: text })).toBeVisible();
    return voteId;
  }
  const check = await open("temperatureCheck", "Are we ready to name one lead for all five areas?", false);
  await camera.shoot(marsh, "partner-temperature");
  for (const [code, choice, reason] of [
    ["UNI", "agree", ""],
    ["COL", "agree", ""],
    ["NHS", "liveWith", "If the lead has a budget."],
    ["VOL", "object", "Small groups would lose their say."],
  ] as const) {
    const cast = { type: "castVote", voteId: check, seat: seat(code), choice, reason } as const;
    await (code === "UNI" ? chairDoes(cast) : evening.clerkDoes(cast));
  }
  await chairDoes({ type: "closeVote", voteId: check });
  await chairDoes({ type: "revealVotes", voteId: check });
  await expect(chairs.getByText("Small groups would lose their say.").first()).toBeVisible();
  await camera.shoot(chairs, "chair-temperature-revealed");

  const ballot = await open("vote", "That the Chamber leads the work on skills.", true);
  await camera.shoot(marsh, "partner-secret-vote");
  await chairDoes({ type: "cancelVote", voteId: ballot, reason: "Put at the next meeting" });
}

/** An interest declared: the form, what is left to see of the item, and what the clerk does about it. */
export async function interests(camera: Camera, { marsh, clerks }: { marsh: Page; clerks: Page }) {
  await marsh.getByRole("button", { name: "Declare an interest" }).click();
  const dialog = marsh.getByRole("dialog", { name: /^An interest in/ });
  await dialog.getByRole("textbox", { name: "What it consists of" }).fill("My firm bids for the lease");
  await camera.shoot(marsh, "interest-form");
  await dialog.getByRole("button", { name: "Declare it" }).click();
  await expect(marsh.getByText("You have a prejudicial interest in this item.")).toBeVisible();
  await camera.shoot(marsh, "interest-barred");
  await clerks.getByRole("button", { name: "Interests (1)" }).click();
  await expect(clerks.getByRole("dialog", { name: /^Interests in/ })).toBeVisible();
  await camera.shoot(clerks, "interests-clerk");
  await clerks.keyboard.press("Escape");
  await act(clerks, "Who is here, by partner").click();
  await expect(clerks.getByRole("dialog", { name: "Who is here" })).toBeVisible();
  await camera.shoot(clerks, "who-is-here");
  await clerks.keyboard.press("Escape");
}

type Ending = { readonly chairs: Page; readonly answering: readonly Page[] };

/** What is unfinished, the six taps, and what they came to. */
export async function ending(camera: Camera, evening: Evening, { chairs, answering }: Ending) {
  await act(chairs, "More acts of the chair").click();
  await chairs.getByRole("menuitem", { name: "Close the meeting…" }).click();
  await expect(chairs.getByRole("heading", { name: "Before the meeting closes" })).toBeVisible();
  await camera.shoot(chairs, "ending");
  await evening.chairDoes({ type: "openPulse", box: BoxId.parse(randomUUID()) });
  const [first] = answering;
  if (!first) throw new Error("nobody answers");
  await expect(pulseForm(first)).toBeVisible();
  await camera.shoot(first, "pulse");
  for (const [place, page] of answering.entries())
    await answerPulse(page, [5 - (place % 2), 4, 2 + (place % 4), "No view", 4, 3 + (place % 2)]);
  await evening.chairDoes({ type: "closePulse" });
  await expect(first.getByRole("region", { name: "What the pulse came to" })).toBeVisible();
  await camera.shoot(first, "pulse-result", first.getByRole("region", { name: "What the pulse came to" }));
}

/** The rules of the board, as its clerk sees them. */
export async function settings(camera: Camera, clerks: Page) {
  await clerks.goto(`/boards/${boardId("strategic")}/settings`);
  await expect(clerks.getByRole("button", { name: "Save the settings" })).toBeVisible();
  await camera.shoot(clerks, "settings");
}
