// What every route of the interface is made with: what it answers, of which board, and a page at a time.
import * as z from "zod";
import { BoardId } from "#domain/ids.ts";
import type { KeyScope } from "#domain/registers/keys.ts";
import { type AllowedBoard, type AllowedKey, boardOfKey } from "../auth/access.ts";
import type { LookingBack } from "../runtime.ts";
import { type Paged, pageOf } from "./page.ts";

export type Answered = Paged<unknown> | { readonly data: object } | "notFound" | "notUsable";

export type Route = {
  /** `{boardId}` stands for an id. */
  readonly path: string;
  /** Null for what every key may ask. */
  readonly scope: KeyScope | null;
  readonly summary: string;
  readonly query: Readonly<Record<string, z.ZodType>>;
  /** Of one row of a list, or of the one thing. */
  readonly shape: z.ZodType;
  readonly isList: boolean;
  readonly answer: (house: LookingBack, key: AllowedKey, asked: Asked) => Promise<Answered>;
};

export type Asked = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: { readonly limit: number; readonly cursor?: string; readonly period?: string };
};

export const PeriodAsked = {
  period: z
    .string()
    .regex(/^(all|last-twelve|last-year|\d{4})$/)
    .optional(),
};

export const isTheirs = (key: AllowedKey, { params }: Asked): AllowedBoard | null => {
  const boardId = BoardId.safeParse(params["boardId"]);
  return boardId.success ? boardOfKey(key, boardId.data) : null;
};

/** A page of rows, or why there is none. */
export function paged<Row>(rows: readonly Row[], keyOf: (row: Row) => string, { query }: Asked): Answered {
  return pageOf(rows, keyOf, query) ?? "notUsable";
}
