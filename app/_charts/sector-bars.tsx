import { sectorClass, sectorLetter } from "#app/_marks/sector.tsx";
import { sectorWord } from "#app/_text/words.ts";
import { VisuallyHidden } from "#app/_ui/visually-hidden.tsx";
import type { SectorShare } from "#domain/indicators/sector-voice-balance.ts";
import { rounded } from "./figures.ts";

/** Seats over talk, in two stacked bars; letters stand inside wherever they fit. */
export function SectorBars({ shares }: { shares: readonly SectorShare[] }) {
  return (
    <div>
      <VisuallyHidden>{shares.map(sectorSentence).join("; ")}</VisuallyHidden>
      <Bar name="Seats" shares={shares} of={({ seatShare }) => seatShare} />
      <Bar name="Talk" shares={shares} of={({ talkShare }) => talkShare} />
    </div>
  );
}

/** Under this share of the bar its letter would be cut off. */
const LETTER_FROM = 0.07;

function Bar(props: { name: string; shares: readonly SectorShare[]; of: (share: SectorShare) => number }) {
  const { name, shares, of } = props;
  return (
    <div className="pb" aria-hidden="true">
      <span>{name}</span>
      <div>
        {shares
          .filter((share) => of(share) > 0)
          .map((share) => (
            <i
              key={share.sectors.join(" ")}
              className={sectorClass(share.sectors[0] ?? "other")}
              style={{ flex: of(share) }}
            >
              {of(share) >= LETTER_FROM * share.sectors.length && (
                <em>{share.sectors.map((sector) => sectorLetter[sector]).join("")}</em>
              )}
            </i>
          ))}
      </div>
    </div>
  );
}

/** "Council 31% of seats, 47% of talk" */
export function sectorSentence({ sectors, seatShare, talkShare }: SectorShare): string {
  const [first = "", ...others] = sectors.map((sector) => sectorWord[sector]);
  const name = [first, ...others.map((word) => word.toLowerCase())].join(" and ");
  const percent = (share: number) => `${rounded(share * 100, 0)}%`;
  return `${name} ${percent(seatShare)} of seats, ${talkShare === 0 ? "not heard" : `${percent(talkShare)} of talk`}`;
}
