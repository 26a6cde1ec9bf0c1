/** The last arm of every exhaustive switch: a new case without an arm does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
