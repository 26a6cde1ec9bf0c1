// How a route handler asks a use case. The origin gate stands before; here it is settled who asks and what, and
// nothing but an answer leaves: never an error's message.
import type * as z from "zod";
import {
  type Answer,
  type ProblemCode,
  type Problems,
  problem,
  problemsOf,
} from "#domain/registers/problems.ts";
import { type Runtime, runtime } from "../runtime.ts";
import { type Asker, askerOf } from "./asker.ts";
import { personOfCookie } from "./socket-session.ts";

type Context = { readonly params: Promise<Readonly<Record<string, string>>> };
type Handler = (request: Request, context: Context) => Promise<Response>;

/** For whoever is signed in: the body, with the ids of the address, is parsed by `schema` and handed on. */
export function answering<Asked, Done extends object>(
  schema: z.ZodType<Asked>,
  useCase: (house: Runtime, asker: Asker, asked: Asked) => Promise<Answer<Done>>,
): Handler {
  return answeringOnly(async (house, request, params) => {
    const identity = await personOfCookie(request.headers.get("cookie") ?? undefined, house);
    const asker = identity && (await askerOf(house.database.db, identity));
    if (asker === null) return problem("notSignedIn");
    const asked = schema.safeParse(await askedOf(request, params), { reportInput: true });
    return asked.success ? useCase(house, asker, asked.data) : problemsOf(asked.error);
  });
}

/** For whoever holds what is asked for with: a one-time link. */
export function answeringAnybody<Asked, Done extends object>(
  schema: z.ZodType<Asked>,
  useCase: (house: Runtime, asked: Asked) => Promise<Answer<Done>>,
): Handler {
  return answeringOnly(async (house, request, params) => {
    const asked = schema.safeParse(await askedOf(request, params), { reportInput: true });
    return asked.success ? useCase(house, asked.data) : problemsOf(asked.error);
  });
}

function answeringOnly(
  answer: (house: Runtime, request: Request, params: Readonly<Record<string, string>>) => Promise<Answer>,
): Handler {
  return async (request, { params }) => {
    const house = runtime();
    const { pathname } = new URL(request.url);
    const asked = { method: request.method, route: pathname.replaceAll(/[0-9a-f-]{36}/g, "[id]") };
    try {
      if (!isJson(request)) return reply(415, problem("notUsable"));
      const answered = await answer(house, request, await params);
      if (!answered.ok)
        house.log.warn({ ...asked, codes: answered.problems.map(({ code }) => code) }, "refused");
      return reply(statusOf(answered), answered);
    } catch (error) {
      if (error instanceof SyntaxError) return reply(400, problem("notUsable"));
      house.log.error(
        { ...asked, reason: error instanceof Error ? error.message : "unknown" },
        "not answered",
      );
      return reply(503, problem("unavailable"));
    }
  };
}

async function askedOf(request: Request, params: Readonly<Record<string, string>>): Promise<unknown> {
  const text = await request.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  // what is not an object stays what it is, and is refused by the schema
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body, ...params } : body;
}

// a form of another site cannot send this type without asking first
function isJson({ method, headers }: Request): boolean {
  const type = headers.get("content-type");
  const mayBeBare = method === "DELETE" || method === "GET";
  return type === null ? mayBeBare : isJsonType(type);
}

function isJsonType(type: string): boolean {
  return type.split(";")[0]?.trim().toLowerCase() === "application/json";
}

function reply(status: number, answer: Answer): Response {
  return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
}

const statuses: Partial<Record<ProblemCode, number>> = {
  notSignedIn: 401,
  notFound: 404,
  notYours: 403,
  roleMayNot: 403,
  ownRole: 403,
  ownAccount: 403,
  tooManyTries: 429,
  unavailable: 503,
  meetingBehind: 503,
};

function statusOf(answer: { readonly ok: true } | Problems): number {
  if (answer.ok) return 200;
  const [first] = answer.problems;
  return (first && statuses[first.code]) ?? 422;
}
