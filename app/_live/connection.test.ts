import { describe, expect, test } from "vitest";
import type { FailureReason } from "#domain/wire.ts";
import { openStage } from "#tests/simulation/stage.ts";
import { watchConnection } from "./connection.ts";
import type { Link, LinkMessage } from "./link.ts";

function openWatch() {
  const stage = openStage(1);
  const listeners = new Set<(message: LinkMessage) => void>();
  const line = { isUp: false, woken: 0 };
  const nobody = async () => undefined;
  const link: Link = {
    isConnected: () => line.isUp,
    join: nobody,
    since: nobody,
    command: nobody,
    leave: () => undefined,
    answer: async () => undefined,
    answered: async () => undefined,
    lines: async () => undefined,
    typing: () => undefined,
    wake: () => void (line.woken += 1),
    close: () => undefined,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const watch = watchConnection(link, stage);
  return {
    stage,
    watch,
    line,
    connect: () => {
      line.isUp = true;
      watch.answered();
    },
    disconnect: () => {
      line.isUp = false;
      for (const listener of listeners) listener({ type: "disconnected" });
    },
    refuse: (reason: FailureReason) => {
      for (const listener of listeners) listener({ type: "refused", reason });
    },
  };
}

describe("what is told of the line", () => {
  test("nothing for three seconds, then words, then a strip after five", async () => {
    const { stage, watch, connect, disconnect } = openWatch();
    connect();
    disconnect();
    await stage.play(2900);
    expect(watch.current()).toMatchObject({ state: "doubtful", strip: false });
    await stage.play(200);
    expect(watch.current()).toMatchObject({ state: "notConnected", strip: false });
    await stage.play(2000);
    expect(watch.current()).toMatchObject({ state: "notConnected", strip: true });
  });

  test("a line that comes back before it was told of is not told of", async () => {
    const { stage, watch, connect, disconnect } = openWatch();
    connect();
    disconnect();
    await stage.play(2000);
    connect();
    await stage.play(10_000);
    expect(watch.current()).toEqual({ state: "live", since: null, why: null, strip: false, back: null });
  });

  test("a return is told for six seconds, with what has gone", async () => {
    const { stage, watch, connect, disconnect } = openWatch();
    connect();
    disconnect();
    await stage.play(6000);
    // its event may come before any answer
    watch.sent();
    connect();
    watch.sent();
    expect(watch.current()).toMatchObject({ state: "live", strip: false, back: { sent: 2 } });
    await stage.play(6100);
    expect(watch.current().back).toBeNull();
  });

  test("a server that does not let the page in is told of with its reason, until it does", async () => {
    const { stage, watch, connect, refuse } = openWatch();
    refuse("tooManyPages");
    await stage.play(5100);
    expect(watch.current()).toMatchObject({ state: "notConnected", strip: true, why: "tooManyPages" });
    connect();
    expect(watch.current()).toMatchObject({ state: "live", why: null });
  });

  test("trouble counts from when it was first suspected", async () => {
    const { stage, watch, connect, disconnect } = openWatch();
    connect();
    watch.doubted();
    await stage.play(2500);
    disconnect();
    await stage.play(600);
    expect(watch.current().state).toBe("notConnected");
  });

  test("a line is tried for at once when the browser is online again, and when somebody looks", async () => {
    const { watch, line } = openWatch();
    watch.browserSays(false);
    expect(line.woken).toBe(0);
    watch.browserSays(true);
    expect(line.woken).toBe(1);
    watch.looked();
    expect(line.woken).toBe(2);
  });

  test("an answer while the browser says offline proves nothing", async () => {
    const { stage, watch, connect } = openWatch();
    connect();
    watch.browserSays(false);
    watch.answered();
    await stage.play(3100);
    expect(watch.current().state).toBe("notConnected");
    watch.browserSays(true);
    watch.answered();
    expect(watch.current().state).toBe("live");
  });
});
