import { expect, test } from "vitest";
import * as z from "zod";
import { openApi } from "./open-api.ts";
import { routes, routeTo } from "./routes.ts";

test("the published description is the one that is served; `vitest run --project unit server/api -u` writes it anew", async () => {
  await expect(`${JSON.stringify(openApi(), null, 1)}\n`).toMatchFileSnapshot("../../docs/openapi.json");
});

test("every reference in it leads somewhere, and every operation has a name of its own", () => {
  const document = openApi();
  const told = JSON.stringify(document);
  for (const [, path = ""] of told.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    const found = path
      .split("/")
      .reduce<unknown>((at, part) => z.record(z.string(), z.unknown()).parse(at)[part], document);
    expect([path, found === undefined]).toEqual([path, false]);
  }
  const names = [...told.matchAll(/"operationId":"(\w+)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(routes.length);
  expect(new Set(names).size).toBe(routes.length);
});

test("a path leads to one route, with its ids, and nothing else leads anywhere", () => {
  expect(routeTo("/boards/a/indicators/b")).toMatchObject({
    route: { path: "/boards/{boardId}/indicators/{indicatorId}" },
    params: { boardId: "a", indicatorId: "b" },
  });
  for (const path of ["", "/", "/boards//facts", "/boards/a/facts/", "boards", "/Boards", "/__proto__"])
    expect(routeTo(path)).toBeNull();
});
