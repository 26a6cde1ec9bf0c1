// Who asks for a page; nobody is sent to the sign-in page. Route handlers are asked in `answering.ts`.
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { runtime } from "../runtime.ts";
import { type Asker, askerOf } from "./asker.ts";
import { personOfCookie } from "./socket-session.ts";

/** Set by proxy.ts on every page's request, overwriting what a client may have sent. */
const PATH_HEADER = "x-candour-path";

/** Whoever is signed in, or nobody; asked once for a page however many of its parts want to know. */
export const whoever = cache(async (): Promise<Asker | null> => {
  const jar = await cookies();
  const identity = await personOfCookie(jar.toString());
  return identity && askerOf(runtime().database.db, identity);
});

/** Whoever is signed in; sends nobody to the sign-in page, and back here afterwards. */
export async function signedIn(): Promise<Asker> {
  const asker = await whoever();
  if (asker) return asker;
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  return redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
