import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf } from "../../../test/support/protocol-client.ts";
import { type ProtocolStage, protocolStage, webRedirect } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";
import { forgetApplications } from "../../domain/applications/find-application.ts";

const { database } = await testDatabase();
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(testMachine(database));
});

function logout(parameters: Record<string, string>, method = "GET"): Promise<Response> {
  const path = `/${stage.contoso.tenantId}/oauth2/v2.0/logout`;
  const sent = new URLSearchParams(parameters);
  return method === "POST"
    ? Promise.resolve(
        stage.app.request(path, {
          method,
          headers: { "content-type": "application/x-www-form-urlencoded" },
          body: sent.toString(),
        }),
      )
    : Promise.resolve(stage.app.request(`${path}?${sent}`, { method }));
}

async function idToken(): Promise<string> {
  const answer = answerOf(await authorize(stage, stage.web, { response_type: "id_token", nonce: "n" }));
  return answer.fields["id_token"] ?? "";
}

describe("signing out", () => {
  it.each(["GET", "POST"])(
    "by %s returns to a registered address of the application it names, with state",
    async (method) => {
      const back = { post_logout_redirect_uri: webRedirect, state: "a b&c" };
      const named = await logout({ ...back, client_id: stage.web.application.applicationId }, method);
      expect(named.headers.get("location")).toBe(`${webRedirect}?state=a%20b%26c`);
      const hinted = await logout({ ...back, id_token_hint: await idToken() }, method);
      expect(hinted.status).toBe(303);
      expect(hinted.headers.get("location")).toBe(`${webRedirect}?state=a%20b%26c`);
    },
  );

  it.each(["https://evil.example/", `${webRedirect}@evil.example`, "javascript:alert(1)", "//evil.example"])(
    "never leads to %s",
    async (address) => {
      const response = await logout({
        post_logout_redirect_uri: address,
        client_id: stage.web.application.applicationId,
      });
      expect(response.headers.get("location")).toBeNull();
      expect(response.headers.get("refresh")).toBeNull();
      expect(await response.json()).toMatchObject({ page: "signed-out" });
    },
  );

  it("finds the application in the session, since some clients name none", async () => {
    const nobody = await logout({ post_logout_redirect_uri: webRedirect });
    expect(nobody.headers.get("location")).toBeNull();
    stage.useApplication(stage.web);
    const known = await logout({ post_logout_redirect_uri: webRedirect, id_token_hint: "no token" });
    expect(known.headers.get("location")).toBe(webRedirect);
  });

  it("tells applications of the session that have an address for it, then goes on", async () => {
    await database
      .updateTable("application")
      .set({ logoutUrl: "https://web.contoso.example/out?x=1" })
      .where("applicationId", "=", stage.web.application.applicationId)
      .execute();
    forgetApplications(database);
    stage.useApplication(stage.web);
    const response = await logout({ post_logout_redirect_uri: webRedirect });
    const { sid, iss } = payloadOf(await idToken());
    const told = new URL("https://web.contoso.example/out?x=1");
    told.searchParams.set("iss", String(iss));
    told.searchParams.set("sid", String(sid));
    expect(await response.json()).toMatchObject({
      page: "signed-out",
      frames: [told.href],
      continueTo: webRedirect,
    });
    expect(response.headers.get("refresh")).toBe(`2;url=${webRedirect}`);
  });

  it("does not happen by HEAD, which link scanners send", async () => {
    stage.useApplication(stage.web);
    expect((await logout({}, "HEAD")).status).toBe(405);
    expect(stage.signOuts()).toBe(0);
    await logout({});
    expect(stage.signOuts()).toBe(1);
  });
});
