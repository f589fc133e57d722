import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { vi } from "vitest";

/** A mail as a real mail server received it. */
export interface SunkMail {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** What the sink says to a recipient or text instead of taking it: an SMTP answer such as 550 or 451. */
export interface SinkRefusal {
  readonly code: number;
  readonly text: string;
}

export interface SmtpSink {
  /** For SMTP_URL. */
  readonly url: string;
  messages(): readonly SunkMail[];
  /** The newest mail to an address (or to anybody), waited for as long as a busy machine may take. */
  waitForMessage(to?: string): Promise<SunkMail>;
  close(): Promise<void>;
}

/** Starts a real SMTP server that keeps what it receives. */
export async function startSmtpSink(
  options: {
    /** Asked for each recipient and each try. */
    readonly refuseRecipient?: (address: string) => SinkRefusal | undefined;
    /** Asked once a whole mail was received, before it is taken. */
    readonly refuseMail?: (mail: SunkMail) => SinkRefusal | undefined;
    readonly port?: number;
  } = {},
): Promise<SmtpSink> {
  const kept: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo(address, _session, callback) {
      callback(asError(options.refuseRecipient?.(address.address)));
    },
    onData(stream, session, callback) {
      void readMail(stream, session).then(
        (mail) => {
          const refusal = options.refuseMail?.(mail);
          if (refusal === undefined) kept.push(mail);
          callback(asError(refusal));
        },
        (error: Error) => callback(error),
      );
    },
  });
  // A client that is killed while it speaks is what some tests are about.
  server.on("error", () => undefined);
  const listening = server.listen(options.port ?? 0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;

  const newestTo = (to: string | undefined): SunkMail | undefined =>
    kept.findLast((mail) => to === undefined || mail.envelope.to.some((address) => sameAddress(address, to)));
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages: () => kept,
    waitForMessage: (to) => vi.waitUntil(() => newestTo(to), { timeout: 45_000, interval: 20 }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readMail(
  stream: AsyncIterable<Buffer>,
  session: { readonly envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] } },
): Promise<SunkMail> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  const raw = Buffer.concat(parts).toString("utf8");
  const { mailFrom, rcptTo } = session.envelope;
  // Read now: the session's envelope is emptied before the parser is done.
  const envelope = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map(({ address }) => address) };
  const parsed = await simpleParser(raw);
  return { messageId: parsed.messageId ?? "", envelope, raw, parsed };
}

function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function asError(refusal: SinkRefusal | undefined): Error | null {
  return refusal === undefined
    ? null
    : Object.assign(new Error(refusal.text), { responseCode: refusal.code });
}
