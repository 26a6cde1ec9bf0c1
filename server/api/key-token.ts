import { randomBytes } from "node:crypto";

/** Its beginning lets a scanner of secrets know it where it should not be. */
export const KEY_SHAPE = /^candour_[\w-]{43}$/;

/** 256 bits by chance. */
export function newKeyToken(): string {
  return `candour_${randomBytes(32).toString("base64url")}`;
}
