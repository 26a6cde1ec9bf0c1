import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { openMail } from "./mail.ts";

type Taken = { readonly from: string | undefined; readonly to: readonly string[]; readonly words: string };

const servers: SMTPServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(done))));
});

async function post() {
  const taken: Taken[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo({ address }, _session, done) {
      done(address.startsWith("nobody") ? new Error(`no such box: ${address}`) : null);
    },
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : undefined;
      const to = envelope.rcptTo.map(({ address }) => address);
      void text(stream).then((words) => {
        taken.push({ from, to, words });
        done();
      });
    },
  });
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return { taken, url: `smtp://127.0.0.1:${port}` };
}

function lines() {
  const told: unknown[] = [];
  return { told, warn: (...each: readonly unknown[]) => void told.push(each) };
}

describe("a letter", () => {
  test("goes to one person, in plain text", async () => {
    const { taken, url } = await post();
    const mail = openMail({ mail: { url, from: "board@example.org" } }, lines());
    const sent = await mail.send({ to: "ada@example.org", subject: "Your answers", text: "Dear Ada" });
    mail.close();
    expect([mail.isOn, sent]).toEqual([true, true]);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ from: "board@example.org", to: ["ada@example.org"] });
    expect(taken[0]?.words).toContain("Dear Ada");
    expect(taken[0]?.words).not.toContain("text/html");
  });

  test("never goes to two, whatever stands in the address", async () => {
    const { taken, url } = await post();
    const mail = openMail({ mail: { url, from: "board@example.org" } }, lines());
    await mail.send({ to: "ada@example.org,eve@example.org", subject: "Link", text: "Secret" });
    mail.close();
    expect(taken.flatMap(({ to }) => to)).not.toContain("eve@example.org");
  });

  test("that is not taken is told of without its address or its words", async () => {
    const { url } = await post();
    const log = lines();
    const mail = openMail({ mail: { url, from: "board@example.org" } }, log);
    expect(await mail.send({ to: "nobody@example.org", subject: "Link", text: "Secret" })).toBe(false);
    mail.close();
    expect(log.told).toHaveLength(1);
    expect(JSON.stringify(log.told)).not.toMatch(/nobody|Secret|Link/);
  });
});

test("without a mail server nothing is sent, and that is known beforehand", async () => {
  const mail = openMail({ mail: undefined }, lines());
  expect(mail.isOn).toBe(false);
  expect(await mail.send({ to: "ada@example.org", subject: "S", text: "T" })).toBe(false);
});
