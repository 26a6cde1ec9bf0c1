// When and where a meeting is, as it is typed.
import * as z from "zod";
import { dayOf, time } from "#app/_text/dates.ts";
import { momentAt } from "#domain/calendar.ts";
import { ChangeDetails } from "#domain/meeting/making.ts";
import type { Meeting } from "#domain/meeting/state.ts";
import { type Problem, problemsOf } from "#domain/registers/problems.ts";

export const DetailsDraft = z.object({
  title: z.string(),
  day: z.string().nullable(),
  time: z.string().nullable(),
  lengthMinutes: z.string(),
  place: z.string(),
});
export type DetailsDraft = z.infer<typeof DetailsDraft>;

export function detailsOf({ title, startsAt, lengthMinutes, place }: Meeting): DetailsDraft {
  return { title, day: dayOf(startsAt), time: time(startsAt), lengthMinutes: `${lengthMinutes}`, place };
}

type Answer =
  | { readonly ok: true; readonly command: ChangeDetails }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function changeOf({ title, day, time: clock, lengthMinutes, place }: DetailsDraft): Answer {
  if (day === null) return { ok: false, problems: [{ field: "day", code: "needed" }] };
  if (clock === null) return { ok: false, problems: [{ field: "time", code: "needed" }] };
  const length = /^\d{1,3}$/.test(lengthMinutes.trim()) ? Number(lengthMinutes) : 0;
  if (length < 5 || length > 720)
    return { ok: false, problems: [{ field: "lengthMinutes", code: "notUsable" }] };
  const parsed = ChangeDetails.safeParse({
    type: "changeDetails",
    title,
    startsAt: momentAt(day, clock),
    lengthMinutes: length,
    place,
  });
  return parsed.success
    ? { ok: true, command: parsed.data }
    : { ok: false, problems: problemsOf(parsed.error).problems };
}
