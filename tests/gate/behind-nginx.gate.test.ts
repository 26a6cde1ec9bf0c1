// The nginx configuration of `docs/operations/`, as it stands there but for names, ports and certificates, with Debian's
// nginx: over TLS, two servers behind it, by WebSocket and by long polling.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { PROTOCOL_VERSION } from "#domain/wire.ts";
import { freePort } from "#server/free-port.ts";
import { assemble } from "../storm/crew.ts";
import { fromDebian } from "../storm/debian.ts";
import { newCommand, newEntry } from "../support/ids.ts";
import { connectedAs } from "../support/live-server.ts";
import { SEED } from "../support/seed.ts";
import { notRun } from "./not-run.ts";

const run = promisify(execFile);
const isHere = (command: string, asked: string) =>
  run(command, [asked]).then(
    () => true,
    () => false,
  );
const hasNginx =
  (await fromDebian("nginx", () => isHere("/usr/sbin/nginx", "-v"))) && (await isHere("openssl", "version"));
if (!hasNginx) notRun("the nginx configuration: there is no nginx, or no openssl");

/** Starts nginx on the documented configuration; the answer is its secure address and its certificate. */
async function openNginx(servers: readonly number[]) {
  const folder = await mkdtemp(join(tmpdir(), "candour-nginx-"));
  await chmod(folder, 0o755); // its workers run as another user
  const [key, cert] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
  const made = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"];
  await run("openssl", [...made, "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert]);

  const [plain, secure] = [await freePort(), await freePort()];
  const documented = await readFile(new URL("../../docs/operations/nginx.conf", import.meta.url), "utf8");
  const site = documented
    .replaceAll("board.example.org", "localhost")
    .replaceAll("/etc/ssl/candour", folder)
    .replace("listen 80;", `listen 127.0.0.1:${plain};`)
    .replace("listen 443 ssl", `listen 127.0.0.1:${secure} ssl`)
    .replace("server 127.0.0.1:3000;", servers.map((port) => `server 127.0.0.1:${port};`).join(" "));
  const config = join(folder, "nginx.conf");
  await writeFile(
    config,
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; ${site} }`,
  );

  const nginx = spawn("/usr/sbin/nginx", ["-e", `${folder}/error.log`, "-c", config], { stdio: "ignore" });
  onTestFinished(async () => {
    const ended = once(nginx, "exit");
    nginx.kill("SIGQUIT");
    await ended;
    await rm(folder, { recursive: true });
  });
  const ca = await readFile(cert, "utf8");
  const url = `https://localhost:${secure}`;
  await expect.poll(() => statusOf(`${url}/api/health`, ca), { timeout: 10_000 }).not.toBeNull();
  return { url, plain: `http://localhost:${plain}`, ca };
}

function statusOf(url: string, ca: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = get(url, { ca }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? null);
    });
    asked.on("error", () => resolve(null));
  });
}

describe.runIf(hasNginx)("behind nginx", () => {
  test("people are sent to TLS, and hear one another by WebSocket and by long polling", {
    timeout: 60_000,
  }, async () => {
    const { world, instances } = await assemble({ seed: SEED, writers: 2, processes: 2 });
    const { url, plain, ca } = await openNginx(instances.map(({ port }) => port));
    const redirected = await fetch(`${plain}/meetings`, { redirect: "manual" });
    expect([redirected.status, redirected.headers.get("location")]).toEqual([
      301,
      "https://localhost/meetings",
    ]);

    const enter = async (nth: number, transport: "websocket" | "polling") => {
      const seated = world.seated[nth];
      if (!seated?.writes) throw new Error("nobody is there");
      const client = await connectedAs(url, seated.cookie, { ca, transports: [transport] });
      onTestFinished(() => void client.disconnect());
      const { meetingId } = seated;
      const joined = await client.emitWithAck("meeting:join", {
        meetingId,
        afterSeq: 0,
        protocol: PROTOCOL_VERSION,
      });
      expect(joined.status).toBe("joined");
      const { itemId, seat } = seated.writes;
      const say = (text: string) =>
        client.emitWithAck("meeting:command", {
          meetingId,
          commandId: newCommand(),
          command: { type: "recordNote", entryId: newEntry(), itemId, speaker: { as: "seat", seat }, text },
        });
      const heard = new Promise((resolve) => client.on("meeting:events", ({ events }) => resolve(events)));
      return { say, heard };
    };
    const [one, other] = [await enter(0, "websocket"), await enter(1, "polling")];

    expect(await one.say("By WebSocket")).toMatchObject({ status: "recorded" });
    expect(await other.heard).toMatchObject([{ event: { text: "By WebSocket" } }]);
    expect(await other.say("By long polling")).toMatchObject({ status: "recorded" });
  });
});
