import type { Line } from "./agenda-lines.ts";
import type { DraftItem } from "./draft-item.ts";
import type { Flag } from "./flags.ts";
import type { Marker } from "./markers.ts";
import type { Sign, Style } from "./numbering.ts";
import type { Column } from "./table-columns.ts";

export type Outline = { heading: Line[]; items: DraftItem[]; notes: string[]; flags: Flag[] };

export type OpenSection = { text: string; restricted: boolean; kind: DraftItem["hint"] };

// Where the reading has got to. Lines are taken in order, each exactly once.
export type Reading = Outline & {
  readonly signs: readonly Sign[];
  readonly style: Style;
  readonly indent: number;
  readonly capitals: boolean;
  readonly spaced: boolean;
  /** For each line, the next numbered or lettered marker at or after it. */
  readonly ahead: readonly (Marker | null)[];
  readonly repeated: ReadonlySet<string>;
  columns: readonly (Column | null)[];
  top: number;
  seen: Set<number>;
  inner: { form: string; roman: boolean; last: number } | null;
  section: OpenSection | null;
  inTitle: boolean;
  ended: boolean;
  count: number;
};
