// Curves as they stand in the report: on paper, named at their ends, told apart by dash and mark, not by colour alone.
import { scaleLinear, scaleLog } from "d3-scale";
import {
  line,
  type SymbolType,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3-shape";
import { spread } from "#app/_charts/plot.ts";
import { type Chart, written } from "./figures.ts";

const SIZE = { width: 760, height: 400 };
const FRAME = { left: 64, right: 520, top: 56, bottom: 344 };
const LABEL_GAP = 18;

// the light half of `app/_styles/tokens.css`
const PAPER = "#fcfcfa";
const INK = "#14202b";
const QUIET = "#46525e";
const HAIR = "#cdd3ce";
const LOOKS: readonly { readonly ink: string; readonly dash: string; readonly mark: SymbolType }[] = [
  { ink: "#1d4fa3", dash: "", mark: symbolCircle },
  { ink: "#b23a0e", dash: "7 4", mark: symbolSquare },
  { ink: "#0b6a4c", dash: "2 4", mark: symbolTriangle },
  { ink: "#6a3590", dash: "10 3 2 3", mark: symbolDiamond },
];

type Along = ((value: number) => number) & { readonly ticks: readonly number[] };

export function drawn(chart: Chart): string {
  const x = across(chart);
  const y = upwards(chart.lines.flatMap((each) => each.points.map(([, value]) => value)));
  const { width, height } = SIZE;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title id="title">${escaped(chart.title)}</title>`,
    `<desc id="desc">${escaped(inWords(chart))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<text x="16" y="24" font-size="16" font-weight="600">${escaped(chart.title)}</text>`,
    `<text x="16" y="44" fill="${QUIET}">${escaped(chart.y.label)}</text>`,
    ...y.ticks.map((tick) => rung(tick, y(tick))),
    ...x.ticks.map((tick) => foot(tick, x(tick))),
    `<text x="${FRAME.right}" y="${FRAME.bottom + 42}" text-anchor="end" fill="${QUIET}">${escaped(chart.x.label)}</text>`,
    ...chart.lines.map(({ points }, place) => curve(points, { x, y, place })),
    ...names(chart, y),
    "</svg>",
  ];
  return `${parts.join("\n")}\n`;
}

/** From the first value to the last; where it is logarithmic, what was measured is what is named. */
function across({ x, lines }: Chart): Along {
  const values = lines.flatMap(({ points }) => points.map(([value]) => value));
  const ends = [FRAME.left + 12, FRAME.right - 8];
  const most = Math.max(...values);
  if (x.scale === "linear") {
    const linear = scaleLinear().domain([0, most]).range(ends);
    return Object.assign((value: number) => linear(value), { ticks: linear.ticks(5) });
  }
  const log = scaleLog()
    .domain([Math.min(...values), most])
    .range(ends);
  return Object.assign((value: number) => log(value), { ticks: [...new Set(values)] });
}

/** Logarithmic, so that equal ratios are equally far apart. */
function upwards(values: readonly number[]): Along {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const named = steps(10 ** Math.floor(Math.log10(least)), most);
  const low = named.findLast((step) => step <= least) ?? least;
  const high = named.find((step) => step >= most) ?? most;
  const log = scaleLog().domain([low, high]).range([FRAME.bottom, FRAME.top]);
  return Object.assign((value: number) => log(value), {
    ticks: named.filter((step) => step >= low && step <= high),
  });
}

/** 1, 2, 5, 10, 20, 50 and so on, from a power of ten to beyond `most`. */
function steps(power: number, most: number): number[] {
  const decade = [power, 2 * power, 5 * power];
  return power > most ? decade : [...decade, ...steps(10 * power, most)];
}

function rung(value: number, y: number): string {
  return [
    `<line x1="${FRAME.left}" x2="${FRAME.right}" y1="${at(y)}" y2="${at(y)}" stroke="${HAIR}"/>`,
    `<text x="${FRAME.left - 8}" y="${at(y + 4)}" text-anchor="end" fill="${QUIET}">${written(value)}</text>`,
  ].join("");
}

function foot(value: number, x: number): string {
  return `<text x="${at(x)}" y="${FRAME.bottom + 20}" text-anchor="middle" fill="${QUIET}">${written(value)}</text>`;
}

function lookOf(place: number) {
  const look = LOOKS[place];
  if (!look) throw new Error(`no look for line ${place + 1}`);
  return look;
}

function curve(
  points: readonly [number, number][],
  { x, y, place }: { readonly x: Along; readonly y: Along; readonly place: number },
): string {
  const { ink, dash, mark } = lookOf(place);
  const path = line(
    ([value]) => x(value),
    ([, value]) => y(value),
  ).digits(1)([...points]);
  const marks = points.map(
    ([value, up]) =>
      `<path d="${symbol(mark, 52).digits(1)()}" transform="translate(${at(x(value))} ${at(y(up))})" fill="${ink}" stroke="${PAPER}"/>`,
  );
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="${dash}"/>${marks.join("")}`;
}

/** Each at the end of its line, moved apart where they would meet. */
function names({ lines }: Chart, y: Along): string[] {
  const ends = lines.map(({ name, points }, place) => {
    const [, last = Number.NaN] = points.at(-1) ?? [];
    return { name: `${name}, ${written(last)}`, ink: lookOf(place).ink, y: y(last) };
  });
  return spread(ends, LABEL_GAP).map(
    (label) =>
      `<text x="${FRAME.right + 12}" y="${at(label.y + 4)}" fill="${label.ink}">${escaped(label.name)}</text>`,
  );
}

function inWords({ lines, x, y }: Chart): string {
  const each = lines.map(
    ({ name, points }) =>
      `${name}: ${points.map(([value, up]) => `${written(up)} at ${written(value)}`).join(", ")}`,
  );
  return `${y.label} by ${x.label}. ${each.join(". ")}.`;
}

function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
