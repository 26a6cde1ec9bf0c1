import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#server/auth/options.ts";
import { runtime } from "#server/runtime.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  const answered: Response = await NextAuth(request, context, authOptions(runtime()));
  const response = new Response(answered.body, answered);
  response.headers.set("Cache-Control", "no-store");
  // nothing of a meeting stays behind on a machine somebody has signed out of
  const { nextauth } = await context.params;
  const signsOut = request.method === "POST" && nextauth[0] === "signout";
  if (signsOut) response.headers.set("Clear-Site-Data", '"cache", "storage"');
  return response;
}

export { answer as GET, answer as POST };
