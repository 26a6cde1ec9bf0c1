/** One value for the whole process, where each bundle of Next would have its own copy of a module's. */
export function shared<T>(name: string, make: () => T): T {
  const key = Symbol.for(`candour.${name}`);
  const kept: T | undefined = Reflect.get(globalThis, key);
  if (kept !== undefined) return kept;
  const made = make();
  Reflect.set(globalThis, key, made);
  return made;
}
