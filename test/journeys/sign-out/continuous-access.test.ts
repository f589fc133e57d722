import { describe, expect, it } from "vitest";
import { createMember } from "../../../src/domain/directory/create-member.ts";
import { deleteUser } from "../../../src/domain/directory/delete-user.ts";
import { revokeSessions } from "../../../src/domain/directory/revoke-sessions.ts";
import { updateUser } from "../../../src/domain/directory/update-user.ts";
import type { TenantId, UserId } from "../../../src/foundation/identifiers.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
  type TokenReply,
} from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const password = "correct horse battery staple";
const scope = "openid profile offline_access User.Read";
const capable = JSON.stringify({ access_token: { xms_cc: { values: ["CP1"] } } });

interface Somebody {
  readonly tenantId: TenantId;
  readonly userId: UserId;
}

/** Somebody who has tokens of Contoso's application and a code that is not redeemed yet. */
interface Holder {
  readonly here: Somebody;
  readonly home: Somebody;
  readonly address: string;
  readonly visitor: Visitor;
  readonly code: Seen;
  readonly tokens: Readonly<Record<string, string>>;
}

async function memberOf(tenant: typeof contoso, name: string): Promise<Somebody & { address: string }> {
  const address = `${name}@${tenant.domain}`;
  const member = accepted(
    await createMember(machine, byOperator, {
      tenantId: tenant.tenantId,
      userPrincipalName: address,
      displayName: name,
      password,
    }),
  );
  return { tenantId: tenant.tenantId, userId: member.userId, address };
}

async function holder(name: string, kind: "member" | "guest", claims?: string): Promise<Holder> {
  const visitor = house.visitor();
  const home = await memberOf(kind === "member" ? contoso : fabrikam, name);
  let here: Somebody = home;
  if (kind === "member") await signInAt(visitor, "/myapps", home.address, password);
  else {
    const { link, userId } = await house.invite(home.address);
    await acceptAtHome(visitor, link, password);
    here = { tenantId: contoso.tenantId, userId: userId as UserId };
  }
  const ask = () => visitor.get(authorizeAddress(contoso.tenantId, web, { scope, claims }));
  const { body } = await redeem(await ask(), claims);
  const code = await ask();
  house.moveClock(90);
  return { here, home, address: home.address, visitor, code, tokens: body as Record<string, string> };
}

async function redeem(answered: Seen, claims?: string): Promise<TokenReply> {
  const reply = await askForTokens(house, contoso.tenantId, { ...codeGrant(web, answered), claims });
  expect(reply.body, `${textOf(answered)} ${JSON.stringify(reply.body)}`).toHaveProperty("refresh_token");
  return reply;
}

function refresh({ tokens }: Pick<Holder, "tokens">, claims?: string): Promise<TokenReply> {
  return askForTokens(house, contoso.tenantId, {
    grant_type: "refresh_token",
    client_id: web.clientId,
    client_secret: web.clientSecret,
    refresh_token: tokens["refresh_token"],
    claims,
  });
}

function call(path: string, { tokens }: Pick<Holder, "tokens">): Promise<Response> {
  const address = new URL(path, machine.configuration.publicUrl);
  const headers = { authorization: `Bearer ${tokens["access_token"]}` };
  return Promise.resolve(house.fetch(new Request(address, { headers })));
}

const disable = (who: Somebody) =>
  updateUser(machine, byOperator, { ...who, changes: { accountEnabled: false } });
const remove = (who: Somebody) => deleteUser(machine, byOperator, who);
const revoke = (who: Somebody) => revokeSessions(machine, byOperator, who);

const ends: readonly [string, "member" | "guest", (holder: Holder) => Promise<unknown>, number][] = [
  ["a member who is disabled", "member", ({ here }) => disable(here), 50057],
  ["a member who is deleted", "member", ({ here }) => remove(here), 50034],
  ["a member whose sessions are revoked", "member", ({ here }) => revoke(here), 50173],
  ["a guest who is disabled", "guest", ({ here }) => disable(here), 50057],
  ["a guest who is deleted", "guest", ({ here }) => remove(here), 50034],
  ["a guest whose sessions are revoked", "guest", ({ here }) => revoke(here), 50173],
  ["a guest who is disabled at home", "guest", ({ home }) => disable(home), 50057],
  ["a guest who is deleted at home", "guest", ({ home }) => remove(home), 50057],
  ["a guest whose sessions are revoked at home", "guest", ({ home }) => revoke(home), 50173],
];

describe("11: access ends when the standing of the person does", () => {
  it.each(ends)(
    "%s loses code, refresh token, access token and browser session at once",
    async (title, kind, end, number) => {
      const lost = await holder(title.replaceAll(" ", "-"), kind);
      const other = await holder(`beside-${title.replaceAll(" ", "-")}`, kind);
      expect((await call("/v1.0/me", lost)).status).toBe(200);
      expect(await end(lost)).toMatchObject({ ok: true });

      const refreshed = await refresh(lost);
      expect(refreshed.body).toMatchObject({ error: "invalid_grant", error_codes: [number] });
      const redeemed = await askForTokens(house, contoso.tenantId, codeGrant(web, lost.code));
      expect(redeemed.body).toMatchObject({ error: "invalid_grant", error_codes: [number] });
      for (const path of ["/v1.0/me", "/oidc/userinfo"]) {
        const refused = await call(path, lost);
        expect(refused.status, path).toBe(401);
        expect(refused.headers.get("www-authenticate"), path).toContain('error="invalid_token"');
      }
      const silent = await lost.visitor.get(
        authorizeAddress(contoso.tenantId, web, { scope, prompt: "none" }),
      );
      expect(silent.url.searchParams.get("error")).toBeTruthy();

      expect((await call("/v1.0/me", other)).status).toBe(200);
      expect((await refresh(other)).status).toBe(200);
    },
  );
});

describe("a client that understands claims challenges", () => {
  it.each(["member", "guest"] as const)("is led to a new sign-in of a %s, and no further", async (kind) => {
    const lost = await holder(`challenged-${kind}`, kind, capable);
    await revoke(lost.here);
    house.moveClock(30);
    const refused = await call("/v1.0/me", lost);
    expect(refused.status).toBe(401);
    const [, encoded = ""] = /error="insufficient_claims", claims="([^"]+)"/.exec(
      refused.headers.get("www-authenticate") ?? "",
    ) ?? ["", ""];
    const challenge = Buffer.from(encoded, "base64").toString();
    const since = Math.floor((machine.clock().getTime() - 30_000) / 1000);
    expect(JSON.parse(challenge)).toEqual({
      access_token: { nbf: { essential: true, value: String(since) } },
    });

    const merged = JSON.stringify({
      access_token: { ...JSON.parse(challenge).access_token, ...JSON.parse(capable).access_token },
    });
    const refreshed = await refresh(lost, merged);
    expect(refreshed.status).toBe(400);
    expect(refreshed.body).toMatchObject({
      error: "interaction_required",
      suberror: "basic_action",
      claims: challenge,
    });

    const address = authorizeAddress(contoso.tenantId, web, {
      scope,
      claims: merged,
      login_hint: lost.address,
    });
    const silent = await lost.visitor.get(`${address}&prompt=none`);
    expect(silent.url.searchParams.get("error")).toBe("login_required");
    const asked = await lost.visitor.get(address);
    expect(textOf(asked)).toContain("Enter your password");
    const again = await lost.visitor.submit(asked, { password });
    const { body } = await redeem(again, merged);
    const tokens = body as Record<string, string>;
    expect((await call("/v1.0/me", { tokens })).status).toBe(200);
    expect((await refresh({ tokens }, merged)).status).toBe(200);
  });

  it("may not ask for a proof that nobody can give", async () => {
    const { visitor, address } = await holder("far-future", "member");
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value: "99999999999" } } });
    const asked = await visitor.get(
      authorizeAddress(contoso.tenantId, web, { scope, claims, login_hint: address }),
    );
    const answered = await visitor.submit(asked, { password });
    expect(answered.url.searchParams.has("code")).toBe(true);
  });
});
