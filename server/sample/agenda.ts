// The agenda of a stored meeting: standing items round the matters of the evening.
import { ItemId } from "#domain/ids.ts";
import type { ImportAgenda } from "#domain/meeting/agenda.ts";
import type { Focus, ItemKind } from "#domain/meeting/item.ts";
import { objectiveId, partnerId } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Matter } from "./matters.ts";
import type { Evening } from "./story.ts";

export type Planned = {
  readonly itemId: ItemId;
  readonly title: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly foci: readonly Focus[];
  readonly lead: string | null;
  /** At most two. */
  readonly objectives: readonly string[];
  readonly asked: string;
  readonly matter: Matter | null;
};

export function agendaOf(
  { matters, champions, reportMinutes }: Pick<Evening, "matters" | "champions" | "reportMinutes">,
  chance: Chance,
): readonly Planned[] {
  const standing = (title: string, minutes: number, asked = ""): Planned => ({
    itemId: ItemId.parse(chance.id()),
    title,
    kind: "procedural",
    minutes,
    foci: ["governance"],
    lead: null,
    objectives: [],
    asked,
    matter: null,
  });
  return [
    standing("Welcome, apologies and declarations", 5),
    standing(
      "Minutes of the last meeting and matters arising",
      10,
      "To agree the minutes and hear what became of what was promised.",
    ),
    ...matters.map(
      (matter, place): Planned => ({
        itemId: ItemId.parse(chance.id()),
        title: matter.title,
        kind: place === matters.length - 1 ? "discussion" : "decision",
        minutes: 25,
        foci: matter.foci,
        lead: matter.lead,
        objectives: [matter.objective],
        asked: matter.asked,
        matter,
      }),
    ),
    {
      ...standing("How are we doing? Quarterly performance", reportMinutes),
      kind: "information",
      foci: ["performance-headline"],
      lead: "CTY",
      asked: "The board is asked to note progress and to say where it is not content.",
    },
    {
      ...standing("Reports from Champions", 10),
      kind: "information",
      foci: ["delivery"],
      lead: "VOL",
      objectives: champions,
    },
    standing("Other business and dates", 5),
  ];
}

/** The pasted agenda as the clerk's command; an item's focus starts with it unless nobody records focus. */
export function importOf(agenda: readonly Planned[], recordsFocus: boolean): ImportAgenda {
  return {
    type: "importAgenda",
    items: agenda.map(({ itemId, title, kind, minutes, foci, lead, objectives, asked, matter }) => ({
      itemId,
      parent: null,
      heading: {
        title,
        kind,
        plannedFocus: recordsFocus ? (foci[0] ?? null) : null,
        plannedMinutes: minutes,
        startsAt: null,
        lead: lead === null ? null : partnerId(lead),
        objectives: objectives.map((title) => ({
          objectiveId: objectiveId(title),
          reason: matter ? reasonFor(title) : "Its champion reports.",
        })),
        openness: { kind: "open" },
        routineMoney: false,
        numbered: true,
      },
      description: asked,
      papers: matter ? [{ title: `${matter.title}, report`, address: "", pages: "" }] : [],
    })),
  };
}

const REASONS: Readonly<Record<string, string>> = {
  "Regeneration Framework": "The priority areas are the framework’s.",
  "Low Carbon Oxford": "The programme’s next round is agreed here.",
  "Affordable housing": "The homes the city lacks.",
  "Health inequalities": "The years between wards.",
  "Safer, stronger communities": "What residents say they notice.",
  "Skills and work": "Places, and jobs at their end.",
};

function reasonFor(objective: string): string {
  const reason = REASONS[objective];
  if (reason === undefined) throw new Error(`sample: no reason for ${objective}`);
  return reason;
}
