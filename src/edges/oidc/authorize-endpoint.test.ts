import { createHash } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf } from "../../../test/support/protocol-client.ts";
import {
  nativeRedirect,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";

const { database } = await testDatabase();
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(testMachine(database));
});

beforeEach(() => stage.signInAs(stage.member));

async function shownError(response: Response): Promise<unknown> {
  expect(response.headers.get("location")).toBeNull();
  return response.json();
}

describe("before client and redirect URI are verified, errors are shown and never redirected", () => {
  it.each([
    ["another host", "https://evil.example/callback"],
    ["the registered host as a subdomain of another", "https://web.contoso.example.evil.example/callback"],
    ["the registered host as user info", "https://web.contoso.example@evil.example/callback"],
    ["another path", `${webRedirect}/..`],
    ["a path that climbs", "https://web.contoso.example/callback/../callback"],
    ["an encoded path that climbs", "https://web.contoso.example/%2e%2e/callback"],
    ["a fragment", `${webRedirect}#x`],
    ["a query that was not registered", `${webRedirect}?next=https://evil.example`],
    ["another case of the path", "https://web.contoso.example/Callback"],
    ["plain http", "http://web.contoso.example/callback"],
    ["another port", "https://web.contoso.example:444/callback"],
    ["a backslash", "https://web.contoso.example\\@evil.example/callback"],
    ["a line break", `${webRedirect}\r\nLocation: https://evil.example`],
    ["a script", "javascript:alert(1)"],
    ["a relative address", "/callback"],
  ])("%s", async (_name, redirectUri) => {
    const response = await authorize(stage, stage.web, { redirect_uri: redirectUri });
    expect(response.status).toBe(400);
    expect(await shownError(response)).toMatchObject({ page: "error", aadsts: 50011 });
  });

  it("shows a repeated redirect URI as an error instead of choosing one", async () => {
    const response = await stage.app.request(
      `/${stage.contoso.tenantId}/oauth2/v2.0/authorize?client_id=${stage.web.application.applicationId}` +
        `&response_type=code&scope=openid&redirect_uri=${webRedirect}&redirect_uri=https://evil.example`,
    );
    expect(await shownError(response)).toMatchObject({ aadsts: 9002313 });
  });

  it("does not know an application of another tenant", async () => {
    const response = await authorize(stage, stage.web, {}, stage.fabrikam.tenantId);
    expect(await shownError(response)).toMatchObject({ aadsts: 700016, error: "unauthorized_client" });
  });

  it.each([
    ["an unknown tenant", "nowhere.example", 90002],
    ["an application of one tenant at an alias", "common", 50194],
  ])("%s", async (_name, segment, number) => {
    expect(await shownError(await authorize(stage, stage.web, {}, segment))).toMatchObject({
      aadsts: number,
    });
  });

  it.each([
    ["a client that does not exist", { client_id: "11111111-1111-4111-8111-111111111111" }, 700016],
    ["a client id that is no GUID", { client_id: "<script>" }, 700016],
    ["no client id", { client_id: undefined }, 900144],
  ])("%s", async (_name, parameters, number) => {
    expect(await shownError(await authorize(stage, stage.web, parameters))).toMatchObject({ aadsts: number });
  });
});

describe("afterwards the application is told, in the way its answer would have come", () => {
  it.each([
    ["no response type", { response_type: undefined }, "invalid_request", "900144", "?"],
    ["an unknown response type", { response_type: "code magic" }, "unsupported_response_type", "70005", "?"],
    [
      "an ID token in a query",
      { response_type: "id_token", response_mode: "query", nonce: "n" },
      "invalid_request",
      "70007",
      "#",
    ],
    ["an ID token without nonce", { response_type: "code id_token" }, "invalid_request", "90014", "#"],
    [
      "an ID token without openid",
      { response_type: "id_token", scope: "profile", nonce: "n" },
      "invalid_scope",
      "70011",
      "#",
    ],
    [
      "an access token where it is not enabled",
      { response_type: "token" },
      "unsupported_response_type",
      "700051",
      "#",
    ],
    ["an unknown scope", { scope: "openid Mail.Everything" }, "invalid_scope", "70011", "?"],
    ["an unknown resource", { scope: "openid api://nobody/x" }, "invalid_resource", "500011", "?"],
    ["an unknown prompt", { prompt: "shout" }, "invalid_request", "90023", "?"],
    ["prompt none beside another", { prompt: "none login" }, "invalid_request", "90023", "?"],
    [
      "a code challenge of the wrong size",
      { code_challenge: "short", code_challenge_method: "S256" },
      "invalid_request",
      "501491",
      "?",
    ],
    [
      "an unknown challenge method",
      { code_challenge: "x".repeat(43), code_challenge_method: "S512" },
      "invalid_request",
      "501491",
      "?",
    ],
  ])("%s", async (_name, parameters, error, number, sign) => {
    const response = await authorize(stage, stage.web, { state: "s p+c", ...parameters });
    const answer = answerOf(response);
    expect(response.headers.get("location")).toContain(`${webRedirect}${sign}`);
    expect(answer.fields["error"]).toBe(error);
    expect(answer.fields["error_description"]).toMatch(
      new RegExp(`^AADSTS${number}: .*Trace ID: .*Correlation ID: .*Timestamp: `),
    );
    expect(answer.fields["error_uri"]).toMatch(new RegExp(`/error\\?code=${number}$`));
    expect(answer.fields["state"]).toBe("s p+c");
  });

  it("tells an application without the ID token toggle", async () => {
    const answer = answerOf(await authorize(stage, stage.spa, { response_type: "id_token", nonce: "n" }));
    expect(answer.fields).toMatchObject({ error: "unsupported_response_type" });
    expect(answer.fields["error_uri"]).toMatch(/700054$/);
  });

  it("refuses a plain challenge from a client that has no credential", async () => {
    const answer = answerOf(await authorize(stage, stage.spa, { code_challenge: "x".repeat(43) }));
    expect(answer.fields["error_description"]).toContain("AADSTS9002325");
  });

  it("passes a refusal of the sign-in on by redirect, as silent requests need it", async () => {
    stage.refuseSignIn({ error: "login_required", aadsts: 50058, redirectable: true });
    const answer = answerOf(await authorize(stage, stage.web, { prompt: "none", response_mode: "fragment" }));
    expect(answer.fields).toMatchObject({ error: "login_required" });
    expect(answer.fields).not.toHaveProperty("code");
  });

  it("shows a refusal that the application must not learn", async () => {
    stage.refuseSignIn({ error: "access_denied", aadsts: 50020, redirectable: false });
    expect(await shownError(await authorize(stage, stage.web, {}))).toMatchObject({ aadsts: 50020 });
  });
});

describe("what sign-in is asked", () => {
  it("is read from the request, with unknown parameters ignored", async () => {
    await authorize(stage, stage.web, {
      prompt: "login select_account",
      login_hint: "ada@contoso.example",
      domain_hint: "fabrikam.example",
      max_age: "60",
      scope: "openid User.Read",
      claims: '{"access_token":{"xms_cc":{"values":["CP1"]}},"id_token":{"signin_state":null}}',
      "x-client-SKU": "msal.js.browser",
      clidata: "1",
    });
    expect(stage.lastRequest()).toMatchObject({
      prompt: { kind: "interactive", login: true, selectAccount: true, consent: false },
      loginHint: "ada@contoso.example",
      domainHint: "fabrikam.example",
      maxAgeSeconds: 60,
      permissions: [{ resourceName: "Graph", scopes: [{ value: "User.Read", consentBy: "user" }] }],
    });
  });

  it("takes our own opaque login hint back", async () => {
    const answer = answerOf(
      await authorize(stage, stage.web, {
        response_type: "id_token",
        nonce: "n",
        claims: '{"id_token":{"login_hint":null,"auth_time":null}}',
      }),
    );
    const claims = payloadOf(answer.fields["id_token"]);
    expect(claims["auth_time"]).toBeTypeOf("number");
    const hint = String(claims["login_hint"]);
    expect(hint).not.toContain("ada");
    await authorize(stage, stage.web, { login_hint: hint });
    expect(stage.lastRequest()?.loginHint).toBe("ada@contoso.example");
  });
});

describe("answers", () => {
  it("take the port of a loopback address from the request", async () => {
    const answer = answerOf(
      await authorize(stage, stage.native, { redirect_uri: "http://localhost:51234/callback" }),
    );
    expect(answer.address).toBe("http://localhost:51234/callback");
    expect(answer.fields["code"]).toBeTypeOf("string");
  });

  it("use the only registered address when none is given", async () => {
    const answer = answerOf(await authorize(stage, stage.native, { redirect_uri: undefined }));
    expect(answer.address).toBe(nativeRedirect);
  });

  it("to a posted request go on with GET", async () => {
    const response = await stage.app.request("/contoso.example/oauth2/v2.0/authorize?client-request-id=1b", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        client_id: stage.web.application.applicationId,
        redirect_uri: webRedirect,
        response_type: "code",
        scope: "openid",
      }).toString(),
    });
    expect(response.status).toBe(303);
  });

  it("bind code and ID token together in a hybrid answer", async () => {
    const answer = answerOf(
      await authorize(stage, stage.web, { response_type: "id_token code", nonce: "n" }),
    );
    const code = answer.fields["code"] ?? "";
    const half = createHash("sha256").update(code).digest().subarray(0, 16).toString("base64url");
    expect(payloadOf(answer.fields["id_token"])).toMatchObject({ c_hash: half, nonce: "n" });
  });

  it("let the form that carries them reach the application", async () => {
    const response = await authorize(stage, stage.native, {
      redirect_uri: "http://localhost:51234/callback",
      response_mode: "form_post",
    });
    expect(await response.json()).toMatchObject({
      page: "form-post",
      redirectUri: "http://localhost:51234/callback",
    });
  });

  it("are written to the sign-in log, refusals too", async () => {
    await database.deleteFrom("signInEvent").execute();
    await authorize(stage, stage.web, {});
    await authorize(stage, stage.web, { scope: "openid Mail.Everything" });
    const events = await database.selectFrom("signInEvent").selectAll().orderBy("errorCode").execute();
    expect(events.map((event) => event.errorCode)).toEqual([0, 70011]);
    expect(events[0]).toMatchObject({
      tenantId: stage.contoso.tenantId,
      applicationId: stage.web.application.applicationId,
      userId: stage.member.userId,
      userKind: "member",
    });
  });
});
