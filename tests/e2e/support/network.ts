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

/** Pages come, and the line to the record does not: a browser as it opens where the network is bad. */
export async function withoutLine(context: BrowserContext): Promise<Network> {
  const network = await networkOf(context);
  await network.cut();
  await network.mendForPages();
  return network;
}

export type Edition = {
  /** The server is replaced by a newer one: the line goes, and comes back to a stranger. */
  readonly outdate: () => Promise<void>;
  /** The next page that is loaded is the newer one's own. */
  readonly update: () => void;
};

/** Which protocol the pages of a browser speak, as the server hears it. To be called before it opens a page. */
export async function editionOf(context: BrowserContext): Promise<Edition> {
  let isOld = false;
  const open = new Set<WebSocketRoute>();
  await context.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) =>
      server.send(isOld ? message.toString().replace(/"protocol":\d+/, '"protocol":0') : message),
    );
    open.add(socket);
  });
  return {
    async outdate() {
      isOld = true;
      for (const socket of open) await socket.close();
      open.clear();
    },
    update: () => void (isOld = false),
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
