import * as client from "openid-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiUri, nativeRedirect, spaRedirect, webRedirect } from "../support/protocol-stage.ts";
import { type ServedStage, serveStage } from "../support/serve-stage.ts";
import { testDatabase } from "../support/test-database.ts";

const { database } = await testDatabase();
let stage: ServedStage;

beforeAll(async () => {
  stage = await serveStage(database);
});

afterAll(() => stage.close());

function discover(
  clientId: string,
  authentication: client.ClientAuth,
  version = "v2.0",
): Promise<client.Configuration> {
  const issuer = new URL(`${stage.publicUrl}/${stage.contoso.tenantId}/${version}`);
  return client.discovery(issuer, clientId, undefined, authentication, {
    execute: [client.allowInsecureRequests],
  });
}

/** What a browser would do: asks for the page and hands the address it is sent to back to the application. */
async function followRedirect(address: URL): Promise<URL> {
  const response = await fetch(address, { redirect: "manual" });
  const location = response.headers.get("location");
  if (!location) throw new Error(`no redirect: ${response.status} ${await response.text()}`);
  return new URL(location);
}

async function begin(
  configuration: client.Configuration,
  parameters: Record<string, string>,
): Promise<{ current: URL; checks: client.AuthorizationCodeGrantChecks }> {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const address = client.buildAuthorizationUrl(configuration, {
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...parameters,
  });
  return {
    current: await followRedirect(address),
    checks: { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  };
}

describe("openid-client, an independent relying party", () => {
  it("signs a guest in to a web application and reads user info", async () => {
    stage.signInAs(stage.guest);
    const clientId = stage.web.application.applicationId;
    const configuration = await discover(clientId, client.ClientSecretPost(stage.secret));
    client.enableNonRepudiationChecks(configuration);
    const { current, checks } = await begin(configuration, {
      redirect_uri: webRedirect,
      scope: "openid profile email offline_access",
      max_age: "3600",
    });
    const tokens = await client.authorizationCodeGrant(configuration, current, { ...checks, maxAge: 3600 });
    const claims = tokens.claims();
    expect(claims).toMatchObject({
      iss: `${stage.publicUrl}/${stage.contoso.tenantId}/v2.0`,
      idp: `${stage.publicUrl}/${stage.fabrikam.tenantId}/v2.0`,
      email: "fay@fabrikam.example",
      acct: 1,
    });
    const info = await client.fetchUserInfo(configuration, tokens.access_token, claims?.sub ?? "");
    expect(info).toMatchObject({ sub: claims?.sub, email: "fay@fabrikam.example" });
  });

  it.each(["member", "guest"] as const)(
    "follows the document of the first version, for a %s",
    async (kind) => {
      stage.signInAs(stage[kind]);
      const clientId = stage.web.application.applicationId;
      const configuration = await discover(clientId, client.ClientSecretPost(stage.secret), "");
      client.enableNonRepudiationChecks(configuration);
      const { current, checks } = await begin(configuration, {
        redirect_uri: webRedirect,
        scope: "openid",
        resource: apiUri,
      });
      const tokens = await client.authorizationCodeGrant(configuration, current, checks);
      const { userId, tenantId } = stage[kind];
      expect(tokens.claims()).toMatchObject({
        iss: `${stage.publicUrl}/${tenantId}/`,
        ver: "1.0",
        oid: userId,
        tid: tenantId,
        ...(kind === "guest" && { idp: `${stage.publicUrl}/${stage.fabrikam.tenantId}/` }),
      });
      expect(tokens["resource"]).toBe(apiUri);
      expect(tokens.expiresIn()).toBeGreaterThan(3000);
      const renewed = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? "");
      expect(renewed.claims()?.sub).toBe(tokens.claims()?.sub);
      const forInfo = await begin(configuration, { redirect_uri: webRedirect, scope: "openid" });
      const plain = await client.authorizationCodeGrant(configuration, forInfo.current, forInfo.checks);
      const { sub = "" } = plain.claims() ?? {};
      const info = await client.fetchUserInfo(configuration, plain.access_token, sub);
      expect(info).toMatchObject({ sub, oid: userId });
    },
  );

  it("signs in with a secret in the header", async () => {
    stage.signInAs(stage.member);
    const clientId = stage.web.application.applicationId;
    const configuration = await discover(clientId, client.ClientSecretBasic(stage.secret));
    const { current, checks } = await begin(configuration, { redirect_uri: webRedirect, scope: "openid" });
    const tokens = await client.authorizationCodeGrant(configuration, current, checks);
    expect(tokens.claims()?.sub).toBeTypeOf("string");
    expect(tokens.refresh_token).toBeUndefined();
  });

  it("signs in from an installed application on a port of its own", async () => {
    stage.signInAs(stage.member);
    const configuration = await discover(stage.native.application.applicationId, client.None());
    const redirectUri = nativeRedirect.replace("localhost", "localhost:49152");
    const { current, checks } = await begin(configuration, {
      redirect_uri: redirectUri,
      scope: "openid profile",
    });
    const tokens = await client.authorizationCodeGrant(configuration, current, checks);
    expect(tokens.claims()).toMatchObject({ preferred_username: "ada@contoso.example" });
  });

  it("signs in from a page, which sends its origin along", async () => {
    stage.signInAs(stage.member);
    const configuration = await discover(stage.spa.application.applicationId, client.None());
    configuration[client.customFetch] = (url, options) =>
      fetch(url, {
        ...options,
        headers: { ...options.headers, origin: new URL(spaRedirect).origin },
      } as RequestInit);
    const { current, checks } = await begin(configuration, {
      redirect_uri: spaRedirect,
      scope: `openid offline_access ${apiUri}/Orders.Read`,
    });
    const tokens = await client.authorizationCodeGrant(configuration, current, checks);
    const renewed = await client.refreshTokenGrant(configuration, tokens.refresh_token ?? "");
    expect(renewed.claims()?.sub).toBe(tokens.claims()?.sub);
    await expect(client.refreshTokenGrant(configuration, tokens.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
    await expect(client.refreshTokenGrant(configuration, renewed.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  });

  it("checks a hybrid answer: ID token by fragment, bound to its code", async () => {
    stage.signInAs(stage.guest);
    const clientId = stage.web.application.applicationId;
    const configuration = await discover(clientId, client.ClientSecretPost(stage.secret));
    client.useCodeIdTokenResponseType(configuration);
    const { current, checks } = await begin(configuration, {
      redirect_uri: webRedirect,
      scope: "openid profile",
    });
    expect(current.hash).toContain("id_token=");
    const tokens = await client.authorizationCodeGrant(configuration, current, checks);
    expect(tokens.claims()).toMatchObject({ acct: 1 });
  });

  it("checks an ID token that came by form post", async () => {
    stage.signInAs(stage.mailGuest);
    const clientId = stage.web.application.applicationId;
    const configuration = await discover(clientId, client.ClientSecretPost(stage.secret));
    client.useIdTokenResponseType(configuration);
    const nonce = client.randomNonce();
    const state = client.randomState();
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: webRedirect,
      scope: "openid",
      response_mode: "form_post",
      nonce,
      state,
    });
    const page = (await (await fetch(address)).json()) as {
      redirectUri: string;
      fields: Record<string, string>;
    };
    const posted = new Request(page.redirectUri, { method: "POST", body: new URLSearchParams(page.fields) });
    const claims = await client.implicitAuthentication(configuration, posted, nonce, {
      expectedState: state,
    });
    expect(claims).toMatchObject({ idp: "mail", email: "otto@elsewhere.example" });
  });

  it("gets a token for an application that acts as itself", async () => {
    const clientId = stage.automation.application.applicationId;
    const configuration = await discover(clientId, client.ClientSecretPost(stage.secret));
    const tokens = await client.clientCredentialsGrant(configuration, { scope: `${apiUri}/.default` });
    expect(tokens.expiresIn()).toBeGreaterThan(3500);
  });

  it("finds the way out", async () => {
    const configuration = await discover(stage.web.application.applicationId, client.None());
    const address = client.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: webRedirect,
      client_id: stage.web.application.applicationId,
      state: "bye",
    });
    expect((await followRedirect(address)).href).toBe(`${webRedirect}?state=bye`);
    address.searchParams.set("post_logout_redirect_uri", "https://evil.example/");
    expect(await (await fetch(address)).json()).toMatchObject({ page: "signed-out" });
  });
});
