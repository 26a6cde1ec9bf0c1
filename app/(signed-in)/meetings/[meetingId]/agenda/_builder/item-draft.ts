// An item of the agenda as it is typed, and the command that makes the agenda say so.
import * as z from "zod";
import { type ItemId, ObjectiveId, PartnerId } from "#domain/ids.ts";
import { AmendItem } from "#domain/meeting/agenda.ts";
import { type AgendaItem, Focus, ItemKind } from "#domain/meeting/item.ts";
import { type Problem, problemsOf } from "#domain/registers/problems.ts";

/** As loose as what people type; the command is held to more. */
export const ItemDraft = z.object({
  title: z.string(),
  kind: ItemKind,
  plannedFocus: Focus.nullable(),
  plannedMinutes: z.string(),
  startsAt: z.string().nullable(),
  lead: PartnerId.nullable(),
  objectives: z.array(z.object({ objectiveId: ObjectiveId, reason: z.string() })),
  openness: z.object({ isRestricted: z.boolean(), ground: z.string(), reviewOn: z.string().nullable() }),
  routineMoney: z.boolean(),
  numbered: z.boolean(),
  description: z.string(),
  papers: z.array(z.object({ title: z.string(), address: z.string(), pages: z.string() })),
});
export type ItemDraft = z.infer<typeof ItemDraft>;

export function draftOf(item: AgendaItem): ItemDraft {
  const { title, kind, plannedFocus, plannedMinutes, startsAt, lead, routineMoney, numbered } = item;
  const { description, papers, objectives, openness } = item;
  const isRestricted = openness.kind === "restricted";
  return {
    title,
    kind,
    plannedFocus,
    plannedMinutes: plannedMinutes === null ? "" : `${plannedMinutes}`,
    startsAt,
    lead,
    objectives: [...objectives],
    openness: {
      isRestricted,
      ground: isRestricted ? openness.ground : "",
      reviewOn: isRestricted ? openness.reviewOn : null,
    },
    routineMoney,
    numbered,
    description,
    papers: [...papers],
  };
}

export type AmendAnswer =
  | { readonly ok: true; readonly command: AmendItem }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The command that makes the agenda say this; problems are named by the draft's fields. */
export function amendmentOf(itemId: ItemId, draft: ItemDraft, reason: string): AmendAnswer {
  const { description, papers, openness, plannedMinutes, objectives, ...heading } = draft;
  const { isRestricted, ground, reviewOn } = openness;
  const minutes = minutesTyped(plannedMinutes);
  if (minutes === undefined) return { ok: false, problems: [{ field: "plannedMinutes", code: "notUsable" }] };
  const parsed = AmendItem.safeParse({
    type: "amendItem",
    itemId,
    heading: {
      ...heading,
      objectives,
      plannedMinutes: minutes,
      openness: isRestricted ? { kind: "restricted", ground, reviewOn } : { kind: "open" },
    },
    description,
    papers: papers.filter((paper) => Object.values(paper).some((words) => words.trim() !== "")),
    reason,
  });
  if (parsed.success) return { ok: true, command: parsed.data };
  // what stands in the heading is named by its own field, as it stands on the screen
  const issues = parsed.error.issues.map((issue) => ({
    ...issue,
    path: issue.path[0] === "heading" ? issue.path.slice(1) : issue.path,
  }));
  return { ok: false, problems: problemsOf(new z.ZodError(issues)).problems };
}

/** Whole minutes from 1 to 600; null when nothing was typed, undefined when it is something else. */
export function minutesTyped(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const minutes = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
  return minutes >= 1 && minutes <= 600 ? minutes : undefined;
}
