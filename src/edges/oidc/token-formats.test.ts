import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf, token } from "../../../test/support/protocol-client.ts";
import { type ProtocolStage, protocolStage, webRedirect } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { grantPermission } from "../../domain/applications/grant-permission.ts";
import { type NewApplication, registerApplication } from "../../domain/applications/register-application.ts";
import type { ApplicationInTenant, OptionalClaim } from "../../domain/applications/rules/application.ts";
import { addGroupMember } from "../../domain/directory/add-group-member.ts";
import { createGroup } from "../../domain/directory/create-group.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let stage: ProtocolStage;
let ledger: ApplicationInTenant;
let stock: ApplicationInTenant;

const optional = (name: string, ...additionalProperties: string[]): OptionalClaim => ({
  name,
  source: null,
  essential: false,
  additionalProperties,
});

beforeAll(async () => {
  stage = await protocolStage(machine);
  ledger = await registerApi("Ledger", {
    identifierUris: ["api://ledger", "https://ledger.contoso.example"],
    accessTokenVersion: 1,
    optionalClaims: { accessToken: [optional("acct"), optional("idtyp", "include_user_token")] },
  });
  stock = await registerApi("Stock", {
    identifierUris: ["api://stock"],
    accessTokenVersion: 1,
    groupClaims: ["security-groups"],
    optionalClaims: { accessToken: [optional("aud", "use_guid"), optional("login_hint")] },
  });
});

/** An API of Contoso with one scope, granted to the web application for everybody. */
async function registerApi(displayName: string, more: Partial<NewApplication>): Promise<ApplicationInTenant> {
  const { tenantId } = stage.contoso;
  const api = accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName,
      redirectUris: [],
      exposedScopes: [{ value: "Entries.Read", displayName: "Read", consentBy: "user" }],
      ...more,
    }),
  );
  await database.transaction().execute((transaction) =>
    grantPermission(transaction, machine.clock(), byOperator, {
      tenantId,
      clientId: stage.web.servicePrincipal.servicePrincipalId,
      resourceId: api.servicePrincipal.servicePrincipalId,
      scopes: ["Entries.Read"],
    }),
  );
  return api;
}

async function signIn(
  scope: string,
  more: Record<string, string> = {},
  atToken: Record<string, string> = {},
) {
  const answer = answerOf(await authorize(stage, stage.web, { scope, ...more }));
  return token(stage, {
    grant_type: "authorization_code",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    code: answer.fields["code"] ?? "",
    redirect_uri: webRedirect,
    ...atToken,
  });
}

describe("the format of an access token", () => {
  it("is what its resource chose: the first version, named as it was asked for", async () => {
    for (const uri of ["api://ledger", "https://ledger.contoso.example"]) {
      const { body } = await signIn(`openid ${uri}/Entries.Read`);
      expect(payloadOf(body["access_token"])).toMatchObject({
        ver: "1.0",
        iss: `${machine.configuration.publicUrl}/${stage.contoso.tenantId}/`,
        aud: uri,
        appid: stage.web.application.applicationId,
        appidacr: "1",
        unique_name: stage.member.userPrincipalName,
        scp: "Entries.Read",
        acct: 0,
        idtyp: "user",
      });
      expect(body["scope"]).toBe(`${uri}/Entries.Read openid`);
    }
    const byId = await signIn(`openid ${ledger.application.applicationId}/Entries.Read`);
    expect(payloadOf(byId.body["access_token"])["aud"]).toBe(ledger.application.applicationId);
  });

  it("is named by its id where the resource wants that", async () => {
    const { body } = await signIn("openid api://stock/.default");
    const payload = payloadOf(body["access_token"]);
    expect(payload["aud"]).toBe(stock.application.applicationId);
    expect(payload["login_hint"]).toBeDefined();
    expect(body["scope"]).toBe("api://stock/.default api://stock/Entries.Read openid");
  });

  it("follows the resource when a refresh token serves another one", async () => {
    const first = await signIn("openid offline_access api://ledger/Entries.Read");
    const refreshed = await token(stage, {
      grant_type: "refresh_token",
      client_id: stage.web.application.applicationId,
      client_secret: stage.secret,
      refresh_token: String(first.body["refresh_token"]),
      scope: "api://orders.contoso.example/Orders.Read offline_access openid profile",
    });
    expect(payloadOf(refreshed.body["access_token"])).toMatchObject({
      ver: "2.0",
      aud: stage.api.application.applicationId,
      azp: stage.web.application.applicationId,
      azpacr: "1",
    });
    expect(String(refreshed.body["scope"]).split(" ")).toContain("api://orders.contoso.example/Orders.Read");
  });

  it("tells clients how long it lasts", async () => {
    const { body } = await signIn("openid api://ledger/Entries.Read");
    const { exp, iat } = payloadOf(body["access_token"]) as { exp: number; iat: number };
    expect(body["expires_in"]).toBe(exp - iat);
    expect(body["ext_expires_in"]).toBe(exp - iat);
    expect(body).not.toHaveProperty("refresh_in");
    expect(body).not.toHaveProperty("refresh_token_expires_in");
  });
});

describe("the claims parameter", () => {
  const claims = (value: unknown) => ({ claims: JSON.stringify(value) });
  const capable = claims({
    id_token: { signin_state: null, login_hint: null, family_name: { essential: true } },
    access_token: { xms_cc: { values: ["CP1"] } },
  });

  it("is honoured where the sign-in began, and where the code is redeemed", async () => {
    const { body } = await signIn("openid api://ledger/Entries.Read", capable);
    expect(payloadOf(body["id_token"])).toMatchObject({ family_name: "Member" });
    expect(payloadOf(body["id_token"])["login_hint"]).toBeDefined();
    const atToken = await signIn("openid api://ledger/Entries.Read", {}, capable);
    expect(payloadOf(atToken.body["access_token"])["xms_cc"]).toEqual(["cp1"]);
    expect(payloadOf(atToken.body["id_token"])).toMatchObject({ family_name: "Member" });
  });

  it("lets an application that acts as itself say what it can do", async () => {
    const { body } = await token(stage, {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
      scope: "api://orders.contoso.example/.default",
      ...capable,
    });
    expect(payloadOf(body["access_token"])).toMatchObject({ idtyp: "app", xms_cc: ["cp1"] });
  });

  it("is refused when it is not JSON, before anything is consumed", async () => {
    const answer = answerOf(await authorize(stage, stage.web, { claims: "{" }));
    expect(answer.fields).toMatchObject({ error: "invalid_request" });
    expect(answer.fields["error_description"]).toMatch(/^AADSTS9002313: .*claims parameter/);
    const { fields } = answerOf(await authorize(stage, stage.web, {}));
    const request = {
      grant_type: "authorization_code",
      client_id: stage.web.application.applicationId,
      client_secret: stage.secret,
      code: fields["code"] ?? "",
      redirect_uri: webRedirect,
    };
    const refused = await token(stage, { ...request, claims: "not JSON" });
    expect(refused.body).toMatchObject({ error: "invalid_request", error_codes: [9002313] });
    expect((await token(stage, request)).status).toBe(200);
  });
});

describe("groups", () => {
  it("are left out of an answer in the address when there are more than five, and not of others", async () => {
    const { tenantId } = stage.contoso;
    for (let count = 0; count < 6; count++) {
      const created = await createGroup(machine, byOperator, { tenantId, displayName: `Group ${count}` });
      const { groupId } = accepted(created);
      const member = { kind: "user", id: stage.member.userId } as const;
      accepted(await addGroupMember(machine, byOperator, { tenantId, groupId, member }));
    }
    const answer = answerOf(
      await authorize(stage, stage.web, { response_type: "code id_token", nonce: "n", scope: "openid" }),
    );
    expect(payloadOf(answer.fields["id_token"])).toMatchObject({ hasgroups: true });
    expect(payloadOf(answer.fields["id_token"])).not.toHaveProperty("groups");
    const { body } = await signIn("openid api://stock/Entries.Read");
    expect(payloadOf(body["access_token"])["groups"]).toHaveLength(6);
    expect(payloadOf(body["id_token"])["groups"]).toHaveLength(6);
  });
});
