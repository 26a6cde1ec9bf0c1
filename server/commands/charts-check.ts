// npm run -s charts:check FILE: limits and marks of given series, as JSON.
//
// FILE holds an array of series, or an object with one under `series`; what comes out has the same form.
// Shapes in and out: docs/indicators.md. Malformed input ends with one line on stderr and exit code 1.
import { readFileSync } from "node:fs";
import * as z from "zod";
import { pChart, uChart } from "#domain/charts/attribute-charts.ts";
import { readChart } from "#domain/charts/reading.ts";
import { type Mark, RULE_SET, spelled } from "#domain/charts/rules.ts";
import { runChart } from "#domain/charts/run-chart.ts";
import { stageOf, XMR_FROM } from "#domain/charts/staging.ts";
import { drawnAt } from "#domain/charts/xmr.ts";

const ValueSeries = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["xmr", "run"]).default("xmr"),
    values: z.array(z.number().nullable()),
    direction: z.enum(["up", "down", "neither"]).default("neither"),
    target: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    recalculateBefore: z.array(z.int().min(2)).default([]),
  })
  .refine(({ range }) => !range || range[0] < range[1], {
    error: "the range must go from less to more",
    path: ["range"],
  })
  .refine(
    ({ recalculateBefore, values }) => recalculateBefore.every((position) => position <= values.length),
    {
      error: "a recalculation must stand before one of the values",
      path: ["recalculateBefore"],
    },
  );
type ValueSeries = z.infer<typeof ValueSeries>;

const CountSeries = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["p", "u"]),
    numerators: z.array(z.number().min(0)),
    denominators: z.array(z.number().gt(0)),
    // harmless, and often sent along
    values: z.array(z.number().nullable()).optional(),
    direction: z.enum(["up", "down", "neither"]).optional(),
  })
  .refine(({ numerators, denominators }) => numerators.length === denominators.length, {
    error: "numerators and denominators must be as many",
    path: ["denominators"],
  })
  .refine(
    ({ kind, numerators, denominators }) =>
      kind === "u" || numerators.every((n, i) => n <= (denominators[i] ?? 0)),
    { error: "a part cannot exceed its whole", path: ["numerators"] },
  );
type CountSeries = z.infer<typeof CountSeries>;

const Input = z.union([z.array(z.unknown()), z.object({ series: z.array(z.unknown()) })], {
  error: "expected an array of series, or an object with one under series",
});
const Named = z.looseObject({ id: z.string() });
const Counted = z.looseObject({ kind: z.enum(["p", "u"]) });

/** The kind is looked at first, so that what is wrong is said of the kind that was meant. */
function answer(raw: unknown, index: number): object {
  const name = Named.safeParse(raw).data?.id ?? `number ${index + 1}`;
  if (Counted.safeParse(raw).success) return ofCounts(parsed(CountSeries, raw, name));
  return ofValues(parsed(ValueSeries, raw, name));
}

function parsed<T>(schema: z.ZodType<T>, raw: unknown, name: string): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`series ${name}: ${[...(issue?.path ?? []), issue?.message].join(": ")}`);
}

function ofValues({ id, target, range, ...series }: ValueSeries): object {
  const reading = readChart({ ...series, ...(range && { range }), ...(target !== undefined && { target }) });
  const parts = reading.parts.map(({ limits, run, ...part }) => ({
    ...part,
    ...(limits ?? { mrBar: null, upl: null, lpl: null }),
    ...(limits &&
      range && { drawn: { upper: drawnAt(limits.upl, range), lower: drawnAt(limits.lpl, range) } }),
    ...(run && { run }),
  }));
  const last = parts.at(-1);
  return {
    id,
    kind: series.kind,
    rules: `${RULE_SET.version}, runs of ${RULE_SET.run}`,
    stage: reading.stage,
    // the lines at the last value, repeated where a reader looks first
    ...(last && { mean: last.mean, mrBar: last.mrBar, upl: last.upl, lpl: last.lpl }),
    ...(series.kind === "run" && runChart(series.values.filter((value) => value !== null))),
    parts,
    marks: byPosition(reading.points.map(({ marks }) => marks)),
    verdicts: Object.fromEntries(
      reading.points.flatMap((point) => (point.verdict ? [[point.position, point.verdict]] : [])),
    ),
    variation: reading.variation,
    assurance: reading.assurance,
  };
}

function ofCounts({ id, kind, numerators, denominators }: CountSeries): object {
  const counted = numerators.map((count, i) => ({ count, outOf: denominators[i] ?? 0 }));
  const chart = kind === "p" ? pChart(counted) : uChart(counted);
  const points = counted.length < XMR_FROM ? [] : (chart?.points ?? []);
  return {
    id,
    kind,
    rules: "single point",
    stage: stageOf(counted.length),
    centre: chart?.centre ?? null,
    limits: points.map(({ value, upper, lower }) => ({ value, upper, lower })),
    marks: byPosition(points.map(({ marks }) => marks)),
  };
}

function byPosition(marks: readonly (readonly Mark[])[]): Record<string, string[]> {
  return Object.fromEntries(
    marks.flatMap((own, i) => (own.length > 0 ? [[String(i + 1), own.map(spelled)]] : [])),
  );
}

function read(path: string | undefined): unknown {
  if (path === undefined) throw new Error("name a file: npm run -s charts:check FILE");
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`${path} cannot be read as JSON`, { cause });
  }
}

try {
  const input = Input.safeParse(read(process.argv[2]));
  if (!input.success) throw new Error(input.error.issues[0]?.message);
  const answers = Array.isArray(input.data)
    ? input.data.map(answer)
    : { series: input.data.series.map(answer) };
  process.stdout.write(`${JSON.stringify(answers, null, 2)}\n`);
} catch (error) {
  process.stderr.write(`charts:check: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
