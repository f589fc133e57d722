import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf, proofKey, token } from "../../../test/support/protocol-client.ts";
import {
  apiUri,
  type ProtocolStage,
  protocolStage,
  spaRedirect,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";
import { verifyAccessToken } from "../../domain/tokens/verify-access-token.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const publicUrl = machine.configuration.publicUrl;
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

describe("discovery and keys", () => {
  it("describes a tenant by id and by domain with the same document", async () => {
    const byId = await stage.app.request(`/${stage.contoso.tenantId}/v2.0/.well-known/openid-configuration`);
    const byDomain = await stage.app.request(
      "/Contoso.Example/v2.0/.well-known/openid-configuration?appid=x",
    );
    const document = (await byId.json()) as Record<string, unknown>;
    expect(document).toMatchObject({
      issuer: `${publicUrl}/${stage.contoso.tenantId}/v2.0`,
      token_endpoint: `${publicUrl}/${stage.contoso.tenantId}/oauth2/v2.0/token`,
      id_token_signing_alg_values_supported: ["RS256"],
    });
    expect(await byDomain.json()).toEqual(document);
    expect(byId.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("has a document of the first version with its own issuer and endpoints", async () => {
    const response = await stage.app.request(`/${stage.contoso.tenantId}/.well-known/openid-configuration`);
    const base = `${publicUrl}/${stage.contoso.tenantId}`;
    expect(await response.json()).toMatchObject({
      issuer: `${base}/`,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      device_authorization_endpoint: `${base}/oauth2/devicecode`,
      end_session_endpoint: `${base}/oauth2/logout`,
      jwks_uri: `${base}/discovery/keys`,
    });
  });

  it("refuses an unknown tenant in a way scripts can read", async () => {
    const response = await stage.app.request("/nowhere.example/v2.0/.well-known/openid-configuration", {
      headers: { origin: "https://spa.contoso.example" },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toMatchObject({ error: "invalid_tenant", error_codes: [90002] });
  });

  it("publishes the key that signs and the next one, with certificates", async () => {
    const response = await stage.app.request(`/${stage.contoso.tenantId}/discovery/v2.0/keys`);
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] };
    expect(keys).toHaveLength(2);
    for (const key of keys) {
      expect(key).toMatchObject({ kty: "RSA", use: "sig", kid: key["x5t"] });
      expect(Object.keys(key)).not.toContain("d");
    }
  });
});

describe("a code for tokens", () => {
  it("gives a member of the tenant tokens for a web application", async () => {
    stage.signInAs(stage.member);
    const answer = answerOf(
      await authorize(stage, stage.web, { nonce: "n-1", state: "flow:1|x y", client_info: "1" }),
    );
    expect(answer.address).toBe(webRedirect);
    expect(answer.fields["state"]).toBe("flow:1|x y");
    const reply = await token(stage, {
      grant_type: "authorization_code",
      client_id: stage.web.application.applicationId,
      client_secret: stage.secret,
      code: answer.fields["code"],
      redirect_uri: webRedirect,
      client_info: "1",
      prompt: "login",
    });
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ token_type: "Bearer", scope: "openid profile offline_access" });
    expect(reply.body["client_info"]).toBe(answer.fields["client_info"]);
    const claims = payloadOf(reply.body["id_token"]);
    expect(claims).toMatchObject({
      iss: `${publicUrl}/${stage.contoso.tenantId}/v2.0`,
      aud: stage.web.application.applicationId,
      oid: stage.member.userId,
      tid: stage.contoso.tenantId,
      nonce: "n-1",
      preferred_username: "ada@contoso.example",
      acct: 0,
      ver: "2.0",
    });
    expect(claims).not.toHaveProperty("idp");
    expect(claims).not.toHaveProperty("email");
  });

  it("tells who authenticated a guest of another tenant, and names the home account", async () => {
    stage.signInAs(stage.guest);
    const answer = answerOf(await authorize(stage, stage.web, { client_info: "1" }));
    const reply = await token(stage, {
      grant_type: "authorization_code",
      client_id: stage.web.application.applicationId,
      client_secret: stage.secret,
      code: answer.fields["code"],
      redirect_uri: webRedirect,
      client_info: "1",
    });
    const claims = payloadOf(reply.body["id_token"]);
    expect(claims).toMatchObject({
      iss: `${publicUrl}/${stage.contoso.tenantId}/v2.0`,
      idp: `${publicUrl}/${stage.fabrikam.tenantId}/v2.0`,
      oid: stage.guest.userId,
      tid: stage.contoso.tenantId,
      email: "fay@fabrikam.example",
      preferred_username: "fay@fabrikam.example",
      acct: 1,
    });
    expect(claims).not.toHaveProperty("nonce");
    expect(JSON.stringify(claims)).not.toContain(stage.homeUser.userId);
    const info = JSON.parse(
      Buffer.from(String(reply.body["client_info"]), "base64url").toString(),
    ) as unknown;
    expect(info).toEqual({ uid: stage.homeUser.userId, utid: stage.fabrikam.tenantId });
  });

  it("names a guest with a mailed code by their account here", async () => {
    stage.signInAs(stage.mailGuest);
    const response = await authorize(stage, stage.web, {
      response_type: "id_token",
      response_mode: "form_post",
      scope: "openid",
      nonce: "n-2",
      client_info: "1",
      state: "flow:2",
    });
    const form = (await response.json()) as { redirectUri: string; fields: Record<string, string> };
    expect(form.redirectUri).toBe(webRedirect);
    expect(form.fields["state"]).toBe("flow:2");
    expect(payloadOf(form.fields["id_token"])).toMatchObject({
      idp: "mail",
      acct: 1,
      email: "otto@elsewhere.example",
      oid: stage.mailGuest.userId,
      tid: stage.contoso.tenantId,
      nonce: "n-2",
    });
    const info = JSON.parse(Buffer.from(form.fields["client_info"] ?? "", "base64url").toString()) as unknown;
    expect(info).toEqual({ uid: stage.mailGuest.userId, utid: stage.contoso.tenantId });
  });

  it("gives a browser application its tokens at its own origin", async () => {
    stage.signInAs(stage.member);
    const key = proofKey();
    const answer = answerOf(
      await authorize(stage, stage.spa, {
        response_mode: "fragment",
        scope: `openid profile offline_access ${apiUri}/Orders.Read`,
        code_challenge: key.challenge,
        code_challenge_method: "S256",
      }),
    );
    const reply = await token(
      stage,
      {
        grant_type: "authorization_code",
        client_id: stage.spa.application.applicationId,
        code: answer.fields["code"],
        redirect_uri: spaRedirect,
        code_verifier: key.verifier,
      },
      { headers: { origin: "https://spa.contoso.example" } },
    );
    expect(reply.status).toBe(200);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect(reply.body["refresh_token_expires_in"]).toBe(24 * 3600);
    expect(String(reply.body["scope"]).split(" ")).toContain(`${apiUri}/Orders.Read`);
    expect(payloadOf(reply.body["access_token"])).toMatchObject({
      aud: stage.api.application.applicationId,
      azp: stage.spa.application.applicationId,
      azpacr: "0",
      scp: "Orders.Read",
      ver: "2.0",
    });
  });
});

describe("client credentials", () => {
  it("carry the roles the application holds and can be verified", async () => {
    const reply = await token(stage, {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
      scope: `${apiUri}/.default`,
    });
    expect(reply.status).toBe(200);
    expect(reply.body).not.toHaveProperty("scope");
    expect(reply.body).not.toHaveProperty("refresh_token");
    const verified = await verifyAccessToken(
      machine,
      String(reply.body["access_token"]),
      stage.api.application.applicationId,
    );
    expect(verified).toMatchObject({
      ok: true,
      value: {
        tenantId: stage.contoso.tenantId,
        clientId: stage.automation.application.applicationId,
        caller: {
          kind: "application",
          servicePrincipalId: stage.automation.servicePrincipal.servicePrincipalId,
          roles: ["Orders.Process"],
        },
      },
    });
    expect(await verifyAccessToken(machine, String(reply.body["access_token"]))).toMatchObject({
      ok: false,
      refusal: { code: "token-audience-wrong" },
    });
  });

  it("work for Graph under the host without its port, as some clients ask", async () => {
    const reply = await token(stage, {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
      scope: "http://localhost/.default",
    });
    expect(await verifyAccessToken(machine, String(reply.body["access_token"]))).toMatchObject({ ok: true });
  });
});

describe("scripts of browser applications", () => {
  it("may send headers of their own after asking", async () => {
    const response = await stage.app.request(`/${stage.contoso.tenantId}/oauth2/v2.0/token`, {
      method: "OPTIONS",
      headers: {
        origin: "https://spa.contoso.example",
        "access-control-request-headers": "client-request-id",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-headers")).toContain("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("cannot read what the sign-in itself answers", async () => {
    const response = await authorize(stage, stage.web, {});
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});
