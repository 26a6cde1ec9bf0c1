import { io, type Socket } from "socket.io-client";
import { type ClientMessages, FailureReason, type ServerMessages } from "#domain/wire.ts";
import type { Link, LinkMessage } from "./link.ts";
import { deviceTimers } from "./timers.ts";

/** Milliseconds after which no answer is taken for none: twice the server's own deadline. */
const ANSWER_WITHIN = 8000;
const RETURN_WITHIN = 2000;
/** The first wait between two tries, and the longest. */
const TRY_AFTER = 500;
const TRY_WITHIN = 3000;

/** Opens this tab's one socket. Websocket first; long polling where a network blocks it. */
export function socketLink({
  address = "",
  answerWithin = ANSWER_WITHIN,
  tryAfter = TRY_AFTER,
  headers = {},
  multiplex = true,
} = {}): Link {
  const socket: Socket<ServerMessages, ClientMessages> = io(address, {
    // a browser adds its own and ignores these
    extraHeaders: headers,
    multiplex,
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    timeout: answerWithin,
    randomizationFactor: 0.5,
    reconnectionDelay: tryAfter,
    reconnectionDelayMax: Math.max(tryAfter, TRY_WITHIN),
  });
  const listeners = new Set<(message: LinkMessage) => void>();
  const tell = (message: LinkMessage) => {
    for (const listener of listeners) listener(message);
  };
  const patient = () => socket.timeout(answerWithin);

  avoidSilence(socket);
  comeBack(socket, () => tell({ type: "signedOut" }));
  socket.on("connect_error", ({ message }) => {
    const refused = FailureReason.safeParse(message);
    if (refused.success) tell({ type: "refused", reason: refused.data });
  });
  socket.on("connect", () => tell({ type: "connected" }));
  socket.on("disconnect", () => tell({ type: "disconnected" }));
  socket.on("meeting:events", (message) => tell({ type: "events", ...message }));
  socket.on("meeting:grew", (message) => tell({ type: "grew", ...message }));
  socket.on("meeting:rejoin", (message) => tell({ type: "rejoin", ...message }));
  socket.on("meeting:people", (message) => tell({ type: "people", ...message }));
  socket.on("meeting:presence", (message) => tell({ type: "presence", ...message }));

  return {
    isConnected: () => socket.connected,
    join: (request) => answerTo(socket, () => patient().emitWithAck("meeting:join", request)),
    since: (request) => answerTo(socket, () => patient().emitWithAck("meeting:since", request)),
    command: (request) => answerTo(socket, () => patient().emitWithAck("meeting:command", request)),
    answer: (request) => answerTo(socket, () => patient().emitWithAck("meeting:answer", request)),
    answered: (request) => answerTo(socket, () => patient().emitWithAck("meeting:answered", request)),
    lines: (request) => answerTo(socket, () => patient().emitWithAck("meeting:lines", request)),
    leave: (request) => void socket.emit("meeting:leave", request),
    // what nobody waits for is not kept for later
    typing: (request) => void socket.volatile.emit("meeting:typing", request),
    wake() {
      // what is under way was begun without a network, and would be waited for
      if (!socket.connected && socket.active) socket.disconnect().connect();
    },
    close: () => void socket.disconnect(),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

// Socket.IO would keep what is asked while the line is down and send it later; the outbox does that better.
async function answerTo<Reply>(socket: Socket, ask: () => Promise<Reply>): Promise<Reply | undefined> {
  if (!socket.connected) return undefined;
  try {
    return await ask();
  } catch {
    return undefined;
  }
}

/**
 * A network that refuses WebSocket is noticed at once. One that takes it and then says nothing, or hangs up,
 * is met with long polling from then on, which turns to WebSocket by itself where that works after all.
 */
function avoidSilence(socket: Socket<ServerMessages, ClientMessages>) {
  socket.on("connect_error", ({ message }) => {
    if (message === "timeout") socket.io.opts.transports = ["polling", "websocket"];
  });
}

/** A server that leaves closes the socket itself, after which Socket.IO stays away unless told otherwise. */
function comeBack(socket: Socket<ServerMessages, ClientMessages>, onSignedOut: () => void) {
  let isSignedOut = false;
  const again = (wait: number) => {
    deviceTimers.after(wait * (0.5 + deviceTimers.random() / 2), () => {
      if (!isSignedOut && !socket.active) socket.connect();
    });
  };
  socket.on("signedOut", () => {
    isSignedOut = true;
    onSignedOut();
  });
  socket.on("bye", ({ wait }) => {
    socket.disconnect();
    again(wait);
  });
  socket.on("disconnect", (reason) => {
    if (reason === "io server disconnect") again(RETURN_WITHIN);
  });
  socket.on("connect_error", ({ message }) => {
    if (message === "notSignedIn") {
      isSignedOut = true;
      onSignedOut();
    } else if (!socket.active) again(RETURN_WITHIN * 2);
  });
}
