export const dynamic = "force-dynamic";

/** The process lives and answers; whether it can work is for `/api/ready` to say. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "Cache-Control": "no-store" } });
}
