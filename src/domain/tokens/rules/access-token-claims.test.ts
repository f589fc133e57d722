import { describe, expect, it } from "vitest";
import type { ApplicationId, ServicePrincipalId, TenantId, UserId } from "../../../foundation/identifiers.ts";
import type { User } from "../../directory/rules/user.ts";
import {
  applicationAccessTokenClaims,
  type UserAccessTokenFacts,
  userAccessTokenClaims,
} from "./access-token-claims.ts";

const tenantId = "33333333-3333-4333-8333-333333333333" as TenantId;
const clientId = "44444444-4444-4444-8444-444444444444" as ApplicationId;
const issuedAt = Date.parse("2026-03-01T10:00:00Z") / 1000;
const token = {
  publicUrl: "https://login.example",
  tenantId,
  audience: "api://orders",
  clientId,
  clientProof: "secret" as const,
  clientCapabilities: [],
  tokenId: "uti",
  now: new Date("2026-03-01T10:00:00.900Z"),
  lifetimeSeconds: 4000,
};
const member = {
  userId: "99999999-9999-4999-8999-999999999999" as UserId,
  userPrincipalName: "ada@contoso.example",
  kind: "member",
  isExternal: false,
  displayName: "Ada Member",
  givenName: "Ada",
  surname: "Member",
  mail: "ada@contoso.example",
} as User;
const envelope = {
  aud: "api://orders",
  iat: issuedAt,
  nbf: issuedAt,
  exp: issuedAt + 4000,
  tid: tenantId,
  uti: "uti",
};
const first = { ver: "1.0", iss: `https://login.example/${tenantId}/`, appid: clientId, appidacr: "1" };
const second = { ver: "2.0", iss: `https://login.example/${tenantId}/v2.0`, azp: clientId, azpacr: "1" };

function forPerson(version: 1 | 2, changes: Partial<UserAccessTokenFacts> = {}) {
  return userAccessTokenClaims({
    ...token,
    version,
    user: member,
    subject: "pairwise",
    signIn: {
      sessionId: "session",
      amr: ["pwd"],
      authenticatedAt: "2026-03-01T09:00:00Z",
      ipAddress: "192.0.2.7",
    },
    scopes: ["Orders.Read", "Orders.Write"],
    wanted: new Map(),
    memberships: { roles: ["Buyer"], groups: undefined, groupsAreRoles: false, directoryRoleIds: [] },
    channel: "back",
    addresses: undefined,
    loginHint: "O.hint",
    groupsEndpoint: "",
    ...changes,
  });
}

describe("an access token for a person", () => {
  const person = {
    sub: "pairwise",
    oid: member.userId,
    acct: 0,
    name: "Ada Member",
    scp: "Orders.Read Orders.Write",
    roles: ["Buyer"],
    sid: "session",
  };

  it("of the first version says exactly this", () => {
    expect(forPerson(1)).toEqual({
      ...envelope,
      ...first,
      ...person,
      unique_name: "ada@contoso.example",
      upn: "ada@contoso.example",
      acr: "1",
      amr: ["pwd"],
      ipaddr: "192.0.2.7",
      given_name: "Ada",
      family_name: "Member",
    });
  });

  it("of the second version says exactly this", () => {
    expect(forPerson(2)).toEqual({
      ...envelope,
      ...second,
      ...person,
      preferred_username: "ada@contoso.example",
    });
  });

  it("of either version tells of a second factor", () => {
    const amr = ["pwd", "otp", "mfa"];
    const signIn = { sessionId: "session", amr, authenticatedAt: "2026-03-01T09:00:00Z" };
    for (const version of [1, 2] as const) expect(forPerson(version, { signIn })["amr"]).toEqual(amr);
    expect(forPerson(2)).not.toHaveProperty("amr");
  });

  it("has what the resource wants beyond that, in either version", () => {
    const wanted = new Map([
      ["ipaddr", new Set<string>()],
      ["upn", new Set<string>()],
      ["idtyp", new Set(["include_user_token"])],
    ]);
    const more = { ipaddr: "192.0.2.7", upn: "ada@contoso.example", idtyp: "user" };
    expect(forPerson(2, { wanted })).toMatchObject(more);
    expect(forPerson(1, { wanted })).toMatchObject(more);
    expect(forPerson(2, { wanted: new Map([["idtyp", new Set<string>()]]) })).not.toHaveProperty("idtyp");
  });

  it("repeats what the client said it can do, and how it proved itself", () => {
    expect(forPerson(2, { clientCapabilities: ["cp1"], clientProof: "certificate" })).toMatchObject({
      xms_cc: ["cp1"],
      azpacr: "2",
    });
    expect(forPerson(1, { clientProof: "none" })).toMatchObject({ appidacr: "0" });
  });
});

describe("an access token for an application itself", () => {
  it.each([
    [1 as const, first],
    [2 as const, second],
  ])("of version %i says exactly this", (version, ofVersion) => {
    const servicePrincipalId = "55555555-5555-4555-8555-555555555555" as ServicePrincipalId;
    const claims = applicationAccessTokenClaims({
      ...token,
      version,
      servicePrincipalId,
      roles: ["Process"],
    });
    expect(claims).toEqual({
      ...envelope,
      ...ofVersion,
      sub: servicePrincipalId,
      oid: servicePrincipalId,
      idp: ofVersion.iss,
      idtyp: "app",
      roles: ["Process"],
    });
  });
});
