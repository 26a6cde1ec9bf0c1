import { indicatorWords } from "#app/_text/indicator-text.ts";
import { periodChoice } from "#app/_text/period-text.ts";
import { type YearViewId, yearWords } from "#app/_text/year-text.ts";
import { BESIDE } from "#app/(signed-in)/dashboard/_figures/beside.ts";
import { dayOf } from "#domain/calendar.ts";
import { fileName } from "#domain/exports/file-name.ts";
import { indicatorOf } from "#domain/indicators/all.ts";
import { type LookedAt, loadDashboard, loadFrontPage } from "#server/dashboard/load-dashboard.ts";
import { type IndicatorView, loadIndicator } from "#server/dashboard/load-indicator.ts";
import { loadYear } from "#server/dashboard/load-year.ts";
import { type Download, type Downloaded, downloadingOfBoard } from "#server/exports/downloading.ts";
import { behindCsv, everyMeetingCsv, everyYearCsv, figuresCsv, madeOfCsv } from "../figure-tables.ts";
import { registerTables } from "../register-tables.ts";
import { togetherTables } from "../together-tables.ts";
import { yearTables } from "../year-tables.ts";

const ofIndicator: Readonly<Record<string, { words: string; csv: (view: IndicatorView) => string }>> = {
  "every-meeting": { words: "Every meeting", csv: everyMeetingCsv },
  "every-year": { words: "Every year", csv: everyYearCsv },
  behind: { words: "What was counted", csv: behindCsv },
  "made-of": { words: "What it is made of", csv: madeOfCsv },
};

/** One table of a board: its figures, an indicator's, a year's, or a register. */
export const GET = downloadingOfBoard(async (house, allowed, asked): Promise<Downloaded> => {
  const { asker, params, query } = asked;
  const name = params["table"] ?? "";
  const period = query.get("period") ?? undefined;

  if (Object.hasOwn(registerTables, name)) {
    const [register, looked] = [
      registerTables[name],
      asker.boards.find((own) => own.boardId === allowed.boardId),
    ];
    if (!register || !looked) return "notThere";
    return csv(fileName([looked.name, register.words], "csv"), await register.csv(house, allowed));
  }
  if (name === "figures" || name === "all-figures") {
    const which = name === "figures" ? "headline" : "all";
    const dashboard = await loadDashboard(house.database, allowed, {
      period,
      asOf: house.clock.now(),
      which,
    });
    const words = which === "all" ? "All figures" : "Figures";
    return dashboard ? csv(nameOf(dashboard, words), figuresCsv(dashboard)) : "notThere";
  }
  const together = Object.hasOwn(togetherTables, name) ? togetherTables[name] : undefined;
  if (together) {
    const asOf = house.clock.now();
    const page = await loadFrontPage(house.database, allowed, { period, asOf, beside: BESIDE });
    return page ? csv(nameOf(page, together.words), together.csv(page)) : "notThere";
  }
  const ofYear = Object.hasOwn(yearTables, name) ? yearTables[name] : undefined;
  if (ofYear) {
    const year = await loadYear(house, allowed, { period });
    return year
      ? csv(nameOf(year, yearTableWords(ofYear.view, name)), await ofYear.csv(year, house, allowed, asker))
      : "notThere";
  }
  const indicator = indicatorOf(query.get("indicator") ?? "");
  const table = Object.hasOwn(ofIndicator, name) ? ofIndicator[name] : undefined;
  if (!indicator || !table) return "notThere";
  const meeting = query.get("meeting") ?? undefined;
  const view = await loadIndicator(house, allowed, { indicator: indicator.id, period, meeting });
  if (!view || (name === "behind") !== (view.behind !== null)) return "notThere";
  const day = view.behind ? ` ${dayOf(view.behind.facts.openedAt)}` : "";
  const words = `${indicatorWords[indicator.id].name} ${table.words}${day}`;
  return csv(nameOf(view, words), table.csv(view));
});

/** Two tables of one page have names of their own. */
function yearTableWords(view: YearViewId, table: string): string {
  return `${yearWords[view].name} ${table.replaceAll("-", " ")}`;
}

function nameOf({ board, period }: LookedAt, words: string): string {
  return fileName([board.name, periodChoice(period), words], "csv");
}

function csv(name: string, body: string): Download {
  return { name, type: "text/csv", body };
}
