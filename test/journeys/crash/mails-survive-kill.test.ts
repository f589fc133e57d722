import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { systemClock } from "../../../src/foundation/clock.ts";
import { readConfiguration } from "../../../src/platform/config/configuration.ts";
import { openJobQueue } from "../../../src/platform/jobs/open-job-queue.ts";
import { startMailSending } from "../../../src/platform/mail/start-mail-sending.ts";
import { masterKeyFrom } from "../../../src/platform/secrets/master-key.ts";
import { openLog } from "../../../src/platform/telemetry/log.ts";
import { startSmtpSink } from "../../support/smtp-sink.ts";
import { testDatabase } from "../../support/test-database.ts";

const { database, connection, databaseUrl } = await testDatabase();
const sink = await startSmtpSink();
afterAll(() => sink.close());

const settings = {
  SMTP_URL: sink.url,
  GUESTHOUSE_MAIL_FROM: "guests@contoso.example",
  DATABASE_URL: databaseUrl,
};
const kills = 8;

/** Lets a mailing process commit at least so many mails and kills it; resolves to what it had committed. */
async function mailUntilKilled(mails: number): Promise<{ mailId: string; address: string }[]> {
  const script = new URL("mailing-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const hasCommitted = Promise.withResolvers<void>();
  reader.on("line", (line) => {
    if (lines.push(line) >= mails) hasCommitted.resolve();
  });
  const ended = Promise.all([once(reader, "close"), once(child, "close")]);
  await Promise.race([hasCommitted.promise, ended]);
  child.kill("SIGKILL");
  await ended;
  return lines.map((line) => {
    const [mailId = "", address = ""] = line.split(" ");
    return { mailId, address };
  });
}

describe("killing the service while it mails", () => {
  it("loses no committed mail and sends none under a second Message-ID", async () => {
    const committed: { mailId: string; address: string }[] = [];
    for (let round = 0; round < kills; round += 1)
      committed.push(...(await mailUntilKilled(15 + 10 * round)));
    expect(committed.length).toBeGreaterThan(kills * 10);

    const log = openLog("silent");
    const jobs = await openJobQueue({ connection, log, doesWork: true });
    const machine = {
      configuration: readConfiguration(settings, { mode: "production" }),
      database,
      clock: systemClock,
      masterKey: masterKeyFrom(Buffer.alloc(32, 7)),
      jobs,
      log,
    };
    const sending = await startMailSending(machine, jobs, async () => undefined);
    try {
      await expect
        .poll(
          () =>
            database
              .selectFrom("mail")
              .select("state")
              .select((expression) => expression.fn.countAll<number>().as("mails"))
              .groupBy("state")
              .execute(),
          { timeout: 90_000 },
        )
        .toEqual([{ state: "sent", mails: expect.any(Number) }]);
    } finally {
      await jobs.stop({ graceSeconds: 1 });
      await sending.stop();
    }

    const messageIds = new Map<string, Set<string>>();
    for (const mail of sink.messages()) {
      const address = mail.envelope.to[0] ?? "";
      messageIds.set(address, (messageIds.get(address) ?? new Set()).add(mail.messageId));
    }
    const lost = committed.filter(({ address }) => !messageIds.has(address));
    expect(lost).toEqual([]);
    const wrong = committed.filter(({ mailId, address }) => {
      const ids = messageIds.get(address) ?? new Set();
      return ids.size !== 1 || !ids.has(`<${mailId}@contoso.example>`);
    });
    expect(wrong).toEqual([]);
  });
});
