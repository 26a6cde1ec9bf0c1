import { customType } from "drizzle-orm/pg-core";

/** A moment: milliseconds since 1970 in the code, `timestamptz` to the millisecond in the table. */
export const moment = customType<{ data: number; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (stored) => new Date(stored).getTime(),
  toDriver: (at) => new Date(at).toISOString(),
});

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
});
