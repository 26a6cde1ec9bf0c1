/** As many as a server, or the deadline of a statement, bears at once. */
const AT_ONCE = 50;

/** Does the same with each, a group at a time; the answers come in the order of `all`. */
export async function inGroups<From, To>(
  all: readonly From[],
  act: (one: From, place: number) => Promise<To>,
): Promise<To[]> {
  const done: To[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const group = all.slice(start, start + AT_ONCE);
    done.push(...(await Promise.all(group.map((one, place) => act(one, start + place)))));
  }
  return done;
}
