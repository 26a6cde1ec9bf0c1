import type { Sector } from "#domain/meeting/registers.ts";

/** The letter that stands for a sector wherever its colour does. */
export const sectorLetter: Readonly<Record<Sector, string>> = {
  "local-authority": "L",
  "other-public": "P",
  education: "E",
  private: "B",
  "voluntary-community": "V",
  other: "O",
};

/** The class that gives bars, letters and seats their sector's colour and pattern. */
export function sectorClass(sector: Sector): string {
  return `s-${sectorLetter[sector].toLowerCase()}`;
}

/** Beside the sector's name or a partner's, so it is silent. */
export function SectorLetter({ sector }: { sector: Sector }) {
  return (
    <span className={`sec ${sectorClass(sector)}`} aria-hidden="true">
      {sectorLetter[sector]}
    </span>
  );
}
