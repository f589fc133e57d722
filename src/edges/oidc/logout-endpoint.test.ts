import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, authorize, payloadOf } from "../../../test/support/protocol-client.ts";
import {
  nativeRedirect,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { type TestMachine, testMachine } from "../../../test/support/test-machine.ts";
import { forgetApplications } from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { SignOutQuestion } from "./page-port.ts";

const { database } = await testDatabase();
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(testMachine(database));
});

function clientIdOf({ application }: ApplicationInTenant): string {
  return application.applicationId;
}

function choose(fields: Record<string, string>): Promise<Response> {
  const path = `/${stage.contoso.tenantId}/oauth2/v2.0/logout/choose`;
  return Promise.resolve(stage.app.request(path, { method: "POST", body: new URLSearchParams(fields) }));
}

function logout(
  parameters: Record<string, string>,
  method = "GET",
  headers: Record<string, string> = {},
): Promise<Response> {
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
    : Promise.resolve(stage.app.request(`${path}?${sent}`, { method, headers }));
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

  it("asks first when nothing shows that an application in use wants it", async () => {
    stage.useApplication(stage.web);
    const requests: [Record<string, string>, Record<string, string>][] = [
      [{}, {}],
      [{ logout_hint: stage.member.userPrincipalName }, {}],
      [{ post_logout_redirect_uri: webRedirect, logout_hint: "somebody@else.example" }, {}],
      [{ post_logout_redirect_uri: webRedirect }, { "sec-fetch-dest": "image" }],
      [{ post_logout_redirect_uri: webRedirect }, { "sec-fetch-dest": "iframe" }],
      [{ post_logout_redirect_uri: nativeRedirect, client_id: clientIdOf(stage.native) }, {}],
    ];
    for (const [parameters, headers] of requests) {
      const asked = await logout(parameters, "GET", headers);
      expect(await asked.json(), JSON.stringify(parameters)).toMatchObject({
        page: "sign-out-question",
        accounts: [{ address: stage.member.userPrincipalName }],
      });
    }
    expect(stage.signOuts()).toBe(0);
  });

  it("carries the request through the question, and believes no answer without the session's own value", async () => {
    stage.useApplication(stage.web);
    const request = { state: "s", client_id: clientIdOf(stage.web), id_token_hint: "no token" };
    const asked = (await (await logout(request)).json()) as SignOutQuestion;
    expect(asked.hidden).toEqual(request);
    const [account] = asked.accounts;
    const forged = await choose({ ...asked.hidden, account: account?.accountId ?? "", csrf: "x" });
    expect(await forged.json()).toMatchObject({ page: "sign-out-question" });
    const stays = await choose({ ...asked.hidden, account: "none", csrf: asked.csrf });
    expect(stays.headers.get("location")).toBe("/myapps");
    expect(stage.signOuts()).toBe(0);
    const leaves = await choose({ ...asked.hidden, account: "all", csrf: asked.csrf });
    expect(await leaves.json()).toMatchObject({ page: "signed-out" });
    expect(stage.signOuts()).toBe(1);
  });

  it("does not ask an application that shows an ID token of this person, expired or not", async () => {
    stage.useApplication(stage.web);
    const id_token_hint = await idToken();
    const machine = stage.machine as TestMachine;
    const then = machine.clock();
    machine.setClock(new Date(then.getTime() + 30 * 24 * 3600 * 1000));
    const left = await logout({ id_token_hint });
    machine.setClock(then);
    expect(await left.json()).toMatchObject({ page: "signed-out" });
    expect(stage.signOuts()).toBe(1);
  });

  it("believes no ID token that it did not sign, and none of another application than the one named", async () => {
    stage.useApplication(stage.web);
    const [head = "", , signature = ""] = (await idToken()).split(".");
    const claims = { ...payloadOf(await idToken()), name: "Somebody" };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${signature}`;
    expect(await (await logout({ id_token_hint: forged })).json()).toMatchObject({
      page: "sign-out-question",
    });
    const mixed = await logout({ id_token_hint: await idToken(), client_id: clientIdOf(stage.spa) });
    expect(mixed.status).toBe(400);
    expect(await mixed.json()).toMatchObject({ page: "error", aadsts: 90023 });
    expect(stage.signOuts()).toBe(0);
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
    expect(response.headers.get("refresh")).toBe(`3;url=${webRedirect}`);
  });

  it("does not happen by HEAD, which link scanners send", async () => {
    stage.useApplication(stage.web);
    const back = { post_logout_redirect_uri: webRedirect };
    expect((await logout(back, "HEAD")).status).toBe(405);
    expect(stage.signOuts()).toBe(0);
    await logout(back);
    expect(stage.signOuts()).toBe(1);
  });
});
