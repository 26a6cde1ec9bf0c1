import { openApi } from "#server/api/open-api.ts";

/** What can be asked, for anybody to read: it holds nothing of any board. */
export function GET(): Response {
  return Response.json(openApi(), { headers: { "Cache-Control": "no-store" } });
}
