import { describe, expect, it } from "vitest";
import type { ApplicationId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import { type IdTokenFacts, idTokenClaims } from "./id-token-claims.ts";

const tenantId = "33333333-3333-4333-8333-333333333333" as TenantId;
const homeTenantId = "88888888-8888-4888-8888-888888888888" as TenantId;
const member = {
  tenantId,
  userId: "99999999-9999-4999-8999-999999999999" as UserId,
  userPrincipalName: "ada@contoso.example",
  kind: "member",
  isExternal: false,
  displayName: "Ada",
  givenName: "Ada",
  surname: undefined,
  mail: "ada@contoso.example",
  otherMails: [],
} as unknown as User;
const guest: User = {
  ...member,
  kind: "guest",
  isExternal: true,
  userPrincipalName: "fay_fabrikam.example#EXT#@contoso.guesthouse.internal",
  mail: "fay@fabrikam.example",
};

const noMemberships = { roles: [], groups: undefined, groupsAreRoles: false, directoryRoleIds: [] };
const wanting = (...names: string[]) => new Map(names.map((name) => [name, new Set<string>()]));

function claims(changes: Partial<IdTokenFacts> = {}): Record<string, unknown> {
  return idTokenClaims({
    publicUrl: "https://login.example",
    tenantId,
    version: 2,
    applicationId: "44444444-4444-4444-8444-444444444444" as ApplicationId,
    user: member,
    subject: "pairwise",
    signIn: { sessionId: "session", amr: ["pwd"], authenticatedAt: "2026-03-01T09:00:00Z" },
    scopes: new Set(["openid"]),
    wanted: new Map(),
    memberships: noMemberships,
    addresses: undefined,
    groupsEndpoint: "https://login.example/v1.0/users/x/getMemberObjects",
    nonce: undefined,
    channel: "back",
    loginHint: "O.hint",
    tokenId: "uti",
    now: new Date("2026-03-01T10:00:00.900Z"),
    ...changes,
  });
}

describe("an ID token", () => {
  it("of a member with the openid scope alone says exactly this", () => {
    const issuedAt = Date.parse("2026-03-01T10:00:00Z") / 1000;
    expect(claims()).toEqual({
      ver: "2.0",
      iss: `https://login.example/${tenantId}/v2.0`,
      aud: "44444444-4444-4444-8444-444444444444",
      sub: "pairwise",
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + 3600,
      tid: tenantId,
      oid: member.userId,
      acct: 0,
      sid: "session",
      uti: "uti",
    });
  });

  it("names a guest by their own address, never by the name the tenant made", () => {
    const text = JSON.stringify(claims({ user: guest, scopes: new Set(["openid", "profile"]) }));
    expect(text).toContain("fay@fabrikam.example");
    expect(text).not.toContain("#EXT#");
  });

  it.each([
    [
      "another tenant",
      { kind: "tenant" as const, issuer: `tenant:${homeTenantId}`, subject: "home-oid" },
      `https://login.example/${homeTenantId}/v2.0`,
    ],
    ["a mailed code", { kind: "email-code" as const, issuer: "mail", subject: "a@b.example" }, "mail"],
    ["the tenant itself", { kind: "tenant" as const, issuer: `tenant:${tenantId}`, subject: "x" }, undefined],
    ["nobody else", undefined, undefined],
  ])("says who authenticated: %s", (_name, authenticatedBy, idp) => {
    const signIn = {
      sessionId: "session",
      amr: [],
      authenticatedAt: "2026-03-01T09:00:00Z",
      authenticatedBy,
    };
    const said = claims({ user: guest, signIn });
    expect(said["idp"]).toBe(idp);
    expect(JSON.stringify(said)).not.toContain("home-oid");
  });

  it("of the first version says exactly this", () => {
    const issuedAt = Date.parse("2026-03-01T10:00:00Z") / 1000;
    const signIn = { sessionId: "session", amr: ["pwd"], authenticatedAt: "2026-03-01T09:00:00Z" };
    expect(claims({ version: 1, signIn: { ...signIn, ipAddress: "192.0.2.7" } })).toEqual({
      ver: "1.0",
      iss: `https://login.example/${tenantId}/`,
      aud: "44444444-4444-4444-8444-444444444444",
      sub: "pairwise",
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + 3600,
      tid: tenantId,
      oid: member.userId,
      acct: 0,
      name: "Ada",
      unique_name: "ada@contoso.example",
      upn: "ada@contoso.example",
      given_name: "Ada",
      amr: ["pwd"],
      ipaddr: "192.0.2.7",
      sid: "session",
      uti: "uti",
    });
  });

  it.each([
    [
      { kind: "tenant" as const, issuer: `tenant:${homeTenantId}`, subject: "home-oid" },
      `https://login.example/${homeTenantId}/`,
      "fay@fabrikam.example",
    ],
    [
      { kind: "entra" as const, issuer: "https://login.elsewhere.example/x/v2.0", subject: "y" },
      "https://login.elsewhere.example/x/v2.0",
      "fay@fabrikam.example",
    ],
    [{ kind: "email-code" as const, issuer: "mail", subject: "z" }, "mail", "mail#fay@fabrikam.example"],
    [
      { kind: "google" as const, issuer: "https://accounts.google.com", subject: "1" },
      "https://accounts.google.com",
      "https://accounts.google.com#fay@fabrikam.example",
    ],
  ])(
    "of the first version names a guest by who vouched for the address: %o",
    (authenticatedBy, idp, unique_name) => {
      const signIn = {
        sessionId: "session",
        amr: [],
        authenticatedAt: "2026-03-01T09:00:00Z",
        authenticatedBy,
      };
      const said = claims({ version: 1, user: guest, signIn });
      expect(said).toMatchObject({ idp, unique_name, email: "fay@fabrikam.example" });
      expect(said).not.toHaveProperty("upn");
    },
  );

  it("carries the address of guests always and of members when asked", () => {
    expect(claims({ user: guest })["email"]).toBe("fay@fabrikam.example");
    expect(claims()["email"]).toBeUndefined();
    expect(claims({ scopes: new Set(["openid", "email"]) })["email"]).toBe("ada@contoso.example");
    expect(claims({ wanted: wanting("email") })["email"]).toBe("ada@contoso.example");
  });

  it("has auth_time and login_hint only when asked", () => {
    expect(claims()).not.toHaveProperty("auth_time");
    expect(claims({ wanted: wanting("auth_time", "login_hint") })).toMatchObject({
      auth_time: Date.parse("2026-03-01T09:00:00Z") / 1000,
      login_hint: "O.hint",
    });
  });
});
