import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { openContent } from "../../src/platform/mail/sealed-content.ts";
import { openLog } from "../../src/platform/telemetry/log.ts";
import { askForTokens, authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { byOperator } from "../support/test-machine.ts";
import { type Seen, textOf } from "../support/visitor.ts";

const lines: string[] = [];
const collected = new Writable({
  write(chunk, _encoding, done) {
    lines.push(
      ...String(chunk)
        .split("\n")
        .filter((line) => line !== ""),
    );
    done();
  },
});
const house = await testHouse({ log: openLog("trace", collected) });
const { contoso, machine } = house;
const { web } = clientsOf(house);
const publicUrl = machine.configuration.publicUrl;
const anna = contoso.users[0];

const script = `<script>alert(1)</script>`;
const attribute = `" autofocus onfocus="alert(1)`;
const lineEnds = "Bcc: everybody@evil.example";
const forged = `one\r\n${lineEnds}\r\n\r\n{"level":"info","msg":"forged"}`;
const rightToLeft = "\u202egnp.exe";

async function invite(body: Record<string, unknown>): Promise<Response> {
  const automation = contoso.applications[2];
  const tokens = await askForTokens(house, contoso.tenantId, {
    grant_type: "client_credentials",
    client_id: automation?.applicationId,
    client_secret: automation?.secret,
    scope: "https://graph.microsoft.com/.default",
  });
  return house.fetch(
    new Request(`${publicUrl}/v1.0/invitations`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${String(tokens.body["access_token"])}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({
        inviteRedirectUrl: "https://app.contoso.example/",
        sendInvitationMessage: true,
        ...body,
      }),
    }),
  );
}

interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly fromName: string;
  readonly to: { readonly name?: string; readonly address: string };
}

async function mailTo(address: string): Promise<Mail> {
  const rows = await machine.database.selectFrom("mail").selectAll().orderBy("mailId", "desc").execute();
  const row = rows.find(({ recipients }) => recipients.includes(address));
  if (!row?.contentEncrypted) throw new Error(`no mail to ${address}`);
  return openContent<Mail>(machine.masterKey, row.contentEncrypted);
}

function expectTextOnly({ html }: Pick<Seen, "html">): void {
  expect(html).not.toContain(script);
  expect(html).not.toContain("<script>alert");
  // Values are between quotes, and quotes in them are escaped; what is left of a tag are its names.
  expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\sonfocus=/);
}

describe("18: what somebody typed is text", () => {
  it("names and messages in pages, mails and their headers", async () => {
    await updateUser(machine, byOperator, {
      tenantId: contoso.tenantId,
      userId: anna?.userId as UserId,
      changes: { displayName: `Anna ${script} ${attribute}` },
    });
    const address = "typed@elsewhere.example";
    const response = await invite({
      invitedUserEmailAddress: address,
      invitedUserDisplayName: `${script}${attribute} ${forged} ${rightToLeft}`,
      invitedUserMessageInfo: { customizedMessageBody: `${script}\r\n${attribute}\r\n${rightToLeft}` },
    });
    expect(response.status).toBe(201);
    const { inviteRedeemUrl } = (await response.json()) as { inviteRedeemUrl: string };

    const mail = await mailTo(address);
    expectTextOnly(mail);
    expect(mail.text).toContain(script);
    for (const header of [mail.subject, mail.fromName, mail.to.name ?? "", mail.to.address]) {
      expect(header).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    }

    const guest = house.visitor();
    const invited = await guest.get(inviteRedeemUrl);
    expectTextOnly(invited);
    expect(invited.html, "invited").toContain("&lt;script&gt;");

    const member = house.visitor();
    await signInAt(member, "/myapps", anna?.userName ?? "", anna?.password ?? "");
    for (const path of ["/myapps", "/invite"]) {
      const seen = await member.get(path);
      expectTextOnly(seen);
    }
    const typed = await member.submit(
      await member.get("/invite"),
      {
        addresses: `${attribute}@elsewhere.example ${script}`,
        displayName: `${script}${attribute}`,
        message: `</textarea>${script}`,
        applicationId: attribute,
        lifetimeDays: attribute,
      },
      "/invite",
    );
    expect(typed.url.pathname).toBe("/invite");
    expectTextOnly(typed);
    expect(typed.html).not.toContain("</textarea><script");
  });

  it("a name that turns the reading direction stays inside its own place", async () => {
    const address = "bidi@elsewhere.example";
    const response = await invite({
      invitedUserEmailAddress: address,
      invitedUserDisplayName: `Bob ${rightToLeft}`,
    });
    expect(response.status).toBe(201);
    await updateUser(machine, byOperator, {
      tenantId: contoso.tenantId,
      userId: anna?.userId as UserId,
      changes: { displayName: `Anna ${rightToLeft}` },
    });
    const member = house.visitor();
    await signInAt(member, "/myapps", anna?.userName ?? "", anna?.password ?? "");
    const made = await member.submit(
      await member.get("/invite"),
      {
        addresses: "by-anna@elsewhere.example",
        step: "links",
      },
      "/invite",
    );
    const link =
      /http:\/\/localhost:8080\/redeem\?[^"<]+/.exec(made.html)?.[0].replaceAll("&amp;", "&") ?? "";
    const { html } = await house.visitor().get(link);
    const places = [...html.matchAll(/\u202e[^<]*(?:<\/strong>)?<\/(\w+)>/g)].map(([, element]) => element);
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places)).toEqual(new Set(["bdi"]));
    const mail = await mailTo(address);
    for (const header of [mail.subject, mail.fromName, mail.to.name ?? ""]) {
      expect(header).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it("addresses of the query and of headers come back as text and as one header", async () => {
    const visitor = house.visitor();
    for (const path of [
      `/mailbox?to=${encodeURIComponent(attribute + script)}`,
      `/tester?tenant=${encodeURIComponent(attribute + script)}`,
      `/error?code=${encodeURIComponent(script)}`,
      `/myapps?tenant=${encodeURIComponent(attribute + script)}`,
      `/${encodeURIComponent(script)}/oauth2/v2.0/authorize`,
      `${authorizeAddress(contoso.tenantId, { ...web, redirectUri: script + attribute })}`,
      `${authorizeAddress(contoso.tenantId, web, { login_hint: script + attribute, response_mode: "form_post" })}`,
      `${authorizeAddress(contoso.tenantId, web, { state: script + attribute, response_mode: "form_post", prompt: "none" })}`,
    ]) {
      const seen = await visitor.get(path);
      expect(seen.status, path).toBeLessThan(500);
      expectTextOnly(seen);
    }
    const response = await house.fetch(
      new Request(`${publicUrl}/healthz`, { headers: { "client-request-id": "x y" } }),
    );
    expect(response.headers.get("client-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("an odd text never fails the service", async () => {
    const visitor = house.visitor();
    const member = house.visitor();
    await signInAt(member, "/myapps", anna?.userName ?? "", anna?.password ?? "");
    const form = await member.get("/invite");
    const fields = { addresses: "nul@elsewhere.example", step: "links" };
    const answers: Seen[] = [];
    for (const odd of [
      "\u0000",
      "a\u0000b",
      "\ud800",
      "\u{1f468}\u200d\u{1f469}".repeat(50),
      "=cmd|' /C calc'!A0",
    ]) {
      answers.push(
        await visitor.get(`/myapps?tenant=${encodeURIComponent(odd.toWellFormed())}`),
        await visitor.get(authorizeAddress(contoso.tenantId, web, { state: odd, nonce: odd })),
        await visitor.get(
          authorizeAddress(contoso.tenantId, web, { domain_hint: odd, ui_locales: odd, sid: odd }),
        ),
        await visitor.get(`/mailbox?to=${encodeURIComponent(odd.toWellFormed())}`),
        await visitor.submit(await visitor.get("/myapps"), { email: `${odd}@elsewhere.example` }),
        await visitor.submit(await visitor.get("/myapps"), { email: odd }),
        await member.submit(form, { ...fields, message: odd }, "/invite"),
        await member.submit(form, { ...fields, displayName: odd }, "/invite"),
        await member.submit(form, { ...fields, applicationId: odd, addresses: odd }, "/invite"),
      );
    }
    for (const answer of answers) expect(answer.status, answer.url.href).toBeLessThan(500);
  });

  it("a body that is not what it says is the sender's fault", async () => {
    const broken = [
      ["/redeem", "multipart/form-data; boundary=x", "--x\r\nbroken"],
      ["/redeem", "multipart/form-data", "no boundary"],
      ["/myapps/sign-out", "multipart/form-data", "no boundary"],
      [`/${contoso.tenantId}/oauth2/v2.0/token`, "application/x-www-form-urlencoded", "%E0%A4%A=%"],
      [`/${contoso.tenantId}/oauth2/v2.0/authorize`, "application/json", "{"],
      ["/tester", "text/plain", "%"],
    ] as const;
    for (const [path, type, body] of broken) {
      const response = await house.fetch(
        new Request(`${publicUrl}${path}`, { method: "POST", headers: { "content-type": type }, body }),
      );
      expect(response.status, `${path} ${type}`).toBeLessThan(500);
    }
  });

  it("the log stays one JSON object a line, and nobody writes lines of their own", () => {
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
    const messages = lines.map((line) => (JSON.parse(line) as { msg?: string }).msg);
    expect(messages).not.toContain("forged");
  });

  it("an invitation's page tells the text of a message, not its markup", async () => {
    const response = await invite({
      invitedUserEmailAddress: "markup@elsewhere.example",
      invitedUserMessageInfo: { customizedMessageBody: "<b>bold</b> & plain" },
    });
    const { inviteRedeemUrl } = (await response.json()) as { inviteRedeemUrl: string };
    expect(textOf(await house.visitor().get(inviteRedeemUrl))).toContain("<b>bold</b> & plain");
  });
});
