import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apiUri, spaRedirect, webRedirect } from "../support/protocol-stage.ts";
import { type ServedStage, serveStage } from "../support/serve-stage.ts";
import { testDatabase } from "../support/test-database.ts";

const { database } = await testDatabase();
const insecure = { [oauth.allowInsecureRequests]: true };
let stage: ServedStage;
let server: oauth.AuthorizationServer;
/** By the document of the first version. */
let first: oauth.AuthorizationServer;

beforeAll(async () => {
  stage = await serveStage(database);
  server = await discover("v2.0");
  first = await discover("");
});

async function discover(version: string): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${stage.publicUrl}/${stage.contoso.tenantId}/${version}`);
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
}

afterAll(() => stage.close());

async function authorize(
  clientId: string,
  parameters: Record<string, string>,
  at: oauth.AuthorizationServer = server,
): Promise<URL> {
  const address = new URL(at.authorization_endpoint ?? "");
  for (const [name, value] of Object.entries({ client_id: clientId, response_type: "code", ...parameters }))
    address.searchParams.set(name, value);
  const response = await fetch(address, { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

describe("oauth4webapi, low level and strict", () => {
  it("walks through code, tokens, refresh and reuse for a web application", async () => {
    stage.signInAs(stage.guest);
    const party: oauth.Client = { client_id: stage.web.application.applicationId };
    const authentication = oauth.ClientSecretPost(stage.secret);
    const verifier = oauth.generateRandomCodeVerifier();
    const nonce = oauth.generateRandomNonce();
    const back = await authorize(party.client_id, {
      redirect_uri: webRedirect,
      scope: "openid profile offline_access",
      state: "state:with:colons",
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    const answer = oauth.validateAuthResponse(server, party, back, "state:with:colons");
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      party,
      authentication,
      answer,
      webRedirect,
      verifier,
      insecure,
    );
    const first = await oauth.processAuthorizationCodeResponse(server, party, response, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, insecure);
    const refresh = async (text: string) =>
      oauth.processRefreshTokenResponse(
        server,
        party,
        await oauth.refreshTokenGrantRequest(server, party, authentication, text, insecure),
      );
    const second = await refresh(first.refresh_token ?? "");
    await expect(refresh(first.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
    await expect(refresh(second.refresh_token ?? "")).rejects.toMatchObject({ error: "invalid_grant" });
  });

  it.each(["member", "guest", "mailGuest"] as const)(
    "follows the document of the first version and checks what it gets, for a %s",
    async (kind) => {
      stage.signInAs(stage[kind]);
      const party: oauth.Client = { client_id: stage.web.application.applicationId };
      const authentication = oauth.ClientSecretPost(stage.secret);
      const [verifier, nonce] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomNonce()];
      const asked = {
        redirect_uri: webRedirect,
        resource: apiUri,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      };
      const back = await authorize(party.client_id, asked, first);
      const answer = oauth.validateAuthResponse(first, party, back, oauth.expectNoState);
      const response = await oauth.authorizationCodeGrantRequest(
        first,
        party,
        authentication,
        answer,
        webRedirect,
        verifier,
        insecure,
      );
      const tokens = await oauth.processAuthorizationCodeResponse(first, party, response, {
        expectedNonce: nonce,
        requireIdToken: true,
      });
      await oauth.validateApplicationLevelSignature(first, response, insecure);
      const { userId, tenantId } = stage[kind];
      const idp = {
        member: undefined,
        guest: `${stage.publicUrl}/${stage.fabrikam.tenantId}/`,
        mailGuest: "mail",
      };
      const claims = oauth.getValidatedIdTokenClaims(tokens);
      expect(claims).toMatchObject({ iss: first.issuer, ver: "1.0", oid: userId, tid: tenantId });
      expect(claims?.["idp"]).toBe(idp[kind]);
    },
  );

  it("is told about a second use of a code and a wrong verifier", async () => {
    stage.signInAs(stage.member);
    const party: oauth.Client = { client_id: stage.spa.application.applicationId };
    const verifier = oauth.generateRandomCodeVerifier();
    const back = await authorize(party.client_id, {
      redirect_uri: spaRedirect,
      scope: "openid",
      response_mode: "query",
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    const answer = oauth.validateAuthResponse(server, party, back, oauth.expectNoState);
    const redeem = async (proof: string) =>
      oauth.processAuthorizationCodeResponse(
        server,
        party,
        await oauth.authorizationCodeGrantRequest(server, party, oauth.None(), answer, spaRedirect, proof, {
          ...insecure,
          headers: { origin: new URL(spaRedirect).origin },
        }),
      );
    await expect(redeem(oauth.generateRandomCodeVerifier())).rejects.toMatchObject({
      error: "invalid_grant",
    });
    expect((await redeem(verifier)).id_token).toBeTypeOf("string");
    await expect(redeem(verifier)).rejects.toMatchObject({ error: "invalid_grant" });
  });

  it("gets an application's token that an API can check with the published keys", async () => {
    const party: oauth.Client = { client_id: stage.automation.application.applicationId };
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      party,
      oauth.ClientSecretBasic(stage.secret),
      new URLSearchParams({ scope: `${apiUri}/.default` }),
      insecure,
    );
    const { access_token: token } = await oauth.processClientCredentialsResponse(server, party, response);
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ""));
    const { payload } = await jwtVerify(token, keys, {
      issuer: server.issuer,
      audience: stage.api.application.applicationId,
      algorithms: ["RS256"],
    });
    expect(payload).toMatchObject({ idtyp: "app", roles: ["Orders.Process"], tid: stage.contoso.tenantId });
    expect(payload["oid"]).toBe(payload.sub);
  });
});
