import type { KEY_DAYS, KeyScope } from "#domain/registers/keys.ts";

/** What a key may read, as one ticks it. */
export const scopeText: Readonly<Record<KeyScope, { readonly name: string; readonly what: string }>> = {
  figures: { name: "Figures", what: "the indicators, for periods and meeting by meeting" },
  facts: { name: "Facts", what: "what the figures are computed from, by sector, without words" },
  records: {
    name: "Records",
    what: "meetings, what was recorded openly and for whom, seats and objectives",
  },
};

export const lastsText: Readonly<Record<(typeof KEY_DAYS)[number], string>> = {
  30: "A month",
  90: "Three months",
  365: "A year",
};
