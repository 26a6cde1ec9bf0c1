import type { MeetingId } from "../ids.ts";
import type { Evidence } from "../indicators/indicator.ts";

/** Something counted over a year: in whose record it stands is always said. */
export type Told = Evidence & { readonly meeting: MeetingId };
