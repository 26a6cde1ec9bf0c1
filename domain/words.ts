// What people type, as the record may hold it. Commands are held to this; events are not, because
// today's limit must not make yesterday's fact unreadable (`reliability.md` P30).
import * as z from "zod";

// eslint-disable-next-line no-control-regex -- finding them is what it is for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
// Marks that turn the direction of what follows can make a name read as another.
const direction = /[\u202a-\u202e\u2066-\u2069]/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

function isPlain(text: string): boolean {
  return text.isWellFormed() && !control.test(text) && !direction.test(text);
}

/** One or more visible signs, trimmed and normalised (NFC), at most `max` UTF-16 units. */
export function words(max: number) {
  return z
    .string()
    .trim()
    .normalize()
    .min(1)
    .max(max)
    .refine((text) => isPlain(text) && visible.test(text), { error: "notPlain" });
}

/** As `words`, but may be left empty. */
export function optionalWords(max: number) {
  return z
    .string()
    .trim()
    .normalize()
    .max(max)
    .refine((text) => text === "" || (isPlain(text) && visible.test(text)), { error: "notPlain" });
}

/** A day in the calendar of England, `2026-11-24`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A time of day, `14:05`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Whole pence, up to a hundred thousand million pounds: safe as a JavaScript number. */
export const Pence = z.int().min(0).max(10_000_000_000_000);
