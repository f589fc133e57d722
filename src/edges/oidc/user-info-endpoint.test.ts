import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf, token } from "../../../test/support/protocol-client.ts";
import {
  apiUri,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { updateUser } from "../../domain/directory/update-user.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

async function tokensFor(scope: string): Promise<Record<string, unknown>> {
  const answer = answerOf(await authorize(stage, stage.web, { scope }));
  const reply = await token(stage, {
    grant_type: "authorization_code",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    code: answer.fields["code"],
    redirect_uri: webRedirect,
  });
  return reply.body;
}

async function userInfo(accessToken: unknown, method = "GET"): Promise<Response> {
  return stage.app.request("/oidc/userinfo", { method, headers: { authorization: `Bearer ${accessToken}` } });
}

describe("user info", () => {
  it("says what the scopes allow, under the same subject as the ID token", async () => {
    stage.signInAs(stage.member);
    const all = await tokensFor("openid profile email");
    for (const method of ["GET", "POST"])
      expect(await (await userInfo(all["access_token"], method)).json()).toMatchObject({
        sub: payloadOf(all["id_token"])["sub"],
        name: "Ada Member",
        given_name: "Ada",
        email: "ada@contoso.example",
      });
    const little = await tokensFor("openid");
    expect(await (await userInfo(little["access_token"])).json()).toEqual({
      sub: payloadOf(all["id_token"])["sub"],
    });
  });

  it("is refused without a token, with an ID token, and with a token for something else", async () => {
    stage.signInAs(stage.member);
    const tokens = await tokensFor("openid profile");
    const forApi = await tokensFor(`openid ${apiUri}/Orders.Read`);
    const appOnly = await token(stage, {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
      scope: "https://graph.microsoft.com/.default",
    });
    for (const text of ["", "x", tokens["id_token"], forApi["access_token"], appOnly.body["access_token"]]) {
      const response = await userInfo(text);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Bearer /);
      expect(await response.json()).not.toHaveProperty("sub");
    }
  });

  it("ends with the person's account", async () => {
    stage.signInAs(stage.mailGuest);
    const { access_token: accessToken } = await tokensFor("openid");
    expect((await userInfo(accessToken)).status).toBe(200);
    const { tenantId, userId } = stage.mailGuest;
    await updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled: false } });
    expect((await userInfo(accessToken)).status).toBe(401);
  });
});
