import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ParsedAgenda, type ParsedItem, parseAgenda } from "./parse-agenda.ts";

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const checked = { seed, numRuns: 300 };
console.info(`parse-agenda.property.test.ts: FC_SEED=${seed}`);

// words that mean nothing to the parser, so that each must be found again as it was
const word = fc.string({
  unit: fc.constantFrom(..."b c d f g h j k l n q r s t v w x z".split(" ")),
  minLength: 5,
  maxLength: 9,
});
const marker = fc.constantFrom(
  "",
  "",
  "1. ",
  "2. ",
  "3) ",
  "4\t",
  "(a) ",
  "(b) ",
  "i) ",
  "ii) ",
  "A. ",
  "• ",
  "- ",
  "3.1 ",
  "14.00 ",
  "Item 2: ",
  "   ",
  "\t",
  "| ",
);
const ending = fc.constantFrom(
  "",
  "",
  " (2.00 pm)",
  " (attached)",
  " - 10 mins",
  ".",
  " (Chair)",
  "\t14:20",
  " –",
  ":",
  " (Pages 1 - 4)",
);
const line = fc
  .tuple(marker, fc.array(word, { minLength: 1, maxLength: 6 }), ending, fc.boolean())
  .map(
    ([before, words, after, loud]) =>
      before + (loud ? words.join(" ").toUpperCase() : words.join(" ")) + after,
  );
const signpost = fc.constantFrom(
  "AGENDA",
  "",
  "",
  "PART II",
  "Notes",
  "APOLOGIES",
  "Any other business",
  "No.\tItem\tLead\tTime",
  "Dated this day",
  "Page 2",
  "Monday 3 May 2010, 2.00 pm",
);
const agenda = fc.array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: signpost }), {
  maxLength: 40,
});

// lone surrogates, controls and marks of direction among them
const anySign = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

function itemWords(item: ParsedItem): string[] {
  const own = [item.label ?? "", item.title, item.lead ?? "", item.description, item.section ?? ""];
  return [...own, ...item.papers.map(({ title }) => title), ...item.items.flatMap(itemWords)];
}

function allWords({ heading, items, notes }: ParsedAgenda): string {
  return [...heading.lines, ...items.flatMap(itemWords), ...notes].join("\n");
}

function everyItem(items: readonly ParsedItem[]): ParsedItem[] {
  return items.flatMap((item) => [item, ...everyItem(item.items)]);
}

describe("parseAgenda", () => {
  test("loses no word of any line", () => {
    fc.assert(
      fc.property(agenda, (lines) => {
        const found = allWords(parseAgenda(lines.join("\n")));
        for (const written of lines.join(" ").match(/[bcdfghjklnqrstvwxz]{5,}/gi) ?? [])
          expect(found).toContain(written);
      }),
      checked,
    );
  });

  test("keeps the order of the lines", () => {
    fc.assert(
      fc.property(agenda, (lines) => {
        const { items, flags } = parseAgenda(lines.join("\n"));
        const places = everyItem(items).map((item) => item.line);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.every((place) => place >= 1 && place <= lines.length)).toBe(true);
        expect(flags.every((flag) => !("line" in flag) || flag.line <= lines.length)).toBe(true);
      }),
      checked,
    );
  });

  test("reads the same whatever wrote the line ends, spaces and invisible signs", () => {
    fc.assert(
      fc.property(agenda, (lines) => {
        const plain = parseAgenda(lines.join("\n"));
        expect(parseAgenda(lines.join("\r\n"))).toEqual(plain);
        expect(parseAgenda(lines.join("\u2028"))).toEqual(plain);
        expect(parseAgenda(`\ufeff${lines.join("\n").replaceAll(" ", "\u00a0")}`)).toEqual(plain);
        expect(parseAgenda(lines.join("\n").replaceAll("r", "r\u200b\u00ad"))).toEqual(plain);
      }),
      checked,
    );
  });

  test("answers any text at all within its own limits", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: anySign, maxLength: 400 }), fc.string({ maxLength: 400 })),
        (text) => {
          for (const item of everyItem(parseAgenda(text).items)) {
            expect(item.title.length).toBeLessThanOrEqual(240);
            expect(item.startsAt ?? "00:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
            expect(item.plannedMinutes ?? 1).toSatisfy((minutes: number) => minutes >= 1 && minutes <= 600);
          }
        },
      ),
      checked,
    );
  });

  // a megabyte of what backtracks: each kind many times over, on one line and on many
  const hostile = [
    "(",
    ")",
    " - ",
    "1. ",
    "1.1.1.",
    "(a) ",
    "\t",
    "   ",
    ". ",
    "12:00 ",
    "2.00 - ",
    "pages 1 - ",
    "A",
    "Aa Bb ",
    "attached ",
    "[(",
    "minutes of ",
    "1 hour ",
    "| ",
    "Lead: ",
    "\n1. 2. ",
    "x\n",
    "1.\n",
    "1. a\n2. b\n1. c\n",
    "Notes\n",
    "PART II\n",
    "\u200b",
    "lead by ",
    "public excluded ",
  ];
  test.each(hostile)("reads a megabyte of %j at once", (piece) => {
    const text = `AGENDA\n1. ${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
    const begun = performance.now();
    parseAgenda(text);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
