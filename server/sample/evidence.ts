// What the evening's matters rest on: figures that partners bring, sent round before or not, counted alike or not; and now
// and then why there were none.
import { EntryId, type ItemId } from "#domain/ids.ts";
import type { Obstacle } from "#domain/meeting/entry.ts";
import { CLERK } from "./cast.ts";
import type { Matter } from "./matters.ts";
import { type Stage, seatPresent } from "./stage.ts";

type Source = { readonly of: string; readonly source: string; readonly told: string };

const SOURCES: Readonly<Record<string, readonly Source[]>> = {
  "Regeneration Framework": [
    {
      of: "CTY",
      source: "Indices of deprivation",
      told: "Two of the eight areas have moved out of the worst fifth; one has moved in.",
    },
    {
      of: "UNI",
      source: "Household survey, four wards",
      told: "A third of households could not meet an unexpected bill of £200.",
    },
  ],
  "Low Carbon Oxford": [
    {
      of: "SCI",
      source: "City-wide emissions account",
      told: "Buildings make up three fifths of the city’s emissions.",
    },
    {
      of: "UNI",
      source: "Estates’ energy returns",
      told: "Two new laboratories use as much as the rest of the campus has saved.",
    },
  ],
  "Affordable housing": [
    {
      of: "CTY",
      source: "Housing needs assessment",
      told: "Four hundred homes a year are needed; fewer than half have been built.",
    },
    {
      of: "CCL",
      source: "Schools’ admissions register",
      told: "One pupil in nine has moved home within the year.",
    },
  ],
  "Health inequalities": [
    {
      of: "NHS",
      source: "Public health annual report",
      told: "The gap between wards is eleven years for men, and has not closed.",
    },
    {
      of: "FIR",
      source: "Home safety visits",
      told: "Cold and damp were found in a quarter of the homes visited.",
    },
  ],
  "Safer, stronger communities": [
    {
      of: "POL",
      source: "Community safety strategic assessment",
      told: "Burglary has halved in six years; what people fear has not changed.",
    },
    {
      of: "CTY",
      source: "Residents’ panel",
      told: "Half of the panel would not know whom to call about neighbours.",
    },
  ],
  "Skills and work": [
    {
      of: "JCP",
      source: "Claimant count by ward",
      told: "Claims among under-twenty-fives have doubled in eighteen months.",
    },
    {
      of: "CHA",
      source: "Employer survey of the Chamber",
      told: "Four firms in ten have a post they cannot fill for want of skills.",
    },
  ],
};

const WANTS: readonly { readonly obstacle: Obstacle; readonly says: string }[] = [
  { obstacle: "systems", says: "Ward figures: the two systems cannot be read together" },
  { obstacle: "formats", says: "Partners’ spending: each counts it in its own way" },
  { obstacle: "didNotExist", says: "What became of those who left: nobody has asked them" },
  { obstacle: "unwilling", says: "Case numbers: held back until the partner’s own board has seen them" },
];

export function bringEvidence(stage: Stage, itemId: ItemId, { objective }: Matter): void {
  const { player, chance, evening } = stage;
  const [qualifies, luck] = [chance.isOnce(evening.record.evidence), chance.next()];
  const { of, source, told } = chance.one(SOURCES[objective] ?? []);
  const want = chance.one(WANTS);
  const entry = {
    type: "recordEvidence" as const,
    entryId: EntryId.parse(chance.id()),
    itemId,
    speaker: { as: "officer" as const },
  };
  // where nothing qualifies, half of the time something was there that does not, or it is said what was wanting
  if (qualifies || luck < 0.3) {
    player.play(CLERK, {
      ...entry,
      text: source,
      provider: seatPresent(stage, of) ?? null,
      circulated: qualifies || luck < 0.15,
      commonDefinition: qualifies,
      told,
      obstacle: null,
    });
  } else if (luck < 0.75) {
    player.play(CLERK, {
      ...entry,
      text: want.says,
      provider: null,
      circulated: false,
      commonDefinition: false,
      told: "",
      obstacle: want.obstacle,
    });
  }
  player.wait(chance.between(8, 20));
}
