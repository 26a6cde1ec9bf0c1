/** The nearest address we know of: the last one, because those before it are what the client says. */
export function addressOf(forwarded: unknown): string {
  return typeof forwarded === "string" ? (forwarded.split(",").at(-1)?.trim() ?? "") : "";
}
