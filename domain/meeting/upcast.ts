/**
 * Lifts an event stored in an older shape to today's. A changed shape is a new event type or a new `v`
 * with its arm here; logs of every past shape stay in `tests/fixtures/logs` and must replay.
 */
export function upcast(stored: { readonly v: number; readonly event: unknown }): unknown {
  return stored.event;
}
