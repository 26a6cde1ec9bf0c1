/** A value that can be watched, in the shape `useSyncExternalStore` wants. */
export type Observable<Value> = {
  readonly current: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
};

export type Settable<Value> = Observable<Value> & { readonly set: (value: Value) => void };

export function observable<Value>(start: Value): Settable<Value> {
  let value = start;
  const listeners = new Set<() => void>();
  return {
    current: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
