// The agenda of a stored meeting: standing items round the matters of the evening.
import { ItemId } from "#domain/ids.ts";
import type { ImportAgenda } from "#domain/meeting/agenda.ts";
import type { Focus, ItemKind } from "#domain/meeting/item.ts";
import { objectiveId, partnerId } from "./cast.ts";
import type { Chance } from "./chance.ts";
import type { Matter } from "./matters.ts";

export type Planned = {
  readonly itemId: ItemId;
  readonly title: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly foci: readonly Focus[];
  readonly lead: string | null;
  readonly objective: string | null;
  readonly asked: string;
  readonly matter: Matter | null;
};

export function agendaOf(
  matters: readonly Matter[],
  { reportMinutes, chance }: { readonly reportMinutes: number; readonly chance: Chance },
): readonly Planned[] {
  const standing = (title: string, minutes: number, asked = ""): Planned => ({
    itemId: ItemId.parse(chance.id()),
    title,
    kind: "procedural",
    minutes,
    foci: ["governance"],
    lead: null,
    objective: null,
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
        objective: matter.objective,
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
    { ...standing("Reports from Champions", 10), kind: "information", foci: ["delivery"], lead: "VOL" },
    standing("Other business and dates", 5),
  ];
}

/** The pasted agenda as the clerk's command; an item's focus starts with it unless nobody records focus. */
export function importOf(agenda: readonly Planned[], recordsFocus: boolean): ImportAgenda {
  return {
    type: "importAgenda",
    items: agenda.map(({ itemId, title, kind, minutes, foci, lead, objective, asked, matter }) => ({
      itemId,
      parent: null,
      heading: {
        title,
        kind,
        plannedFocus: recordsFocus ? (foci[0] ?? null) : null,
        plannedMinutes: minutes,
        startsAt: null,
        lead: lead === null ? null : partnerId(lead),
        objectives:
          objective === null
            ? []
            : [{ objectiveId: objectiveId(objective), reason: `Moves the ${objective} on.` }],
        openness: { kind: "open" },
        routineMoney: false,
        numbered: true,
      },
      description: asked,
      papers: matter ? [{ title: `${matter.title}, report`, address: "", pages: "" }] : [],
    })),
  };
}
