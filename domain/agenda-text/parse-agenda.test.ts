import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AGENDA_TEXT_MAX_LENGTH, type ParsedItem, parseAgenda } from "./parse-agenda.ts";

const folder = new URL("../../tests/fixtures/agendas/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

function fixture(name: string): string {
  return readFileSync(new URL(`${name}.txt`, folder), "utf8");
}

function only(text: string): ParsedItem {
  const [item, ...more] = parseAgenda(`AGENDA\n${text}`).items;
  expect(more).toEqual([]);
  return item as ParsedItem;
}

function titles(text: string): unknown[] {
  const shape = ({ label, title, items }: ParsedItem): unknown[] =>
    items.length === 0 ? [label, title] : [label, title, items.map(shape)];
  return parseAgenda(text).items.map(shape);
}

describe("a whole agenda", () => {
  test.each(names)("%s is read as reviewed", (name) => {
    const reviewed = JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), "utf8"));
    expect(parseAgenda(fixture(name))).toEqual(reviewed);
  });

  test("Cambridge keeps its start times, and the step backwards is flagged, not mended", () => {
    const { items, flags } = parseAgenda(fixture("cambridge-lsp-2011-04-11"));
    expect(items.map(({ startsAt }) => startsAt)).toEqual(["14:00", null, "14:20", "14:05", null]);
    expect(flags).toEqual([{ code: "timeGoesBackwards", line: 10, from: "14:20", to: "14:05" }]);
    expect(items.every(({ plannedMinutes }) => plannedMinutes === null)).toBe(true);
  });

  test("Huntingdonshire has eleven items, the apologies unnumbered, the fifth with two sub-items", () => {
    const { items } = parseAgenda(fixture("huntingdonshire-sp-2009-07-08"));
    expect(items.map(({ label }) => label)).toEqual([
      null,
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9",
      "10",
    ]);
    expect(items.map((item) => item.items.length)).toEqual([0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    expect(items.every(({ lead }) => lead === null)).toBe(true);
  });
});

describe("what stands in brackets", () => {
  test.each([
    ["(Chair)", "Chair"],
    ["(Cllr Smith)", "Cllr Smith"],
    ["(SJ)", "SJ"],
    ["(Thames Valley Police)", "Thames Valley Police"],
    ["(Jane Doe, City Council)", "Jane Doe, City Council"],
    ["(Head of Policy, 10 mins)", "Head of Policy"],
    ["(Lead: Chief Fire Officer)", "Chief Fire Officer"],
    ["– Jane Doe, City Council", "Jane Doe, City Council"],
    ["- Presented by Dr Patel", "Dr Patel"],
    ["[All]", "All"],
  ])("%s leads", (words, lead) => {
    expect(only(`1. Transport ${words}`)).toMatchObject({ title: "Transport", lead });
  });

  test.each([
    "(attached)",
    "(to follow)",
    "(Pages 1 - 4)",
    "(Paper A)",
    "(enclosed)",
    "(Report by the Head of Policy)",
    "- attached",
  ])("%s is a paper and never leads", (words) => {
    const { title, lead, papers } = only(`1. Transport ${words}`);
    expect({ title, lead, papers: papers.length }).toEqual({ title: "Transport", lead: null, papers: 1 });
  });

  test.each([
    "Local Area Agreement (LAA)",
    "Housing strategy (2009/10)",
    "Budget (draft proposals)",
    "Review of Local Transport (Phase Two)",
  ])("%s keeps its brackets", (title) => {
    expect(only(`1. ${title}`)).toMatchObject({ title, lead: null, papers: [] });
  });
});

describe("times", () => {
  test.each([
    ["(2.00 pm)", "14:00", null],
    ["14:20", "14:20", null],
    ["(2.05 – 2.20)", "14:05", 15],
    ["(11.30 - 12.15 pm)", "11:30", 45],
    ["\t2.20pm", "14:20", null],
    ["(1400 hrs)", "14:00", null],
    ["- 10 mins", null, 10],
    ["(1 hour 30 minutes)", null, 90],
    ["(12 noon)", "12:00", null],
  ])("%s is understood", (words, startsAt, plannedMinutes) => {
    expect(only(`1. Transport ${words}`)).toMatchObject({ title: "Transport", startsAt, plannedMinutes });
  });

  test("a time in front of the number or the title starts the item", () => {
    const { items } = parseAgenda("AGENDA\n14.00 1. Welcome\n14.10 2. Housing\n3. 14:40 Jobs");
    expect(items.map(({ title, startsAt, plannedMinutes }) => [title, startsAt, plannedMinutes])).toEqual([
      ["Welcome", "14:00", 10],
      ["Housing", "14:10", 30],
      ["Jobs", "14:40", null],
    ]);
  });

  test("a bare time falls in the meeting's half of the day", () => {
    const { items } = parseAgenda("Board, 3 May 2011, 6.30 pm\nAGENDA\n1. Welcome (6.30)\n2. Jobs (8.15)");
    expect(items.map(({ startsAt }) => startsAt)).toEqual(["18:30", "20:15"]);
  });

  test("the time of the next meeting is not the item's", () => {
    const title = "Date of next meeting – Thursday 5 March 2009 at 2.00 pm";
    expect(only(`1. ${title}`)).toMatchObject({ title, startsAt: null, kind: "procedural" });
  });
});

describe("numbering", () => {
  test.each([
    ["1. A1\n2. B2", ["1", "2"]],
    ["1) Aa\n2) Bb", ["1)", "2)"]],
    ["1 Apples\n2 Pears", ["1", "2"]],
    ["1\tApples\n2\tPears", ["1", "2"]],
    ["Item 1 - Apples\nItem 2 - Pears", ["Item 1", "Item 2"]],
    ["A. Apples\nB. Pears", ["A", "B"]],
    ["I. Apples\nII. Pears", ["I", "II"]],
    ["(i) Apples\n(ii) Pears", ["(i)", "(ii)"]],
    ["1.0 Apples\n2.0 Pears", ["1.0", "2.0"]],
    ["• Apples\n• Pears", [null, null]],
  ])("%j numbers two items", (text, labels) => {
    expect(parseAgenda(`AGENDA\n${text}`).items.map(({ label }) => label)).toEqual(labels);
  });

  test("sub-items stand under their parent, in any dress", () => {
    const text =
      "AGENDA\n1. Aa\n1.1 Bb\n1.2 Cc\n2. Dd\n(a) Ee\n(b) Ff\n3. Gg\n3a. Hh\n3b. Ii\n4. Jj\n   1. Kk\n   2. Ll\n5. Mm";
    expect(titles(text)).toEqual([
      [
        "1",
        "Aa",
        [
          ["1.1", "Bb"],
          ["1.2", "Cc"],
        ],
      ],
      [
        "2",
        "Dd",
        [
          ["(a)", "Ee"],
          ["(b)", "Ff"],
        ],
      ],
      [
        "3",
        "Gg",
        [
          ["3a", "Hh"],
          ["3b", "Ii"],
        ],
      ],
      [
        "4",
        "Jj",
        [
          ["1", "Kk"],
          ["2", "Ll"],
        ],
      ],
      ["5", "Mm"],
    ]);
  });

  test("a time that slid into the column of leads is still a time", () => {
    const { items } = parseAgenda("No.\tItem\tLead\tTime\n1.\tWelcome\tChair\t2.00\n2.\tAOB\t3.50pm");
    expect(items.map(({ lead, startsAt }) => [lead, startsAt])).toEqual([
      ["Chair", "14:00"],
      [null, "15:50"],
    ]);
  });

  test("3.10 after 3.9 is a number, elsewhere a time", () => {
    const subs = Array.from({ length: 10 }, (_, place) => `1.${place + 1} Topic`).join("\n");
    expect(parseAgenda(`AGENDA\n1. Long item\n${subs}`).items[0]?.items).toHaveLength(10);
    expect(parseAgenda("AGENDA\n1. Welcome\n3.10 Tea break\n2. Jobs").items[1]).toMatchObject({
      title: "Tea break",
      startsAt: "15:10",
    });
  });

  test.each([
    ["1. Aa\n3. Bb", { code: "numberSkipped", line: 3, expected: 2, found: 3 }],
    ["1. Aa\n2. Bb\n2. Cc", { code: "numberRepeated", line: 4, found: 2 }],
    ["1. Aa\n3. Bb\n2. Cc", { code: "numberOutOfOrder", line: 4, found: 2 }],
  ])("%j is flagged", (text, flag) => {
    expect(parseAgenda(`AGENDA\n${text}`).flags).toContainEqual(flag);
  });
});

describe("what is around the items", () => {
  test("standing business needs no number", () => {
    expect(
      titles("AGENDA\nApologies\n1. Housing\n2. Jobs\n\nAny other business\n\nDate of next meeting"),
    ).toEqual([
      [null, "Apologies"],
      ["1", "Housing"],
      ["2", "Jobs"],
      [null, "Any other business"],
      [null, "Date of next meeting"],
    ]);
  });

  test("numbered notes after the last item are notes", () => {
    const { items, notes } = parseAgenda(
      "AGENDA\n1. Housing\n2. Jobs\n\nNotes\n1. A personal interest is…\n2. A prejudicial…",
    );
    expect(items).toHaveLength(2);
    expect(notes).toEqual(["Notes", "1. A personal interest is…", "2. A prejudicial…"]);
  });

  test("a membership list before the agenda is heading", () => {
    const { heading, items } = parseAgenda("Board\nMembership:\n1. Police\n2. Health\n\nAGENDA\n1. Housing");
    expect(heading.lines).toEqual(["Board", "Membership:", "1. Police", "2. Health", "AGENDA"]);
    expect(items).toHaveLength(1);
  });

  test("a title that runs on is one title; a sentence below it is description", () => {
    expect(
      only("1. Review of the partnership's governance and\nits sub-groups\nTo consider a report."),
    ).toMatchObject({
      title: "Review of the partnership's governance and its sub-groups",
      description: "To consider a report.",
    });
  });

  test("an early warning of possible exclusion restricts nothing", () => {
    const { items } = parseAgenda(
      "AGENDA\n1. Exclusion of the press and public\n2. Declarations of interest\n3. Jobs",
    );
    expect(items.map(({ openness }) => openness)).toEqual(["open", "open", "open"]);
  });

  test("nothing gives nothing, with a flag", () => {
    const heading = { title: null, date: null, startsAt: null, venue: null, lines: [] };
    expect(parseAgenda(" \n\t\n")).toEqual({ heading, items: [], notes: [], flags: [{ code: "empty" }] });
  });

  test("a letter is no agenda", () => {
    const { heading, items, flags } = parseAgenda("Dear all,\nthe meeting is cancelled.");
    expect([heading.lines.length, items.length, flags]).toEqual([2, 0, [{ code: "noItems" }]]);
  });

  test("what is too long is cut at a line and flagged", () => {
    const text = `AGENDA\n1. Jobs\n${"All about jobs.\n".repeat(10_000)}`;
    expect(text.length).toBeGreaterThan(AGENDA_TEXT_MAX_LENGTH);
    expect(parseAgenda(text).flags.map(({ code }) => code)).toEqual(["descriptionTooLong", "tooLong"]);
  });
});
