import { decodeProtectedHeader } from "jose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  answerOf,
  authorize,
  payloadOf,
  type TokenReply,
  token,
} from "../../../test/support/protocol-client.ts";
import {
  apiUri,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { shareApplication } from "../../../test/support/share-application.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";
import { forgetApplications } from "../../domain/applications/find-application.ts";
import { graphApplicationId } from "../../domain/applications/rules/graph-permissions.ts";
import { approveDevice } from "../../domain/tokens/decide-device-authorization.ts";
import { findDeviceByDeviceCode } from "../../domain/tokens/find-device-authorization.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { publicUrl } = machine.configuration;
let stage: ProtocolStage;
type Fields = Record<string, string | undefined>;
const endpoints = "oauth2" as const;

beforeAll(async () => {
  stage = await protocolStage(machine);
  await shareApplication(machine, stage.web, stage.fabrikam.tenantId);
});

beforeEach(() => stage.signInAs(stage.member));

const ask = (parameters: Fields, tenantSegment = stage.contoso.tenantId as string) =>
  authorize(stage, stage.web, { scope: undefined, ...parameters }, tenantSegment, endpoints);

const webClient = () => ({
  client_id: stage.web.application.applicationId,
  client_secret: stage.secret,
});

/** Redeems the code of an authorization of the first version. */
async function signIn(parameters: Fields, atToken: Fields = {}, tenantSegment?: string): Promise<TokenReply> {
  const { code } = answerOf(await ask(parameters, tenantSegment)).fields;
  const grant = { grant_type: "authorization_code", code, redirect_uri: webRedirect };
  return token(
    stage,
    { ...webClient(), ...grant, ...atToken },
    { endpoints, ...(tenantSegment && { tenantSegment }) },
  );
}

const renew = (refreshToken: unknown, more: Fields, version: "oauth2" | "oauth2/v2.0" = endpoints) =>
  token(
    stage,
    { ...webClient(), grant_type: "refresh_token", refresh_token: String(refreshToken), ...more },
    { endpoints: version },
  );

describe("the first version's endpoints", () => {
  it("give an ID token and a refresh token without being asked, and a token for user info", async () => {
    const { body } = await signIn({ nonce: "n-1" });
    const claims = payloadOf(body["id_token"]);
    expect(claims).toMatchObject({
      ver: "1.0",
      iss: `${publicUrl}/${stage.contoso.tenantId}/`,
      aud: stage.web.application.applicationId,
      unique_name: "ada@contoso.example",
      upn: "ada@contoso.example",
      given_name: "Ada",
      family_name: "Member",
      amr: ["pwd"],
      nonce: "n-1",
    });
    expect(claims).not.toHaveProperty("preferred_username");
    const { kid, x5t } = decodeProtectedHeader(String(body["id_token"]));
    expect(x5t).toBe(kid);
    expect(body["refresh_token"]).toBeTypeOf("string");
    expect(body["resource"]).toBe(graphApplicationId);
    const infoAt = (tenant: string) =>
      stage.app.request(`/${tenant}/openid/userinfo`, {
        headers: { authorization: `Bearer ${body["access_token"]}` },
      });
    const { sub, oid, tid, upn } = claims;
    const about = { sub, oid, tid, upn, name: "Ada Member" };
    for (const tenant of [stage.contoso.tenantId, "common"])
      expect(await (await infoAt(tenant)).json()).toMatchObject(about);
    for (const tenant of [stage.fabrikam.tenantId, "nobody.example"])
      expect((await infoAt(tenant)).status).toBe(401);
  });

  it.each([["at authorize"], ["at the token endpoint"]])("take the resource %s", async (place) => {
    const resource = { resource: apiUri };
    const { body } = place === "at authorize" ? await signIn(resource) : await signIn({}, resource);
    expect(body).toMatchObject({ token_type: "Bearer", resource: apiUri, scope: "Orders.Read" });
    const access = payloadOf(body["access_token"]);
    expect(access).toMatchObject({ aud: stage.api.application.applicationId, scp: "Orders.Read" });
    expect(body).toMatchObject({
      expires_on: String(access["exp"]),
      not_before: String(access["nbf"]),
      expires_in: String(Number(access["exp"]) - Number(access["iat"])),
    });
  });

  it("renew for another resource, and for the same without naming it", async () => {
    const first = await signIn({ resource: apiUri });
    const same = await renew(first.body["refresh_token"], {});
    expect(same.body).toMatchObject({ resource: apiUri, scope: "Orders.Read" });
    const other = await renew(same.body["refresh_token"], { resource: "https://graph.microsoft.com/" });
    expect(payloadOf(other.body["access_token"])["scp"]).toContain("User.Read");
    expect(other.body["resource"]).toBe("https://graph.microsoft.com/");
    expect(payloadOf(other.body["id_token"])["ver"]).toBe("1.0");
  });

  it("serve libraries made for the second version, which ask by scope", async () => {
    const { body } = await signIn({ scope: `openid ${apiUri}/Orders.Read` });
    expect(body["scope"]).toContain(`${apiUri}/Orders.Read`);
    expect(payloadOf(body["access_token"])["scp"]).toBe("Orders.Read");
  });

  it("give an ID token through the browser that the one for its code agrees with", async () => {
    const hybrid = answerOf(await ask({ response_type: "code id_token", nonce: "n-2" }));
    const front = payloadOf(hybrid.fields["id_token"]);
    expect(front).toMatchObject({ ver: "1.0", nonce: "n-2" });
    const grant = {
      grant_type: "authorization_code",
      redirect_uri: webRedirect,
      code: hybrid.fields["code"],
    };
    const { body } = await token(stage, { ...webClient(), ...grant }, { endpoints });
    const { iss, sub } = front;
    expect(payloadOf(body["id_token"])).toMatchObject({ iss, sub, ver: "1.0" });
  });

  it("name a guest's organisation as issuer of the same version", async () => {
    stage.signInAs(stage.guest);
    const { body } = await signIn({});
    const claims = payloadOf(body["id_token"]);
    expect(claims).toMatchObject({
      tid: stage.contoso.tenantId,
      oid: stage.guest.userId,
      idp: `${publicUrl}/${stage.fabrikam.tenantId}/`,
      unique_name: "fay@fabrikam.example",
      email: "fay@fabrikam.example",
    });
    expect(claims).not.toHaveProperty("upn");
    stage.signInAs(stage.mailGuest);
    expect(payloadOf((await signIn({})).body["id_token"])).toMatchObject({
      idp: "mail",
      unique_name: "mail#otto@elsewhere.example",
    });
  });

  it("work where no tenant is named, with tokens that name one", async () => {
    stage.signInAs(stage.homeUser);
    const { body } = await signIn({}, {}, "common");
    expect(payloadOf(body["id_token"])["iss"]).toBe(`${publicUrl}/${stage.fabrikam.tenantId}/`);
  });

  it("let an application act as itself, for one resource", async () => {
    const automation = {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
    };
    const { body } = await token(stage, { ...automation, resource: apiUri }, { endpoints });
    expect(body).toMatchObject({
      resource: apiUri,
      expires_on: String(payloadOf(body["access_token"])["exp"]),
    });
    expect(body).not.toHaveProperty("scope");
    const without = await token(stage, automation, { endpoints });
    expect(without.body).toMatchObject({ error_codes: [900144] });
    expect(without.body["error_description"]).toContain("resource");
  });

  it("sign in on devices, which call their code by its older name", async () => {
    const { applicationId } = stage.native.application;
    await database
      .updateTable("application")
      .set({ allowsPublicClient: true })
      .where("applicationId", "=", applicationId)
      .execute();
    forgetApplications(database);
    const asked = await stage.app.request(`/${stage.contoso.tenantId}/oauth2/devicecode`, {
      method: "POST",
      body: new URLSearchParams({ client_id: applicationId, resource: apiUri }),
    });
    const given = (await asked.json()) as Record<string, string>;
    expect(given["verification_url"]).toBe(`${publicUrl}/devicelogin`);
    const { device_code: code = "" } = given;
    const poll = () =>
      token(
        stage,
        { grant_type: "device_code", client_id: applicationId, code, resource: apiUri },
        { endpoints },
      );
    expect((await poll()).body).toMatchObject({ error: "authorization_pending" });
    const { deviceCodeHash = Buffer.of() } = (await findDeviceByDeviceCode(machine, code)) ?? {};
    const now = machine.clock().toISOString();
    await approveDevice(machine, deviceCodeHash, {
      tenantId: stage.contoso.tenantId,
      userId: stage.member.userId,
      grant: {
        redirectUri: "",
        platform: "public-client",
        scope: "openid",
        grantedAt: now,
        signIn: { sessionId: "a browser", amr: ["pwd"], authenticatedAt: now },
        requestedClaims: [],
      },
    });
    const { body } = await poll();
    expect(body).toMatchObject({ resource: apiUri, scope: "Orders.Read" });
    expect(payloadOf(body["id_token"])["ver"]).toBe("1.0");
  });

  it("ask an administrator by the word of the first version", async () => {
    await ask({ prompt: "admin_consent" });
    expect(stage.lastRequest()?.prompt).toMatchObject({ kind: "interactive", consent: true });
    const second = await authorize(stage, stage.web, { prompt: "admin_consent" });
    expect(answerOf(second).fields["error_description"]).toContain("AADSTS90023");
  });
});

describe("between the versions", () => {
  it("a code goes back to the one that gave it out, and is still good there", async () => {
    const { code } = answerOf(await ask({})).fields;
    const grant = { ...webClient(), grant_type: "authorization_code", code, redirect_uri: webRedirect };
    expect((await token(stage, grant)).body).toMatchObject({ error: "invalid_grant", error_codes: [70000] });
    expect((await token(stage, grant, { endpoints })).status).toBe(200);
  });

  it("a refresh token goes on at either, so that applications can move", async () => {
    const first = await signIn({ resource: apiUri });
    const scope = `openid ${apiUri}/Orders.Read`;
    const moved = await renew(first.body["refresh_token"], { scope }, "oauth2/v2.0");
    expect(payloadOf(moved.body["id_token"])["ver"]).toBe("2.0");
    expect(moved.body).not.toHaveProperty("resource");
    expect(moved.body["expires_in"]).toBeTypeOf("number");
    const back = await renew(moved.body["refresh_token"], { resource: apiUri });
    expect(payloadOf(back.body["id_token"])["ver"]).toBe("1.0");
  });
});

describe("a resource that cannot be meant", () => {
  it("is refused: twice, unknown, or two at once", async () => {
    const errorOf = async (response: Response) => answerOf(response).fields["error_description"];
    expect(await errorOf(await ask({ resource: "api://nobody.example" }))).toContain("AADSTS500011");
    expect(await errorOf(await ask({ resource: `${apiUri} x` }))).toContain("AADSTS500011");
    const twice = await stage.app.request(
      `/${stage.contoso.tenantId}/oauth2/authorize?resource=a&resource=b&client_id=${stage.web.application.applicationId}`,
    );
    expect(await twice.json()).toMatchObject({ aadsts: 9002313 });
  });
});
