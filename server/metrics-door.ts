// Figures for a monitor, to whoever can reach this machine's own address: `http://127.0.0.1:<port>/metrics`.
import { once } from "node:events";
import { createServer } from "node:http";
import type { OpenMeters } from "./meters.ts";

export type MetricsDoor = { readonly close: () => void };

export async function openMetricsDoor(
  port: number,
  { text, contentType }: Pick<OpenMeters, "text" | "contentType">,
): Promise<MetricsDoor> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") return void response.writeHead(404).end();
    text().then(
      (figures) => response.writeHead(200, { "Content-Type": contentType }).end(figures),
      () => response.writeHead(500).end(),
    );
    return undefined;
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening").catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`METRICS_PORT ${port} cannot be opened (${cause.code}): set it to another.`, { cause });
  });
  return { close: () => void server.close() };
}
