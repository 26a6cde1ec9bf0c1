// A bad network of our own between a browser and the server: TCP, with every fault of the Toxiproxy set. Each
// reader has one; it carries them to the process they know, or to another that answers.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Dice } from "../support/dice.ts";

export const FAULTS = [
  "cut",
  "reset",
  "blackHole",
  "deafUp",
  "deafDown",
  "latency",
  "trickle",
  "closeAfter",
] as const;
export type Fault = (typeof FAULTS)[number];

export type FaultProxy = {
  readonly port: number;
  /** Does something to every connection open now, for up to so many milliseconds; settles when it is over. */
  readonly strike: (fault: Fault, ms: number) => Promise<void>;
  /** Cuts the connection once so many more bytes have gone towards the server, or come back; settles when it has. */
  readonly cutAfterBytes: (bytes: number, way: "up" | "down") => Promise<void>;
  readonly close: () => void;
};

type Pair = { readonly near: Socket; readonly far: Socket };
/** What happens to a piece on its way: how long it waits, and in pieces of what size it goes on. */
type Way = { delay: () => number; slice: number; isHole: boolean; bytesLeft: number; onCut: () => void };
const clear = { delay: () => 0, slice: Number.POSITIVE_INFINITY, isHole: false };

export async function openFaultProxy(backends: () => readonly number[], dice: Dice): Promise<FaultProxy> {
  const pairs = new Set<Pair>();
  const up: Way = { ...clear, bytesLeft: Number.POSITIVE_INFINITY, onCut: () => undefined };
  const down: Way = { ...up };

  const end = ({ near, far }: Pair, how: "destroy" | "resetAndDestroy" = "destroy") => {
    near[how]();
    far[how]();
  };
  const server = createServer((near) => {
    near.on("error", () => undefined);
    void carry(near);
  });

  async function carry(near: Socket): Promise<void> {
    near.pause();
    const far = await firstOpen(backends());
    if (far === null) return void near.destroy();
    const pair = { near, far };
    pairs.add(pair);
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on("error", () => end(pair));
      socket.on("close", () => {
        pairs.delete(pair);
        end(pair);
      });
    }
    void pipe(near, far, up);
    void pipe(far, near, down);
    return undefined;
  }

  async function pipe(from: Socket, to: Socket, way: Way): Promise<void> {
    try {
      for await (const piece of from) {
        const chunk: Buffer = piece;
        if (way.isHole) continue;
        const ms = way.delay();
        if (ms > 0) await wait(ms);
        if (way.bytesLeft <= chunk.length) {
          to.write(chunk.subarray(0, way.bytesLeft));
          way.bytesLeft = Number.POSITIVE_INFINITY;
          way.onCut();
          break;
        }
        way.bytesLeft -= chunk.length;
        let at = 0;
        while (at < chunk.length) {
          if (at > 0) await wait(1);
          // the weather may change on the way: what is left of the piece then goes at once
          const slice = chunk.subarray(at, at + way.slice);
          at += slice.length;
          if (!to.write(slice)) await once(to, "drain");
        }
      }
    } catch {
      // a connection that broke is what we are here for
    }
    from.destroy();
    to.destroy();
  }

  async function strike(fault: Fault, ms: number): Promise<void> {
    switch (fault) {
      case "cut":
      case "reset":
        for (const pair of pairs) end(pair, fault === "cut" ? "destroy" : "resetAndDestroy");
        return undefined;
      case "closeAfter":
        dice.oneOf([up, down]).bytesLeft = Math.floor(dice.between(1, 900));
        await wait(ms);
        for (const way of [up, down]) way.bytesLeft = Number.POSITIVE_INFINITY;
        return undefined;
      default:
        return during(fault, ms);
    }
  }

  async function during(fault: Fault, ms: number): Promise<void> {
    const ways = fault === "deafUp" ? [up] : fault === "deafDown" ? [down] : [up, down];
    for (const way of ways) {
      if (fault === "latency") way.delay = () => dice.between(100, 600);
      else if (fault === "trickle") way.slice = dice.chance(0.5) ? 1 : 8;
      else way.isHole = true;
    }
    await wait(ms);
    const wasHole = ways.some(({ isHole }) => isHole);
    for (const way of ways)
      Object.assign(way, { delay: () => 0, slice: Number.POSITIVE_INFINITY, isHole: false });
    // what was swallowed is missing from the stream for good
    if (wasHole) for (const pair of pairs) end(pair);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    port: address.port,
    strike,
    cutAfterBytes: (bytes, way) =>
      new Promise((resolve) => Object.assign(way === "up" ? up : down, { bytesLeft: bytes, onCut: resolve })),
    close() {
      server.close();
      for (const pair of pairs) end(pair);
    },
  };
}

async function firstOpen(ports: readonly number[]): Promise<Socket | null> {
  for (const port of ports) {
    const socket = connect({ port, host: "127.0.0.1" });
    const isOpen = await Promise.race([
      once(socket, "connect").then(
        () => true,
        () => false,
      ),
      wait(1000, false),
    ]);
    if (isOpen) return socket;
    socket.destroy();
  }
  return null;
}
