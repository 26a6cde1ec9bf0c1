// The numbers of items: by their place until the meeting opens, and from then on, once given, for good.
import type { ItemId } from "../ids.ts";
import type { Meeting } from "./state.ts";

/**
 * Gives each item its number: by its place until the meeting opens, and after that only to newcomers,
 * past every number given so far.
 */
export function renumbered(meeting: Meeting): Meeting {
  const given = meeting.openedAt === null ? [] : meeting.items.map(({ number }) => numberParts(number));
  const last = new Map<string, number>();
  for (const { top, letters } of given) {
    last.set("", Math.max(last.get("") ?? 0, Number(top)));
    last.set(top, Math.max(last.get(top) ?? 0, placeOfLetters(letters)));
  }
  const next = (family: string): number => {
    const place = (last.get(family) ?? 0) + 1;
    last.set(family, place);
    return place;
  };

  const numbers = new Map<ItemId, string>();
  for (const item of meeting.items) {
    const above = item.parent === null ? null : (numbers.get(item.parent) ?? "");
    if (meeting.openedAt !== null && item.number !== "") numbers.set(item.id, item.number);
    // nothing stands under a heading that has no number of its own
    else if (!item.numbered || above === "") numbers.set(item.id, "");
    else numbers.set(item.id, above === null ? String(next("")) : `${above}${letter(next(above))}`);
  }

  const items = meeting.items.map((item) => {
    const number = numbers.get(item.id) ?? "";
    return number === item.number ? item : { ...item, number };
  });
  return { ...meeting, items };
}

function letter(place: number): string {
  const ahead = Math.floor((place - 1) / 26);
  return `${ahead > 0 ? letter(ahead) : ""}${String.fromCharCode(97 + ((place - 1) % 26))}`;
}

function numberParts(number: string): { readonly top: string; readonly letters: string } {
  const [, top = "", letters = ""] = /^(\d*)([a-z]*)/.exec(number) ?? [];
  return { top, letters };
}

function placeOfLetters(letters: string): number {
  return letters.split("").reduce((place, sign) => place * 26 + sign.charCodeAt(0) - 96, 0);
}
