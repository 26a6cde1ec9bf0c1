// Letters that the house sends: plain text, to one person each. Where no mail server is named nothing is sent, and
// whoever would have sent something is told so beforehand.
import { createTransport } from "nodemailer";
import type { Env } from "../env.ts";
import type { Log } from "../log.ts";

export type Letter = {
  /** One address of the register, which takes in nothing that is more than one. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

export type Mail = {
  readonly isOn: boolean;
  /** Whether the mail server took it. What is in it, and for whom it was, is written down nowhere. */
  readonly send: (letter: Letter) => Promise<boolean>;
  readonly close: () => void;
};

const WAITS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

export function openMail({ mail }: Pick<Env, "mail">, lines: Pick<Log, "warn">): Mail {
  if (mail === undefined) return { isOn: false, send: async () => false, close: () => undefined };
  const transport = createTransport({ url: mail.url, pool: true, maxConnections: 2, ...WAITS });
  return {
    isOn: true,
    async send({ to, subject, text }) {
      try {
        // as an object, an address stays one address whatever stands in it
        await transport.sendMail({ from: mail.from, to: { name: "", address: to }, subject, text });
        return true;
      } catch (error) {
        lines.warn({ reason: reasonOf(error) }, "letter not sent");
        return false;
      }
    },
    close: () => transport.close(),
  };
}

/** Only its code: the words of a mail server repeat the address. */
function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : "unknown";
}
