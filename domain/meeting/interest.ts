// NOUNS. What somebody has at stake in an item, and who may read one that is closed to the public.
import * as z from "zod";
import type { ItemId, PersonId } from "../ids.ts";

/** A personal interest is told and changes nothing; a prejudicial one keeps the person out of the item. */
export const InterestKind = z.enum(["personal", "prejudicial"]);
export type InterestKind = z.infer<typeof InterestKind>;

/** Of a person, not of a seat: a substitute may sit in for them on the item. */
export type Interest = {
  readonly seq: number;
  readonly at: number;
  readonly itemId: ItemId;
  readonly person: PersonId;
  readonly kind: InterestKind;
  readonly nature: string;
  /** Who put it on the record: the person, or the clerk for them. */
  readonly by: PersonId;
  readonly withdrawn: Ruling | null;
  /** Lets the person take part in spite of a prejudicial interest. */
  readonly dispensation: Ruling | null;
};

export type Ruling = { readonly at: number; readonly by: PersonId; readonly reason: string };

/** Somebody who is otherwise kept out of closed business may read this item. */
export type Clearance = { readonly itemId: ItemId; readonly person: PersonId };
