import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "./free-port.ts";
import { openMeters } from "./meters.ts";
import { openMetricsDoor } from "./metrics-door.ts";

test("figures are counted by status and code, and read on this machine", async () => {
  const meters = openMeters(() => 40);
  const port = await freePort();
  const door = await openMetricsDoor(port, meters);
  onTestFinished(door.close);
  meters.appended(3, 4);
  meters.stale();
  meters.cut();
  meters.answered({ status: "recorded", seq: 7 }, { ms: 5, waitedMs: 12_000 });
  meters.answered({ status: "refused", refusal: { code: "notYours" } }, { ms: 1, waitedMs: 0 });
  meters.answered({ status: "failed", reason: "tooFast" }, { ms: 1, waitedMs: 0 });

  const figures = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

  for (const line of [
    "candour_sockets 40",
    "candour_append_commands_sum 3",
    "candour_appends_stale_total 1",
    "candour_readers_cut_total 1",
    'candour_commands_total{status="recorded",code=""} 1',
    'candour_commands_total{status="refused",code="notYours"} 1',
    'candour_commands_total{status="failed",code="tooFast"} 1',
    "candour_outbox_age_seconds_sum 12",
  ])
    expect(figures).toContain(`${line}\n`);
  expect(figures).toContain("candour_nodejs_eventloop_lag_p99_seconds");
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
});

test("a port somebody else has stops the start with a sentence", async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void taken.close());
  const address = taken.address();
  if (address === null || typeof address === "string") throw new Error("no port");

  await expect(
    openMetricsDoor(
      address.port,
      openMeters(() => 0),
    ),
  ).rejects.toThrow(`METRICS_PORT ${address.port} cannot be opened (EADDRINUSE): set it to another.`);
});
