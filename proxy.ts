// Which scripts a page may run: those that bear this answer's nonce. It is made here for each request and never
// taken from one, so what a client sends under these names is overwritten.
import { type NextRequest, NextResponse } from "next/server";
import { runtime } from "#server/runtime.ts";

export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);

  const headers = new Headers(request.headers);
  headers.delete("content-security-policy-report-only");
  headers.set("content-security-policy", policy); // where Next finds the nonce for its own scripts
  headers.set("x-nonce", nonce);
  headers.set("x-candour-path", request.nextUrl.pathname + request.nextUrl.search); // where to come back to
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const { mode, publicUrl } = runtime().env;
  // React's development build evaluates text to rebuild the server's stack traces
  const evaluation = mode === "development" ? " 'unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src-elem 'self' ${mode === "development" ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'", // widths and positions of charts and menus; an attribute cannot run anything
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  if (publicUrl.startsWith("https:")) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

export const config = { matcher: "/((?!api/|_next/static/).*)" };
