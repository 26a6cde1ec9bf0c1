// What somebody writes over something that others may change meanwhile. Field by field, what only one of two has
// changed is taken; where both have, both stay in sight until one is chosen.

/** One person's words, and what they were written over. */
export type Writing<D extends object> = { readonly base: D; readonly draft: D };

export type Rebased<D extends object> = Writing<D> & {
  /** What both have changed since; `base` still holds what it was. */
  readonly conflicts: readonly (keyof D)[];
};

/** Takes in what others have changed meanwhile, where this person has not. */
export function rebased<D extends object>({ base, draft }: Writing<D>, theirs: D): Rebased<D> {
  const fields = fieldsOf(base);
  const own = fields.filter((field) => !isSame(field, draft, base));
  const conflicts = own.filter((field) => !isSame(field, theirs, base) && !isSame(field, draft, theirs));
  return { base: withFields(theirs, conflicts, base), draft: withFields(theirs, own, draft), conflicts };
}

/** Settles what both have changed, one way or the other. */
export function settled<D extends object>(
  { base, draft }: Writing<D>,
  field: keyof D,
  { theirs, keep }: { readonly theirs: D; readonly keep: "own" | "theirs" },
): Writing<D> {
  return {
    base: withFields(base, [field], theirs),
    draft: keep === "own" ? draft : withFields(draft, [field], theirs),
  };
}

export function isChanged<D extends object>({ base, draft }: Writing<D>): boolean {
  return fieldsOf(base).some((field) => !isSame(field, draft, base));
}

function fieldsOf<D extends object>(of: D): readonly (keyof D)[] {
  const fields: (keyof D)[] = [];
  for (const field in of) fields.push(field);
  return fields;
}

function isSame<D extends object>(field: keyof D, one: D, other: D): boolean {
  return JSON.stringify(one[field]) === JSON.stringify(other[field]);
}

function withFields<D extends object>(into: D, fields: readonly (keyof D)[], from: D): D {
  const copy = { ...into };
  for (const field of fields) copy[field] = from[field];
  return copy;
}
