/** Where to go after signing in: a page of ours, whatever the address said. */
export function nextPath(asked: string | undefined): string {
  const url = asked?.startsWith("/") ? URL.parse(asked, "http://here.invalid") : null;
  if (url === null || url.origin !== "http://here.invalid") return "/";
  const { pathname, search } = url;
  return pathname.startsWith("/api/") || pathname.startsWith("/sign-in") ? "/" : pathname + search;
}
