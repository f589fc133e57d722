import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { testMachine } from "../../../../test/support/test-machine.ts";
import { newIdentifier } from "../../../foundation/new-identifier.ts";
import { readConfiguration } from "../../../platform/config/configuration.ts";
import type { OutgoingMail } from "../../../platform/mail/mail-content.ts";
import { mailboxTransport } from "../../../platform/mail/mailbox-transport.ts";
import { securityHeaders } from "../../shared/security-headers.ts";
import { mailboxRoutes } from "./mailbox-routes.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const app = new Hono().use(securityHeaders(false)).route("/mailbox", mailboxRoutes(machine));
const transport = mailboxTransport(machine);

async function arrive(changes: Partial<OutgoingMail> = {}): Promise<string> {
  const mailId = newIdentifier();
  await transport.send({
    mailId,
    messageId: `<${mailId}@localhost>`,
    from: { name: "Contoso via Guesthouse", address: "invitations@localhost" },
    fromName: "Contoso via Guesthouse",
    to: { address: "Bert@Fabrikam.example", name: "Bert" },
    cc: [],
    replyTo: { address: "ana@contoso.example" },
    date: new Date("2026-03-01T10:00:00Z"),
    subject: "Ana Lund invites you",
    html: '<html><a href="http://localhost/redeem?a=1&#38;b=2" target="_blank">Accept</a> <a href="http://localhost/redeem?a=1&#38;b=2">again</a></html>',
    text: "Accept: http://localhost/redeem?a=1&b=2",
    language: "en",
    pictures: [],
    ...changes,
  });
  return mailId;
}

async function messagesTo(address?: string): Promise<Record<string, unknown>[]> {
  const query = address === undefined ? "" : `?to=${encodeURIComponent(address)}`;
  const response = await app.request(`/mailbox/api/messages${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>[];
}

beforeEach(async () => {
  machine.setClock(new Date("2026-03-01T10:00:00Z"));
  await app.request("/mailbox/api/messages", { method: "DELETE" });
});

describe("the mailbox", () => {
  it("answers tests with whole mails, links included", async () => {
    const id = await arrive({ cc: [{ address: "carla@fabrikam.example" }] });
    expect(await messagesTo("bert@fabrikam.example")).toEqual([
      {
        id,
        from: "Contoso via Guesthouse <invitations@localhost>",
        to: ["Bert@Fabrikam.example"],
        cc: ["carla@fabrikam.example"],
        subject: "Ana Lund invites you",
        html: expect.stringContaining("Accept</a>"),
        text: "Accept: http://localhost/redeem?a=1&b=2",
        links: ["http://localhost/redeem?a=1&b=2"],
        receivedAt: "2026-03-01T10:00:00.000Z",
      },
    ]);
  });

  it("lists the newest first, by whole addresses of recipients and copies, in any case", async () => {
    await arrive({ subject: "first" });
    machine.setClock(new Date("2026-03-01T10:00:01Z"));
    await arrive({ subject: "second" });
    machine.setClock(new Date("2026-03-01T10:00:02Z"));
    await arrive({
      subject: "copy",
      to: { address: "dan@fabrikam.example" },
      cc: [{ address: "bert@fabrikam.example" }],
    });
    await arrive({ subject: "other", to: { address: "notbert@fabrikam.example" } });
    const subjects = (await messagesTo("BERT@fabrikam.example")).map((message) => message["subject"]);
    expect(subjects).toEqual(["copy", "second", "first"]);
    expect(await messagesTo()).toHaveLength(4);
    expect(await messagesTo("nobody@fabrikam.example")).toEqual([]);
  });

  it("keeps a mail once that was sent twice after a crash", async () => {
    const mailId = await arrive();
    await arrive({ mailId });
    expect(await messagesTo()).toHaveLength(1);
  });

  it("is emptied by DELETE", async () => {
    await arrive();
    expect((await app.request("/mailbox/api/messages", { method: "DELETE" })).status).toBe(204);
    expect(await messagesTo()).toEqual([]);
  });

  it("finds mails on its page by a part of the address", async () => {
    await arrive({ subject: "for Bert" });
    await arrive({ subject: "for Carla", to: { address: "carla@fabrikam.example" } });
    const found = await (await app.request("/mailbox?to=CARL")).text();
    expect(found).toContain("for Carla");
    expect(found).not.toContain("for Bert");
    expect(await (await app.request("/mailbox?to=zoe")).text()).toContain("No mail to <bdi>zoe</bdi> yet.");
  });

  it("shows what people typed as text", async () => {
    const evil = `<script>alert(1)</script>`;
    const id = await arrive({
      subject: evil,
      text: evil,
      to: { address: "bert@fabrikam.example", name: evil },
    });
    for (const path of ["/mailbox", `/mailbox/messages/${id}`]) {
      const shown = await (await app.request(path)).text();
      expect(shown).not.toContain(evil);
      expect(shown).toContain("&lt;script&gt;");
    }
  });

  it("shows the mail itself without script, origin or pictures from elsewhere, and its links open on top", async () => {
    const id = await arrive();
    const response = await app.request(`/mailbox/messages/${id}/content`);
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^sandbox /);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|allow-forms/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'self'");
    const shown = await response.text();
    expect(shown.split('target="_top"')).toHaveLength(3);
    expect(shown).not.toContain("_blank");
    const around = await app.request(`/mailbox/messages/${id}`);
    expect(around.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(around.headers.get("content-security-policy")).toContain("frame-src 'self'");
  });

  it.each(["nonsense", "00000000-0000-4000-8000-000000000000", "..%2F..%2Fetc"])(
    "has no mail named %s",
    async (id) => {
      expect((await app.request(`/mailbox/messages/${id}`)).status).toBe(404);
      expect((await app.request(`/mailbox/messages/${id}/content`)).status).toBe(404);
    },
  );

  it("does not exist in production", () => {
    const production = { ...machine, configuration: readConfiguration({}, { mode: "production" }) };
    expect(() => mailboxRoutes(production)).toThrow("demo mode only");
    expect(() => mailboxTransport(production)).toThrow("demo mode only");
  });

  it("keeps mails encrypted", async () => {
    await arrive();
    const row = await database
      .selectFrom("mailboxMessage")
      .select("contentEncrypted")
      .executeTakeFirstOrThrow();
    expect(row.contentEncrypted.includes("redeem")).toBe(false);
    expect(row.contentEncrypted.includes("Ana Lund")).toBe(false);
  });
});
