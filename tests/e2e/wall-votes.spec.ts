// What is put to the vote, on the wall: the question, what may be answered, the time that is left and how many have
// answered; nothing of a result before it is revealed to everybody, and then what it came to.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { VoteId } from "#domain/ids.ts";
import type { SentCommand } from "#domain/meeting/commands.ts";
import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/journey.ts";
import { act, enter, sit } from "./support/room.ts";
import { convene, openWire, plannedItem, send, takeFirst } from "./support/wire.ts";

test.use({ settings: { CLOCK_START: "2026-11-24T18:00:00Z" } });
test.setTimeout(240_000);

const kinds = [
  {
    name: "a recorded vote",
    question: "That forty homes be funded.",
    of: { kind: "vote", secret: false },
    shown: "Vote",
    choices: "For · Against · Abstain",
    answers: "Against",
    isCounted: true,
    result: ["For0", "Against1", "Abstain0"],
  },
  {
    name: "a secret vote",
    question: "Who is to lead it",
    of: { kind: "vote", secret: true },
    shown: "Vote",
    choices: "For · Against · Abstain",
    answers: "For",
    isCounted: false,
    result: ["For1", "Against0", "Abstain0"],
  },
  {
    name: "a temperature check",
    question: "Are we ready for March?",
    of: { kind: "temperatureCheck", secret: false },
    shown: "Temperature check",
    choices: "Agree · Can live with it · Object · Block",
    answers: "Can live with it",
    isCounted: true,
    result: ["Agree0", "Can live with it1", "Object0", "Block0"],
  },
] as const;

async function hang(chair: Page, wall: Page): Promise<readonly string[]> {
  await act(chair, "More acts of the chair").click();
  await chair.getByRole("menuitem", { name: "Second screen" }).click();
  const panel = chair.getByRole("dialog", { name: "Second screen" });
  await panel.getByRole("button", { name: "Make a link" }).click();
  const address = await panel.getByRole("textbox", { name: "Open this on the wall" }).inputValue();
  const frames: string[] = [];
  wall.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => frames.push(String(payload))));
  await wall.goto(address);
  return frames;
}

test("votes on a wall: what is asked and how many have answered, and nothing of a result before it is revealed", async ({
  signedIn,
  browserOf,
  product,
}) => {
  const items = [plannedItem("What we add together", { kind: "decision" })];
  const held = await convene((await signedIn("field")).context, product.url, { title: "Board", items });
  const itemId = await takeFirst(held, items);
  const haldane = await signedIn("haldane");
  const sood = await signedIn("sood");
  await sit(sood, held);
  const wall = await (await browserOf()).newPage();
  const frames = await hang(await enter(haldane, held), wall);
  const wire = await openWire(haldane.context, product.url);
  const chairs = async (command: SentCommand) =>
    expect(await send(wire, held.meetingId, command)).toMatchObject({ status: "recorded" });
  const shown = wall.getByRole("region", { name: "Wording" });
  const own = sood.page.getByRole("region", { name: "Vote", exact: true });

  for (const { name, question, of, shown: word, choices, answers, isCounted, result } of kinds) {
    await test.step(name, async () => {
      const voteId = VoteId.parse(randomUUID());
      const before = frames.length;
      await chairs({
        type: "openVote",
        voteId,
        itemId,
        text: question,
        about: null,
        linkedTo: null,
        seconds: 300,
        ...of,
      });
      await expect(shown).toContainText(question);
      await expect(shown).toContainText(`${word} open`);
      await expect(shown).toContainText(choices);
      await expect(shown.getByRole("timer")).toHaveText(/^[45]:\d\d left$/);
      await expect(shown).toContainText(isCounted ? "0 of 1 seat has voted" : question);
      if (!isCounted) await expect(shown).not.toContainText("voted");
      await expectAccessible(wall, `${name} on a wall`);

      await own.getByRole("button", { name: answers, exact: true }).click();
      await expect(own).toContainText(isCounted ? "You have voted" : "This seat has cast its ballot.");
      if (isCounted) await expect(shown).toContainText("1 of 1 seat has voted");
      await chairs({ type: "closeVote", voteId });
      await expect(shown).toContainText(`${word} closed`);
      await expect(shown.getByRole("timer")).toHaveCount(0);
      // neither shown nor sent: whoever looks into the wall's browser finds nothing either
      await expect(shown.getByRole("definition")).toHaveCount(0);
      expect(frames.slice(before).join("\n")).not.toMatch(/"choice"|"count":|"counts":\[/);

      await chairs({ type: "revealVotes", voteId });
      await expect(shown.locator("dl > div")).toHaveText(result);
      await expect(shown).not.toContainText("voted");
      expect(frames.slice(before).join("\n")).not.toMatch(/"seat":|NHS/);
      await expectAccessible(wall, `the result of ${name} on a wall`);
      await sood.page.getByRole("button", { name: "Put the result away" }).click();
    });
  }
});
