// The network of one browser: to be cut and mended, or one that lets no WebSocket through.
import type { BrowserContext, WebSocketRoute } from "@playwright/test";

export type Network = {
  readonly cut: () => Promise<void>;
  /** Pages come again, and the line to the record does not yet. */
  readonly mendForPages: () => Promise<void>;
  readonly mend: () => void;
};

/**
 * To be called before the browser opens a page. Chromium's own "offline" leaves open sockets as they are, so those
 * are closed, too.
 */
export async function networkOf(context: BrowserContext): Promise<Network> {
  let isCut = false;
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    return void open.add(socket);
  });
  await context.route(/socket\.io/, (route) => (isCut ? route.abort() : route.continue()));
  return {
    async cut() {
      isCut = true;
      await context.setOffline(true);
      for (const socket of open) await socket.close();
      open.clear();
    },
    mendForPages: () => context.setOffline(false),
    mend: () => void (isCut = false),
  };
}

/** Behind a proxy that lets no WebSocket through: each one fails soon after it was asked for. */
export async function blockWebSocket(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    class Blocked {
      onerror: (() => void) | null = null;
      constructor() {
        setTimeout(() => this.onerror?.());
      }
      close() {}
    }
    Object.assign(window, { WebSocket: Blocked });
  });
}
