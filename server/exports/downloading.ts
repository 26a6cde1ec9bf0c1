// How a file is asked for: by whoever is signed in, one gate for all. What is not theirs is as if it were not there, and
// what goes wrong is said in a sentence that a browser shows.
import { BoardId } from "#domain/ids.ts";
import { type AllowedBoard, allowedBoard } from "../auth/access.ts";
import { type Asker, askerOf } from "../auth/asker.ts";
import { openLanes } from "../auth/lanes.ts";
import { shared } from "../auth/shared.ts";
import { personOfCookie } from "../auth/socket-session.ts";
import { type Runtime, runtime } from "../runtime.ts";

/** Files made at once; the others wait, so that a meeting in session does not. */
const MOST_AT_ONCE = 2;

export type Download = {
  readonly name: string;
  readonly type:
    | "text/csv"
    | "application/json"
    | "application/schema+json"
    | "application/pdf"
    | "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  readonly body: string | Uint8Array<ArrayBuffer>;
};

/** `signInAgain`: allowed, but only just after signing in. */
export type Downloaded = Download | "notThere" | "signInAgain";

type Params = Readonly<Record<string, string>>;
type Context = { readonly params: Promise<Params> };

export function downloading(
  make: (house: Runtime, asker: Asker, asked: Asked) => Promise<Downloaded>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const house = runtime();
    const url = new URL(request.url);
    try {
      const identity = await personOfCookie(request.headers.get("cookie") ?? undefined, house);
      const asker = identity && (await askerOf(house.database.db, identity));
      if (!asker) return told(401, "You are not signed in. Sign in, then press the link again.");
      const asked = { params: await params, query: url.searchParams };
      const lanes = shared("files", () => openLanes(MOST_AT_ONCE));
      const made = await lanes(() => make(house, asker, asked));
      if (made === "notThere") return told(404, "There is no such file, or it is not yours to read.");
      if (made === "signInAgain")
        return told(
          403,
          "This file holds what was taken without the public. Sign out and in again, then press the link within 15 minutes.",
        );
      return fileOf(made);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "unknown";
      house.log.error(
        { route: url.pathname.replaceAll(/[0-9a-f-]{36}/g, "[id]"), reason },
        "no file was made",
      );
      return told(503, "The file could not be made. Try again in a moment.");
    }
  };
}

type Asked = { readonly params: Params; readonly query: URLSearchParams };

/** The same for what is one board's: a board that is not theirs is as if it were not there. */
export function downloadingOfBoard(
  make: (house: Runtime, allowed: AllowedBoard, asked: Asked & { asker: Asker }) => Promise<Downloaded>,
): ReturnType<typeof downloading> {
  return downloading(async (house, asker, asked) => {
    const boardId = BoardId.safeParse(asked.params["boardId"]);
    const allowed = boardId.success && (await allowedBoard(house.database.db, asker, boardId.data));
    return allowed ? make(house, allowed, { ...asked, asker }) : "notThere";
  });
}

/** A file, as an attachment: whatever it holds, a browser stores it and runs nothing. */
export function fileOf({ name, type, body }: Download): Response {
  return new Response(body, {
    headers: {
      ...safe,
      "Content-Type": type === "text/csv" ? "text/csv; charset=utf-8; header=present" : type,
      "Content-Disposition": `attachment; filename="${name}"`,
    },
  });
}

function told(status: number, sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status,
    headers: { ...safe, "Content-Type": "text/plain; charset=utf-8" },
  });
}

const safe = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; sandbox",
};
