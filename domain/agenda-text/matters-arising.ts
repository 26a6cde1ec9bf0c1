// Which item of an agenda is for what the last meeting left: it is known by its title, however the agenda was made.
import type { AgendaItem } from "../meeting/item.ts";

const words = /\bmatters?\s+arising\b|\bmaterion yn codi\b/iu;

/** "Minutes of the last meeting and matters arising"; undefined where no item says so. */
export function mattersItem(items: readonly AgendaItem[]): AgendaItem | undefined {
  return items.find(({ title }) => words.test(title));
}
