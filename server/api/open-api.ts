// The description of the interface, made of the very shapes its answers are made to.
import * as z from "zod";
import { ApiError } from "#domain/exports/api-shapes.ts";
import { API_ROOT } from "./answer.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

/** OpenAPI 3.1; its schemas are JSON Schema, draft 2020-12. */
export function openApi(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Candour",
      version: "1",
      description:
        "What a partnership's own analysts may read of its boards: as much as an observer of the board, and no more. Read-only. A key is made by the board's clerk and sent as a bearer.",
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: API_ROOT }],
    security: [{ key: [] }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: described(route) }])),
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: { Error: schemaOf(ApiError) },
      responses: {
        Refused: {
          description: "Why not, and what to do.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
    },
  };
}

function described({ path, scope, summary, query, shape, isList }: Route): object {
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const data = schemaOf(shape);
  const answer = isList
    ? {
        type: "object",
        required: ["data", "next"],
        properties: {
          data: { type: "array", items: data },
          next: { type: ["string", "null"], description: "The cursor of the next page; null on the last" },
        },
      }
    : { type: "object", required: ["data"], properties: { data } };
  return {
    summary,
    description: scope === null ? "Every key may ask this." : `Needs a key that may read ${scope}.`,
    operationId: path
      .replaceAll(/\{\w+\}/g, "one")
      .replaceAll(/\W+(\w)/g, (_all, sign: string) => sign.toUpperCase()),
    parameters: [
      ...ids.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
      ...Object.entries(query).map(([name, type]) => ({
        name,
        in: "query",
        schema: schemaOf(type, "input"),
      })),
    ],
    responses: {
      200: { description: "It is so.", content: { "application/json": { schema: answer } } },
      304: { description: "Nothing has changed since the answer with this tag." },
      ...Object.fromEntries(
        [400, 401, 403, 404, 429, 503].map((status) => [
          String(status),
          { $ref: "#/components/responses/Refused" },
        ]),
      ),
    },
  };
}

function schemaOf(shape: z.ZodType, io: "input" | "output" = "output"): object {
  const { $schema: _said, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}
