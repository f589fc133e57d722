import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type SinkRefusal,
  type SmtpSink,
  type SunkMail,
  startSmtpSink,
} from "../../../test/support/smtp-sink.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { systemClock } from "../../foundation/clock.ts";
import type { MailId, TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { readConfiguration } from "../config/configuration.ts";
import type { RunningJobQueue } from "../jobs/job-queue.ts";
import { openJobQueue } from "../jobs/open-job-queue.ts";
import type { Machine } from "../machine.ts";
import { masterKeyFrom } from "../secrets/master-key.ts";
import { openLog } from "../telemetry/log.ts";
import type { MailContent } from "./mail-content.ts";
import { type MailState, mailStates } from "./mail-state.ts";
import { queueMail, queueMails } from "./queue-mail.ts";
import { type MailSending, startMailSending } from "./start-mail-sending.ts";

const { database, connection } = await testDatabase();
const log = openLog("silent");
const tenantId = newIdentifier<TenantId>();
const refusals = new Map<string, SinkRefusal>();
let sink: SmtpSink;
let jobs: RunningJobQueue;
const logo = Buffer.from("the bytes of a logo");
let machine: Omit<Machine, "limits" | "names">;
let sending: MailSending;

beforeAll(async () => {
  sink = await startSmtpSink({ refuseRecipient: (address) => refusals.get(address) });
  const configuration = readConfiguration(
    { SMTP_URL: sink.url, GUESTHOUSE_MAIL_FROM: "guests@mail.contoso.example" },
    { mode: "production" },
  );
  jobs = await openJobQueue({ connection, log, doesWork: true });
  const masterKey = masterKeyFrom(Buffer.alloc(32, 7));
  machine = { configuration, database, clock: systemClock, masterKey, jobs, log };
  sending = await startMailSending(machine, jobs, async (_, source) =>
    source === "logo" ? { mediaType: "image/png", content: logo } : undefined,
  );
});

afterAll(async () => {
  await jobs.stop({ graceSeconds: 1 });
  await sending.stop();
  await sink.close();
});

beforeEach(() => refusals.clear());

function contentTo(address: string, changes: Partial<MailContent> = {}): MailContent {
  return {
    fromName: "Contoso via Guesthouse",
    to: { address, name: "Bert Maier" },
    subject: "Ana Lund invites you",
    html: "<p>Come in: https://contoso.example/secret-link</p>",
    text: "Come in: https://contoso.example/secret-link",
    language: "en",
    ...changes,
  };
}

async function send(content: MailContent): Promise<MailId> {
  return await database
    .transaction()
    .execute((transaction) => queueMail(machine, transaction, { tenantId, purpose: "invitation", content }));
}

function waitForMail(mailId: MailId, isSo: (found: MailState) => boolean): Promise<MailState> {
  const find = async () => {
    const found = (await mailStates(database, tenantId, [mailId])).get(mailId);
    return found && isSo(found) ? found : undefined;
  };
  return vi.waitUntil(find, { timeout: 45_000, interval: 20 });
}

function waitForState(mailId: MailId, state: string): Promise<MailState> {
  return waitForMail(mailId, (found) => found.state === state);
}

/** Waits until a try has failed. */
function waitForSetback(mailId: MailId): Promise<MailState> {
  return waitForMail(mailId, ({ failure }) => Boolean(failure));
}

describe("sending mails", () => {
  it("brings a committed mail to the server, with every header in place", async () => {
    const mailId = await send(
      contentTo("bert@fabrikam.example", {
        cc: [{ address: "carla@fabrikam.example" }, { address: "dan@fabrikam.example", name: "Dan" }],
        replyTo: { address: "ana@contoso.example", name: "Ana Lund" },
      }),
    );
    const { parsed, envelope } = await sink.waitForMessage("bert@fabrikam.example");
    expect(parsed.from?.text).toBe('"Contoso via Guesthouse" <guests@mail.contoso.example>');
    expect(parsed.replyTo?.text).toBe('"Ana Lund" <ana@contoso.example>');
    expect(envelope.to).toEqual(["bert@fabrikam.example", "carla@fabrikam.example", "dan@fabrikam.example"]);
    expect(parsed.messageId).toBe(`<${mailId}@mail.contoso.example>`);
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(parsed.headers.get("content-language")).toBe("en");
    expect(parsed.date).toBeInstanceOf(Date);
    expect(parsed.text?.trim()).toBe("Come in: https://contoso.example/secret-link");
    expect(parsed.html).toContain("<p>Come in:");
  });

  it("carries its pictures within, and leaves out those that are gone", async () => {
    const shown =
      '<img class="logo" src="cid:logo@guesthouse" alt=""><img src="cid:gone@guesthouse" alt="">Hello';
    const pictures = [
      { contentId: "logo@guesthouse", source: "logo" },
      { contentId: "gone@guesthouse", source: "removed since" },
    ];
    await send(contentTo("gina@fabrikam.example", { html: shown, pictures }));
    const { parsed, raw } = await sink.waitForMessage("gina@fabrikam.example");
    expect(raw).toContain("multipart/related");
    expect(parsed.attachments).toMatchObject([
      { cid: "logo@guesthouse", contentType: "image/png", contentDisposition: "inline", content: logo },
    ]);
    expect(raw).not.toContain("gone@guesthouse");
    expect(parsed.html).toContain("Hello");
  });

  it("records the server's answer and erases the content", async () => {
    const mailId = await send(contentTo("eva@fabrikam.example"));
    const state = await waitForState(mailId, "sent");
    expect(state.serverAnswer).toMatch(/^250 /);
    expect(state.attempts).toBe(1);
    expect(state.sentAt).toBeInstanceOf(Date);
    const row = await database
      .selectFrom("mail")
      .select("contentEncrypted")
      .where("mailId", "=", mailId)
      .executeTakeFirstOrThrow();
    expect(row.contentEncrypted).toBeNull();
  });

  it("sends nothing when the transaction is rolled back", async () => {
    const rolledBack = database.transaction().execute(async (transaction) => {
      const content = contentTo("nobody@fabrikam.example");
      await queueMail(machine, transaction, { tenantId, purpose: "invitation", content });
      throw new Error("changed our mind");
    });
    await expect(rolledBack).rejects.toThrow("changed our mind");
    const after = await send(contentTo("after@fabrikam.example"));
    await waitForState(after, "sent");
    // Nothing is left to be done.
    const unfinished = await sql`select data from job.job where completed_on is null`;
    await expect.poll(async () => (await unfinished.execute(database)).rows).toEqual([]);
    expect(sink.messages().flatMap((mail) => mail.envelope.to)).not.toContain("nobody@fabrikam.example");
    expect(
      await database
        .selectFrom("mail")
        .selectAll()
        .where("recipients", "@>", sql<string[]>`array['nobody@fabrikam.example']`)
        .execute(),
    ).toEqual([]);
  });

  it("keeps links out of a database dump while the mail waits", async () => {
    refusals.set("greylisted@fabrikam.example", { code: 451, text: "come back later" });
    const mailId = await send(contentTo("greylisted@fabrikam.example"));
    await waitForSetback(mailId);
    const mailRow = await sql<{
      dump: string;
    }>`select mail::text as dump from mail where mail_id = ${mailId}`.execute(database);
    const jobRows = await sql<{ dump: string }>`select job::text as dump from job.job`.execute(database);
    const dump = [...mailRow.rows, ...jobRows.rows].map((row) => row.dump).join("\n");
    expect(dump).toContain(mailId);
    expect(dump).not.toContain("secret-link");
    expect(dump).not.toContain(Buffer.from("secret-link").toString("hex"));
  });

  it("tries again after a temporary refusal, under the same Message-ID", async () => {
    refusals.set("later@fabrikam.example", { code: 451, text: "come back later" });
    const mailId = await send(contentTo("later@fabrikam.example"));
    const waiting = await waitForSetback(mailId);
    expect(waiting).toMatchObject({ state: "queued", attempts: 1 });
    expect(waiting.failure).toMatch(/451 come back later/);
    const nextTry = async () => {
      const { rows } = await sql<{ state: string; pause: number; left: number }>`
        select state, extract(epoch from start_after - started_on)::float as pause,
          extract(epoch from start_after - now())::float as left from job.job
        where data->>'mailId' = ${mailId}`.execute(database);
      return rows[0];
    };
    await expect.poll(nextTry).toMatchObject({ state: "retry" });
    const next = await nextTry();
    expect(next?.pause).toBeGreaterThan(10);
    expect(next?.left).toBeLessThan(61);

    refusals.clear();
    await sql`update job.job set start_after = now() where data->>'mailId' = ${mailId}`.execute(database);
    const state = await waitForState(mailId, "sent");
    expect(state.attempts).toBe(2);
    const received = sink.messages().filter((mail) => mail.envelope.to.includes("later@fabrikam.example"));
    expect(received.map((mail) => mail.messageId)).toEqual([`<${mailId}@mail.contoso.example>`]);
  });

  it("gives up at once on a final refusal and says why", async () => {
    refusals.set("gone@fabrikam.example", { code: 550, text: "no such mailbox here" });
    const mailId = await send(contentTo("gone@fabrikam.example"));
    const state = await waitForState(mailId, "failed");
    expect(state.failure).toMatch(/550 no such mailbox here/);
    expect(state.attempts).toBe(1);
  });

  it("counts a mail as failed when only its copy was taken", async () => {
    refusals.set("gone@fabrikam.example", { code: 550, text: "no such mailbox here" });
    const mailId = await send(
      contentTo("gone@fabrikam.example", { cc: [{ address: "copy@fabrikam.example" }] }),
    );
    expect((await waitForState(mailId, "failed")).failure).toMatch(/no such mailbox/);
  });

  it("notes the recipients of copies that the server refused", async () => {
    refusals.set("wrong@fabrikam.example", { code: 550, text: "no such mailbox here" });
    const mailId = await send(
      contentTo("right@fabrikam.example", { cc: [{ address: "wrong@fabrikam.example" }] }),
    );
    expect((await waitForState(mailId, "sent")).serverAnswer).toContain(
      "not taken for wrong@fabrikam.example",
    );
  });

  it("gives up after ten attempts", async () => {
    refusals.set("never@fabrikam.example", { code: 451, text: "still busy" });
    const mailId = newIdentifier<MailId>();
    await database.transaction().execute(async (transaction) => {
      const content = contentTo("never@fabrikam.example");
      await queueMail(machine, transaction, { tenantId, purpose: "invitation", content, mailId });
      await transaction.updateTable("mail").set({ attempts: 9 }).where("mailId", "=", mailId).execute();
    });
    const state = await waitForState(mailId, "failed");
    expect(state).toMatchObject({ attempts: 10 });
    expect(state.failure).toMatch(/still busy/);
  });

  it("does not send what is of no use any more", async () => {
    const mailId = await send(contentTo("late@fabrikam.example", { notAfter: new Date(Date.now() - 1000) }));
    expect((await waitForState(mailId, "failed")).failure).toBe("It could not be sent while it was of use.");
    expect(sink.messages().flatMap((mail) => mail.envelope.to)).not.toContain("late@fabrikam.example");
  });

  it("keeps line breaks in names and subjects from making headers", async () => {
    await send(
      contentTo("inject@fabrikam.example", {
        to: {
          address: "inject@fabrikam.example",
          name: "Eve\r\nBcc: victim@contoso.example\r\n\r\n<script>",
        },
        fromName: "Contoso\nX-Evil: 1",
        replyTo: { address: "ana@contoso.example", name: "Ana\u2028Reply-To: eve@evil.example" },
        subject: "Hello\r\nX-Evil: 2\r\n\r\nbody",
      }),
    );
    const { parsed, envelope, raw } = await sink.waitForMessage("inject@fabrikam.example");
    expect(envelope.to).toEqual(["inject@fabrikam.example"]);
    expect(parsed.headers.has("bcc")).toBe(false);
    expect(parsed.headers.has("x-evil")).toBe(false);
    expect(raw).not.toMatch(/^X-Evil/im);
    expect(parsed.subject).toBe("Hello X-Evil: 2 body");
    expect(parsed.replyTo?.value.map((person) => person.address)).toEqual(["ana@contoso.example"]);
  });

  it("refuses to queue a mail to something that is no address", async () => {
    await expect(send(contentTo("a@b.example\r\nRCPT TO:<c@d.example>"))).rejects.toThrow(
      "not an e-mail address",
    );
  });

  it("lets a code overtake a crowd of invitations", async () => {
    const invitations = Array.from({ length: 400 }, (_, number) => ({
      tenantId,
      purpose: "invitation" as const,
      content: contentTo(`crowd${number}@fabrikam.example`),
    }));
    // Committed together, so that none leaves before all wait.
    await database.transaction().execute(async (transaction) => {
      await queueMails(machine, transaction, invitations);
      await queueMail(machine, transaction, {
        tenantId,
        purpose: "one-time-code",
        content: contentTo("urgent@fabrikam.example"),
      });
    });
    const isOfCrowd = (mail: SunkMail) => mail.envelope.to[0]?.startsWith("crowd") ?? false;
    const crowd = () => sink.messages().filter(isOfCrowd);
    await expect.poll(() => crowd().length).toBe(400);
    expect(new Set(crowd().map((mail) => mail.messageId)).size).toBe(400);
    const arrived = sink.messages();
    const urgent = arrived.findIndex((mail) => mail.envelope.to.includes("urgent@fabrikam.example"));
    // It leaves with the first batches; within those, whichever the server takes first.
    expect(arrived.slice(0, urgent).filter(isOfCrowd).length).toBeLessThan(100);
  });
});
