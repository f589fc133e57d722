import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { whileBlocked, whileDemanded } from "../../../test/support/conditional-access-policies.ts";
import {
  answerOf,
  authorize,
  proofKey,
  type TokenReply,
  token,
} from "../../../test/support/protocol-client.ts";
import {
  apiUri,
  nativeRedirect,
  type ProtocolStage,
  protocolStage,
  spaRedirect,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { shareApplication } from "../../../test/support/share-application.ts";
import { demandTerms } from "../../../test/support/terms-of-use.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { forgetApplications } from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { listPolicies } from "../../domain/conditional-access/find-conditional-access.ts";
import { removePolicy } from "../../domain/conditional-access/save-policy.ts";
import { deleteUser } from "../../domain/directory/delete-user.ts";
import { resetRedemption } from "../../domain/directory/reset-redemption.ts";
import { restoreUser } from "../../domain/directory/restore-user.ts";
import { revokeSessions } from "../../domain/directory/revoke-sessions.ts";
import { updateUser } from "../../domain/directory/update-user.ts";
import { approveDevice } from "../../domain/tokens/decide-device-authorization.ts";
import { findDeviceByDeviceCode } from "../../domain/tokens/find-device-authorization.ts";
import { type ProtocolErrorCode, protocolError, protocolErrorCodes } from "./rules/protocol-error.ts";
import { protocolErrorTable } from "./rules/protocol-error-table.ts";
import type { SamlErrorCode } from "./rules/saml-error-table.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
/** Each test begins after what the ones before did to people. */
let begun = machine.clock();
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
  await database
    .updateTable("application")
    .set({ allowsPublicClient: true })
    .where("applicationId", "=", stage.native.application.applicationId)
    .execute();
  for (const client of [stage.web, stage.native])
    await shareApplication(machine, client, stage.fabrikam.tenantId);
});

beforeEach(() => {
  begun = new Date(begun.getTime() + 2 * 3600_000);
  machine.setClock(begun);
  stage.signInAs(stage.member);
});

/** The endpoints of the first version. */
const first = { endpoints: "oauth2" as const };

type Fields = Record<string, string | undefined>;
type Provocation = () => Promise<TokenReply | Response>;

const automation = (more: Fields = {}): Promise<TokenReply> =>
  token(stage, {
    grant_type: "client_credentials",
    client_id: stage.automation.application.applicationId,
    client_secret: stage.secret,
    scope: `${apiUri}/.default`,
    ...more,
  });

async function webCode(): Promise<Fields> {
  return {
    grant_type: "authorization_code",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    code: answerOf(await authorize(stage, stage.web, {})).fields["code"],
    redirect_uri: webRedirect,
  };
}

async function publicCode(client: ApplicationInTenant, redirectUri: string): Promise<Fields> {
  const { challenge, verifier } = proofKey();
  const asked = { redirect_uri: redirectUri, code_challenge: challenge, code_challenge_method: "S256" };
  return {
    grant_type: "authorization_code",
    client_id: client.application.applicationId,
    code: answerOf(await authorize(stage, client, asked)).fields["code"],
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
}

const fromSpa = { headers: { origin: "https://spa.contoso.example" } };
const atFabrikam = () => ({ tenantSegment: stage.fabrikam.tenantId });

async function refreshable(): Promise<Fields> {
  const reply = await token(stage, await webCode());
  const { code: _code, redirect_uri: _uri, ...client } = await webCode();
  return { ...client, grant_type: "refresh_token", refresh_token: String(reply.body["refresh_token"]) };
}

function daysLater(days: number): void {
  machine.setClock(new Date(begun.getTime() + days * 24 * 3600 * 1000));
}

/** Does something to a service principal for as long as a request takes. */
async function whileItIs(
  { servicePrincipal: { servicePrincipalId } }: ApplicationInTenant,
  change: { accountEnabled?: boolean; assignmentRequired?: boolean },
  provoke: Provocation,
): ReturnType<Provocation> {
  const set = (values: typeof change) =>
    database
      .updateTable("servicePrincipal")
      .set(values)
      .where("servicePrincipalId", "=", servicePrincipalId)
      .execute();
  await set(change);
  forgetApplications(database);
  try {
    return await provoke();
  } finally {
    await set({ accountEnabled: true, assignmentRequired: false });
    forgetApplications(database);
  }
}

/** What becomes of a refresh token when something happens to its person. */
async function refreshAfter(happens: () => Promise<unknown>): Promise<TokenReply> {
  const request = await refreshable();
  machine.setClock(new Date(begun.getTime() + 60_000));
  await happens();
  return token(stage, request);
}

/** The code of a device whose person has signed in to Contoso. */
async function approvedDeviceCode(): Promise<string> {
  const asked = await stage.app.request(`/${stage.contoso.tenantId}/oauth2/v2.0/devicecode`, {
    method: "POST",
    body: new URLSearchParams({ client_id: stage.native.application.applicationId, scope: "openid" }),
  });
  const { device_code: deviceCode } = (await asked.json()) as { device_code: string };
  const device = await findDeviceByDeviceCode(machine, deviceCode);
  const now = begun.toISOString();
  const signIn = { sessionId: "a browser", amr: ["pwd"], authenticatedAt: now };
  const grant = { redirectUri: "", scope: "openid", grantedAt: now, signIn, requestedClaims: [] };
  await approveDevice(machine, device?.deviceCodeHash ?? Buffer.of(), {
    ...member(),
    grant: { ...grant, platform: "public-client" },
  });
  return deviceCode;
}

const member = () => ({ tenantId: stage.contoso.tenantId, userId: stage.member.userId });

/** Provoked where the keys, devices and organisations exist that it takes. */
const elsewhere = {
  "client-assertion-invalid": "client-assertion.test.ts",
  "client-assertion-subject-differs": "client-assertion.test.ts",
  "client-assertion-audience-wrong": "client-assertion.test.ts",
  "client-assertion-out-of-time": "client-assertion.test.ts",
  "federated-issuer-unknown": "federated-credential.test.ts",
  "federated-subject-unknown": "federated-credential.test.ts",
  "federated-audience-unknown": "federated-credential.test.ts",
  "federated-token-of-person": "federated-credential.test.ts",
  "device-pending": "device-authorization.test.ts",
  "device-declined": "device-authorization.test.ts",
  "device-code-unknown": "device-authorization.test.ts",
  "device-code-expired": "device-authorization.test.ts",
  "device-code-used": "device-authorization.test.ts",
  "too-many-device-codes": "device-authorization.test.ts",
  "public-client-not-allowed": "device-authorization.test.ts",
  "assertion-invalid": "grants/on-behalf-of-grant.test.ts",
  "assertion-expired": "grants/on-behalf-of-grant.test.ts",
  "admin-consent-declined": "../../../test/journeys/consent/admin-consent.test.ts",
  "required-resource-gone": "../../../test/journeys/consent/admin-consent.test.ts",
  "required-resource-absent": "../../../test/journeys/consent/admin-consent.test.ts",
} as const satisfies Partial<Record<ProtocolErrorCode, string>>;

type Provoked = Exclude<ProtocolErrorCode, keyof typeof elsewhere | SamlErrorCode>;

const provocations: Readonly<Record<Provoked, Provocation>> = {
  "client-unknown": () => automation({ client_id: "00000000-0000-4000-8000-000000000001" }),
  "client-disabled": () => whileItIs(stage.automation, { accountEnabled: false }, automation),
  "secret-wrong": () => automation({ client_secret: "wrong" }),
  "secret-expired": () => {
    daysLater(31);
    return automation();
  },
  "credential-missing": () => automation({ client_secret: undefined }),
  "credential-of-public-client": async () =>
    token(stage, { ...(await publicCode(stage.native, nativeRedirect)), client_secret: "made-up" }),

  "code-unknown": async () => token(stage, { ...(await webCode()), code: "made-up" }),
  "code-of-another-client": async () =>
    token(stage, { ...(await webCode()), client_id: stage.automation.application.applicationId }),
  "code-of-another-tenant": async () => token(stage, await webCode(), atFabrikam()),
  "code-of-another-version": async () => token(stage, await webCode(), first),
  "code-used": async () => {
    const request = await webCode();
    await token(stage, request);
    return token(stage, request);
  },
  "code-expired": async () => {
    const request = await webCode();
    machine.setClock(new Date(begun.getTime() + 3600_000));
    return token(stage, request);
  },
  "redirect-uri-differs": async () =>
    token(stage, { ...(await webCode()), redirect_uri: "https://else.example" }),
  "code-verifier-wrong": async () =>
    token(stage, { ...(await publicCode(stage.native, nativeRedirect)), code_verifier: "a".repeat(43) }),

  "refresh-token-unknown": async () => token(stage, { ...(await refreshable()), refresh_token: "made-up" }),
  "refresh-token-of-another-client": async () =>
    token(stage, { ...(await refreshable()), client_id: stage.automation.application.applicationId }),
  "refresh-token-of-another-tenant": async () => token(stage, await refreshable(), atFabrikam()),
  "refresh-token-reused": async () => {
    const request = await refreshable();
    await token(stage, request);
    return token(stage, request);
  },
  "refresh-token-revoked": async () => {
    const request = await refreshable();
    const next = await token(stage, request);
    await token(stage, request);
    return token(stage, { ...request, refresh_token: String(next.body["refresh_token"]) });
  },
  "refresh-token-expired": async () => {
    const { client_secret: _secret, ...code } = await publicCode(stage.native, nativeRedirect);
    const reply = await token(stage, code);
    daysLater(91);
    return token(stage, {
      grant_type: "refresh_token",
      client_id: code["client_id"],
      refresh_token: String(reply.body["refresh_token"]),
    });
  },
  "browser-refresh-token-expired": async () => {
    const code = await publicCode(stage.spa, spaRedirect);
    const reply = await token(stage, code, fromSpa);
    daysLater(2);
    const refresh = { grant_type: "refresh_token", refresh_token: String(reply.body["refresh_token"]) };
    return token(stage, { ...refresh, client_id: code["client_id"] }, fromSpa);
  },
  "user-unknown": async () => {
    const reply = await refreshAfter(() => deleteUser(machine, byOperator, member()));
    accepted(await restoreUser(machine, byOperator, member()));
    return reply;
  },
  "user-disabled": async () => {
    const change = (accountEnabled: boolean) =>
      updateUser(machine, byOperator, { ...member(), changes: { accountEnabled } });
    const reply = await refreshAfter(() => change(false));
    accepted(await change(true));
    return reply;
  },
  "password-expired": async () => {
    const change = (mustChangePassword: boolean) =>
      updateUser(machine, byOperator, { ...member(), changes: { mustChangePassword } });
    const reply = await refreshAfter(() => change(true));
    expect(reply.body["suberror"]).toBe("user_password_expired");
    accepted(await change(false));
    return reply;
  },
  "sessions-revoked": () => refreshAfter(() => revokeSessions(machine, byOperator, member())),
  "proof-too-old": async () => {
    const value = String(Math.floor(begun.getTime() / 1000) + 1);
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value } } });
    return token(stage, { ...(await refreshable()), claims });
  },
  "redemption-pending": async () => {
    stage.signInAs(stage.mailGuest);
    const request = await refreshable();
    const { tenantId, userId } = stage.mailGuest;
    await database
      .transaction()
      .execute((transaction) =>
        resetRedemption(transaction, { tenantId, userId, now: begun, newAddress: undefined }),
      );
    return token(stage, request);
  },
  "user-not-assigned": async () => {
    const request = await refreshable();
    return whileItIs(stage.web, { assignmentRequired: true }, () => token(stage, request));
  },
  "access-blocked": async () => {
    const request = await refreshable();
    return whileBlocked(machine, stage.contoso.tenantId, stage.member.userId, () => token(stage, request));
  },
  "second-factor-required": async () => {
    const request = await refreshable();
    return whileDemanded(machine, stage.contoso.tenantId, stage.member.userId, () => token(stage, request));
  },
  "terms-required": async () => {
    const request = await refreshable();
    const { tenantId } = stage.contoso;
    await demandTerms(machine, tenantId, { userIds: [stage.member.userId] });
    const reply = await token(stage, request);
    for (const policy of await listPolicies(database, tenantId))
      await removePolicy(machine, byOperator, policy);
    return reply;
  },
  "application-not-assigned": () =>
    whileItIs(stage.api, { assignmentRequired: true }, () =>
      automation({ client_id: stage.web.application.applicationId }),
    ),
  "consent-missing": async () => token(stage, { ...(await refreshable()), scope: `${apiUri}/Orders.Write` }),

  "device-code-of-another-tenant": async () => {
    const device = { grant_type: "device_code", client_id: stage.native.application.applicationId };
    return token(stage, { ...device, device_code: await approvedDeviceCode() }, atFabrikam());
  },

  "personal-accounts-unsupported": () => authorize(stage, stage.web, {}, "consumers"),
  "instance-unknown": async () =>
    stage.app.request(
      "/common/discovery/instance?api-version=1.1&authorization_endpoint=https://else.example/t/oauth2/v2.0/authorize",
    ),
  "tenant-unknown": () => authorize(stage, stage.web, {}, "nobody.example"),
  "application-of-one-tenant": () => authorize(stage, stage.spa, {}, "common"),
  "grant-needs-tenant": () =>
    token(stage, { grant_type: "client_credentials", client_id: "any" }, { tenantSegment: "common" }),
  "parameter-missing": () => authorize(stage, stage.web, { scope: undefined }),
  "parameter-repeated": async () =>
    stage.app.request(`/${stage.contoso.tenantId}/oauth2/v2.0/authorize?scope=a&scope=b`),
  "parameter-invalid": () => authorize(stage, stage.web, { max_age: "soon" }),
  "claims-malformed": () => authorize(stage, stage.web, { claims: "{" }),
  "request-malformed": async () =>
    stage.app.request(`/${stage.contoso.tenantId}/oauth2/v2.0/token`, { method: "POST", body: "{}" }),
  "method-wrong": async () => stage.app.request(`/${stage.contoso.tenantId}/oauth2/v2.0/token`),
  "redirect-uri-unregistered": () => authorize(stage, stage.web, { redirect_uri: "https://evil.example/" }),
  "redirect-uri-missing": () => authorize(stage, stage.automation, {}),
  "response-type-unknown": () => authorize(stage, stage.web, { response_type: "nonsense" }),
  "id-token-not-enabled": () => authorize(stage, stage.spa, { response_type: "id_token", nonce: "n" }),
  "access-token-not-enabled": () =>
    authorize(stage, stage.web, { response_type: "id_token token", nonce: "n" }),
  "response-mode-unsupported": () =>
    authorize(stage, stage.web, { response_type: "id_token", nonce: "n", response_mode: "query" }),
  "nonce-missing": () => authorize(stage, stage.web, { response_type: "id_token" }),
  "scope-invalid": () => authorize(stage, stage.web, { scope: "openid Nobody.Knows" }),
  "scope-invalid-at-redemption": async () =>
    token(stage, { ...(await webCode()), scope: `${apiUri}/Nobody.Knows` }),
  "scope-empty-at-redemption": async () => token(stage, { ...(await webCode()), scope: " " }),
  "scope-without-resource": () => automation({ scope: "openid" }),
  "scope-of-several-resources": () =>
    automation({ scope: `${apiUri}/.default https://graph.microsoft.com/.default` }),
  "scope-without-default": () => automation({ scope: `${apiUri}/Orders.Read` }),
  "resource-unknown": () => authorize(stage, stage.web, { scope: "api://nobody.example/read" }),
  "resource-beside-scope": () => {
    const asked = { resource: apiUri, scope: `openid ${apiUri}/Orders.Read` };
    return authorize(stage, stage.web, asked, stage.contoso.tenantId, first.endpoints);
  },
  "code-challenge-invalid": () =>
    authorize(stage, stage.web, { code_challenge: "short", code_challenge_method: "S256" }),
  "grant-type-unsupported": () => automation({ grant_type: "password" }),
  "proof-key-missing": async () =>
    token(stage, { ...(await publicCode(stage.spa, spaRedirect)), code_verifier: undefined }, fromSpa),
  "origin-not-allowed": async () =>
    token(stage, await publicCode(stage.spa, spaRedirect), { headers: { origin: "https://evil.example" } }),
  "origin-missing": async () => token(stage, await publicCode(stage.spa, spaRedirect)),
  "transaction-unknown": async () =>
    stage.app.request(
      `/${stage.contoso.tenantId}/oauth2/v2.0/authorize/complete?transaction=00000000-0000-4000-8000-000000000001`,
    ),
  "token-invalid": async () => stage.app.request("/oidc/userinfo"),
};

interface Told {
  readonly error: unknown;
  readonly number: number;
  readonly text: string;
}

/** What a refusal says, whether it was shown, redirected or answered to a program. */
async function told(reply: TokenReply | Response): Promise<Told> {
  const body = await bodyOf(reply);
  if (body["page"] === "error")
    return { error: body["error"], number: Number(body["aadsts"]), text: String(body["text"]) };
  const [, number, text = ""] = /^AADSTS(\d+): (.*) Trace ID: /.exec(String(body["error_description"])) ?? [];
  return { error: body["error"], number: Number(number), text };
}

async function bodyOf(reply: TokenReply | Response): Promise<Record<string, unknown>> {
  if (!(reply instanceof Response)) return reply.body;
  if (reply.headers.has("location")) return answerOf(reply).fields;
  return (await reply.json()) as Record<string, unknown>;
}

describe("every error of the protocol", () => {
  it.each(Object.keys(provocations) as (keyof typeof provocations)[])(
    "%s is what its request gets",
    async (code) => {
      const { error, number } = protocolError({ code });
      const refusal = await told(await provocations[code]());
      expect(refusal).toMatchObject({ error, number });
      const [before = "", after = ""] = protocolErrorTable[code].text.split("{detail}");
      expect(refusal.text.startsWith(before) && refusal.text.endsWith(after), refusal.text).toBe(true);
    },
  );

  it.each(Object.entries(elsewhere))("%s is expected in %s", (code, file) => {
    const source = readFileSync(new URL(file, import.meta.url), "utf8");
    expect(source).toContain(String(protocolErrorTable[code as ProtocolErrorCode].number));
  });

  it("has an OAuth name and a sentence", () => {
    for (const code of protocolErrorCodes) {
      const { error, text } = protocolErrorTable[code];
      expect(error).toMatch(/^[a-z_]+$/);
      expect(text).toMatch(/^[A-Z].*(\.|\{detail\})$/);
    }
  });
});
