import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  answerOf,
  authorize,
  payloadOf,
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
import { testDatabase } from "../../../test/support/test-database.ts";
import { byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { forgetApplications } from "../../domain/applications/find-application.ts";
import { forgetClientSecrets } from "../../domain/applications/verify-client-secret.ts";
import { revokeSessions } from "../../domain/directory/revoke-sessions.ts";
import { updateUser } from "../../domain/directory/update-user.ts";
import { protocolError, protocolErrorCodes } from "./rules/protocol-error.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const start = machine.clock();
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

beforeEach(() => {
  machine.setClock(start);
  stage.signInAs(stage.member);
});

function secondsLater(seconds: number): void {
  machine.setClock(new Date(start.getTime() + seconds * 1000));
}

/** A code for the web application, and the request that redeems it. */
async function webCode(parameters: Record<string, string> = {}): Promise<Record<string, string>> {
  const answer = answerOf(await authorize(stage, stage.web, parameters));
  return {
    grant_type: "authorization_code",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    code: answer.fields["code"] ?? "",
    redirect_uri: webRedirect,
  };
}

async function spaCode(parameters: Record<string, string> = {}): Promise<Record<string, string>> {
  const key = proofKey();
  const answer = answerOf(
    await authorize(stage, stage.spa, {
      code_challenge: key.challenge,
      code_challenge_method: "S256",
      ...parameters,
    }),
  );
  return {
    grant_type: "authorization_code",
    client_id: stage.spa.application.applicationId,
    code: answer.fields["code"] ?? "",
    redirect_uri: spaRedirect,
    code_verifier: key.verifier,
  };
}

const fromSpa = { headers: { origin: "https://spa.contoso.example" } };

function refresh(reply: TokenReply, more: Record<string, string> = {}): Record<string, string> {
  return {
    grant_type: "refresh_token",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    refresh_token: String(reply.body["refresh_token"]),
    ...more,
  };
}

function refusal(reply: TokenReply): unknown {
  expect(reply.body).not.toHaveProperty("access_token");
  return [reply.body["error"], (reply.body["error_codes"] as number[])[0]];
}

describe("an authorization code", () => {
  it("is good once, and its replay revokes what it gave", async () => {
    const request = await webCode();
    const first = await token(stage, request);
    expect(first.status).toBe(200);
    expect(refusal(await token(stage, request))).toEqual(["invalid_grant", 54005]);
    expect(refusal(await token(stage, refresh(first)))).toEqual(["invalid_grant", 50173]);
  });

  it("has one winner among eight redemptions at once, and then nobody keeps anything", async () => {
    const request = await webCode();
    const replies = await Promise.all(Array.from({ length: 8 }, () => token(stage, request)));
    const winners = replies.filter((reply) => reply.status === 200);
    expect(winners).toHaveLength(1);
    const living = await database
      .selectFrom("refreshToken")
      .select("tokenHash")
      .where("revokedAt", "is", null)
      .where("applicationId", "=", stage.web.application.applicationId)
      .execute();
    expect(living).toEqual([]);
  });

  it("cannot be redeemed by another client", async () => {
    const request = await webCode();
    const stolen = { ...request, client_id: stage.automation.application.applicationId };
    expect(refusal(await token(stage, stolen))).toEqual(["invalid_grant", 70000]);
    expect((await token(stage, request)).status).toBe(200);
  });

  it("cannot be redeemed at another tenant, even by a client that is at home in both", async () => {
    const request = await webCode();
    const refreshable = await token(stage, await webCode());
    const elsewhere = { tenantSegment: "fabrikam.example" };
    expect(refusal(await token(stage, request, elsewhere))).toEqual(["unauthorized_client", 700016]);
    await shareApplication(machine, stage.web, stage.fabrikam.tenantId);
    expect(refusal(await token(stage, request, elsewhere))).toEqual(["invalid_grant", 700005]);
    expect(refusal(await token(stage, refresh(refreshable), elsewhere))).toEqual(["invalid_grant", 700005]);
    const [version, , ...secret] = (request["code"] ?? "").split(".");
    const tenant = Buffer.from(stage.fabrikam.tenantId.replaceAll("-", ""), "hex").toString("base64url");
    const relabelled = { ...request, code: [version, tenant, ...secret].join(".") };
    expect(refusal(await token(stage, relabelled, elsewhere))).toEqual(["invalid_grant", 70000]);
    expect((await token(stage, request)).status).toBe(200);
  });

  it.each([
    ["another redirect URI", { redirect_uri: "https://web.contoso.example/other" }, 500112],
    ["no redirect URI", { redirect_uri: "" }, 500112],
    ["a verifier although no challenge was sent", { code_verifier: "v".repeat(43) }, 501481],
    ["an altered code", { code: "0.AAAAAAAAAAAAAAAAAAAAAA.x" }, 700005],
    ["nonsense", { code: "'; drop table user; --" }, 70000],
  ])("is refused with %s", async (_name, change, number) => {
    const request = await webCode();
    expect(refusal(await token(stage, { ...request, ...change }))).toEqual(["invalid_grant", number]);
    expect((await token(stage, request)).status).toBe(200);
  });

  it("ends after ten minutes", async () => {
    const request = await webCode();
    secondsLater(601);
    expect(refusal(await token(stage, request))).toEqual(["invalid_grant", 70008]);
  });

  it("is void once its person is disabled", async () => {
    const request = await webCode();
    const { tenantId, userId } = stage.member;
    await updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled: false } });
    expect(refusal(await token(stage, request))).toEqual(["invalid_grant", 50057]);
    await updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled: true } });
  });

  it("is stored as a hash alone", async () => {
    const request = await webCode();
    const reply = await token(stage, request);
    const dump = JSON.stringify([
      await database.selectFrom("authorizationCode").selectAll().execute(),
      await database.selectFrom("refreshToken").selectAll().execute(),
      await database.selectFrom("signInEvent").selectAll().execute(),
    ]);
    for (const secret of [request["code"] ?? "?", String(reply.body["refresh_token"]), stage.secret]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(secret.split(".").at(-1));
    }
  });
});

describe("a web application", () => {
  it.each([
    ["no secret", { client_secret: "" }, 7000218],
    ["a wrong secret", { client_secret: "wrong" }, 7000215],
  ])("with %s gets nothing and consumes nothing", async (_name, change, number) => {
    const request = await webCode();
    const reply = await token(stage, { ...request, ...change });
    expect(reply.status).toBe(401);
    expect(refusal(reply)).toEqual(["invalid_client", number]);
    expect((await token(stage, request)).status).toBe(200);
  });

  it("is told when its secret has expired", async () => {
    secondsLater(31 * 24 * 3600);
    expect(refusal(await token(stage, await webCode()))).toEqual(["invalid_client", 7000222]);
  });

  it("may send its credential in the header", async () => {
    const { client_id: clientId, client_secret: _secret, ...request } = await webCode();
    const credential = Buffer.from(`${clientId}:${encodeURIComponent(stage.secret)}`).toString("base64");
    const reply = await token(stage, request, { headers: { authorization: `Basic ${credential}` } });
    expect(reply.status).toBe(200);
  });

  it("is never redeemed by a page", async () => {
    const request = await webCode();
    const reply = await token(stage, request, { headers: { origin: "https://web.contoso.example" } });
    expect(refusal(reply)).toEqual(["invalid_request", 9002326]);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect((await token(stage, request)).status).toBe(200);
  });

  it("is held to the challenge it sent, plain or not", async () => {
    const verifier = "v".repeat(43);
    const request = await webCode({ code_challenge: verifier, code_challenge_method: "plain" });
    expect(refusal(await token(stage, request))).toEqual(["invalid_grant", 501481]);
    expect((await token(stage, { ...request, code_verifier: verifier })).status).toBe(200);
  });
});

describe("a browser application", () => {
  it("without Origin is refused without losing its code, and may then send a whole address as Origin", async () => {
    const request = await spaCode();
    const first = await token(stage, request);
    expect(refusal(first)).toEqual(["invalid_request", 9002327]);
    expect(first.body["error_description"]).toContain("AADSTS9002327");
    const second = await token(stage, request, { headers: { origin: spaRedirect } });
    expect(second.status).toBe(200);
  });

  it.each([
    "https://evil.example",
    "https://spa.contoso.example.evil.example",
    "http://spa.contoso.example",
    "https://spa.contoso.example:444",
    "null",
    "spa.contoso.example",
  ])("is refused from the origin %s", async (origin) => {
    const request = await spaCode();
    expect(refusal(await token(stage, request, { headers: { origin } }))).toEqual([
      "invalid_request",
      9002326,
    ]);
    expect((await token(stage, request, fromSpa)).status).toBe(200);
  });

  it("needs the verifier of its challenge", async () => {
    const { code_verifier: verifier, ...request } = await spaCode();
    expect(refusal(await token(stage, request, fromSpa))).toEqual(["invalid_request", 9002325]);
    const wrong = { ...request, code_verifier: proofKey().verifier };
    expect(refusal(await token(stage, wrong, fromSpa))).toEqual(["invalid_grant", 501481]);
    expect((await token(stage, { ...request, code_verifier: verifier }, fromSpa)).status).toBe(200);
  });

  it("that sent no challenge cannot redeem at all", async () => {
    const answer = answerOf(await authorize(stage, stage.spa, {}));
    const reply = await token(
      stage,
      {
        grant_type: "authorization_code",
        client_id: stage.spa.application.applicationId,
        code: answer.fields["code"],
        redirect_uri: spaRedirect,
      },
      fromSpa,
    );
    expect(refusal(reply)).toEqual(["invalid_request", 9002325]);
  });

  it("may not send a secret", async () => {
    const request = { ...(await spaCode()), client_secret: "made up" };
    expect(refusal(await token(stage, request, fromSpa))).toEqual(["invalid_client", 700025]);
  });

  it("renews within one fixed day", async () => {
    const first = await token(stage, await spaCode(), fromSpa);
    const renewal = (reply: TokenReply) => ({
      grant_type: "refresh_token",
      client_id: stage.spa.application.applicationId,
      refresh_token: String(reply.body["refresh_token"]),
    });
    secondsLater(23 * 3600);
    const second = await token(stage, renewal(first), fromSpa);
    expect(second.body["refresh_token_expires_in"]).toBe(3600);
    expect(
      refusal(await token(stage, renewal(second), { headers: { origin: "https://evil.example" } })),
    ).toEqual(["invalid_request", 9002326]);
    secondsLater(24 * 3600 + 1);
    const late = await token(stage, renewal(second), fromSpa);
    expect(refusal(late)).toEqual(["invalid_grant", 700084]);
    expect(late.body).not.toHaveProperty("suberror");
  });
});

describe("an installed application", () => {
  it("proves itself by its key alone, on the port it got", async () => {
    const key = proofKey();
    const redirect = "http://localhost:40001/callback";
    const answer = answerOf(
      await authorize(stage, stage.native, {
        redirect_uri: redirect,
        code_challenge: key.challenge,
        code_challenge_method: "S256",
      }),
    );
    const request = {
      grant_type: "authorization_code",
      client_id: stage.native.application.applicationId,
      code: answer.fields["code"],
      redirect_uri: redirect,
      code_verifier: key.verifier,
    };
    expect(refusal(await token(stage, { ...request, redirect_uri: nativeRedirect }))).toEqual([
      "invalid_grant",
      500112,
    ]);
    expect(refusal(await token(stage, { ...request, client_secret: "x" }))).toEqual([
      "invalid_client",
      700025,
    ]);
    expect((await token(stage, request)).status).toBe(200);
  });
});

describe("a refresh token", () => {
  it("is replaced at each use, and one used twice revokes the whole family", async () => {
    const first = await token(stage, await webCode({ nonce: "n" }));
    const second = await token(stage, refresh(first));
    expect(second.status).toBe(200);
    expect(second.body["refresh_token"]).not.toBe(first.body["refresh_token"]);
    expect(payloadOf(second.body["id_token"])).not.toHaveProperty("nonce");
    const reused = await token(stage, refresh(first));
    expect(refusal(reused)).toEqual(["invalid_grant", 54005]);
    expect(reused.body["suberror"]).toBe("bad_token");
    expect(refusal(await token(stage, refresh(second)))).toEqual(["invalid_grant", 50173]);
  });

  it("used eight times at once gives at most one answer and leaves nothing alive", async () => {
    const first = await token(stage, await webCode());
    const replies = await Promise.all(Array.from({ length: 8 }, () => token(stage, refresh(first))));
    const winners = replies.filter((reply) => reply.status === 200);
    expect(winners).toHaveLength(1);
    const [winner] = winners;
    if (winner) expect(refusal(await token(stage, refresh(winner)))).toEqual(["invalid_grant", 50173]);
  });

  it("slides for ninety days", async () => {
    const first = await token(stage, await webCode());
    secondsLater(89 * 24 * 3600);
    await database
      .updateTable("applicationSecret")
      .set({ expiresAt: new Date("2030-01-01") })
      .execute();
    forgetClientSecrets(database);
    const second = await token(stage, refresh(first));
    expect(second.status).toBe(200);
    secondsLater(178 * 24 * 3600);
    expect((await token(stage, refresh(second))).status).toBe(200);
  });

  it("belongs to its client", async () => {
    const first = await token(stage, await webCode());
    const stolen = refresh(first, { client_id: stage.automation.application.applicationId });
    expect(refusal(await token(stage, stolen))).toEqual(["invalid_grant", 70000]);
    expect((await token(stage, refresh(first))).status).toBe(200);
  });

  it("is void after sessions were revoked, for guests as for members", async () => {
    for (const user of [stage.member, stage.guest]) {
      machine.setClock(start);
      stage.signInAs(user);
      const first = await token(stage, await webCode());
      secondsLater(60);
      await revokeSessions(machine, byOperator, user);
      expect(refusal(await token(stage, refresh(first)))).toEqual(["invalid_grant", 50173]);
      const again = await token(stage, await webCode());
      expect(again.status).toBe(200);
      expect((await token(stage, refresh(again))).status).toBe(200);
    }
  });

  it("of a guest ends with the account at home: disabled, its sessions revoked, or deleted", async () => {
    secondsLater(300);
    stage.signInAs(stage.guest);
    const { tenantId, userId } = stage.homeUser;
    const first = await token(stage, await webCode());
    await updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled: false } });
    expect(refusal(await token(stage, refresh(first)))).toEqual(["invalid_grant", 50057]);
    await updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled: true } });
    secondsLater(310);
    await revokeSessions(machine, byOperator, stage.homeUser);
    expect(refusal(await token(stage, refresh(first)))).toEqual(["invalid_grant", 50173]);
    const second = await token(stage, await webCode());
    expect((await token(stage, refresh(second))).status).toBe(200);
  });

  it("gives tokens for another resource the client has consent for, and no others", async () => {
    secondsLater(120);
    const first = await token(stage, await webCode({ scope: "openid offline_access User.Read" }));
    expect(payloadOf(first.body["access_token"])["scp"]).toBe("User.Read openid");
    const scope = `${apiUri}/Orders.Read openid offline_access`;
    const second = await token(stage, refresh(first, { scope }));
    expect(payloadOf(second.body["access_token"])["aud"]).toBe(stage.api.application.applicationId);
    const third = await token(stage, refresh(second, { scope: `${apiUri}/Orders.Write` }));
    expect(refusal(third)).toEqual(["invalid_grant", 65001]);
    expect(third.body["suberror"]).toBe("consent_required");
    expect((await token(stage, refresh(second))).status).toBe(200);
  });
});

describe("scopes of an answer", () => {
  it("repeat the spelling of the request, `.default` included", async () => {
    secondsLater(180);
    const named = await token(
      stage,
      await webCode({ scope: "openid https://graph.microsoft.com/user.read" }),
    );
    expect(named.body["scope"]).toBe("https://graph.microsoft.com/user.read openid");
    expect(payloadOf(named.body["access_token"])["scp"]).toBe("User.Read openid");
    const all = await token(stage, await webCode({ scope: `openid ${apiUri}/.default` }));
    expect(String(all.body["scope"]).split(" ")).toEqual([
      `${apiUri}/.default`,
      `${apiUri}/Orders.Read`,
      "openid",
    ]);
  });

  it("are of one resource at the token endpoint, of several before it", async () => {
    secondsLater(180);
    const request = await webCode({ scope: `openid User.Read ${apiUri}/Orders.Read` });
    const both = { ...request, scope: `User.Read ${apiUri}/Orders.Read` };
    expect(refusal(await token(stage, both))).toEqual(["invalid_scope", 700022]);
    const one = await token(stage, { ...request, scope: `${apiUri}/Orders.Read` });
    expect(payloadOf(one.body["access_token"])["scp"]).toBe("Orders.Read");
    expect(one.body).toHaveProperty("id_token");
  });
});

describe("client credentials", () => {
  const request = () => ({
    grant_type: "client_credentials",
    client_id: stage.automation.application.applicationId,
    client_secret: stage.secret,
    scope: `${apiUri}/.default`,
  });

  it.each([
    ["no secret", { client_secret: "" }, ["invalid_client", 7000218]],
    ["a wrong secret", { client_secret: "x" }, ["invalid_client", 7000215]],
    ["a scope that is not .default", { scope: `${apiUri}/Orders.Read` }, ["invalid_scope", 70011]],
    [
      "two resources",
      { scope: `${apiUri}/.default https://graph.microsoft.com/.default` },
      ["invalid_scope", 700022],
    ],
    ["an unknown resource", { scope: "api://nobody/.default" }, ["invalid_resource", 500011]],
    ["another grant type", { grant_type: "password" }, ["unsupported_grant_type", 70003]],
    ["no grant type", { grant_type: "" }, ["invalid_request", 900144]],
  ])("are refused with %s", async (_name, change, expected) => {
    expect(refusal(await token(stage, { ...request(), ...change }))).toEqual(expected);
  });

  it("are refused to a page", async () => {
    const reply = await token(stage, request(), { headers: { origin: "https://spa.contoso.example" } });
    expect(refusal(reply)).toEqual(["invalid_request", 9002326]);
  });

  it("need an assignment where the resource demands one", async () => {
    const web = { ...request(), client_id: stage.web.application.applicationId };
    expect((await token(stage, web)).status).toBe(200);
    await database
      .updateTable("servicePrincipal")
      .set({ assignmentRequired: true })
      .where("servicePrincipalId", "=", stage.api.servicePrincipal.servicePrincipalId)
      .execute();
    forgetApplications(database);
    expect(refusal(await token(stage, web))).toEqual(["invalid_grant", 501051]);
    expect((await token(stage, request())).status).toBe(200);
  });

  it("are recorded, success and failure", async () => {
    await database.deleteFrom("signInEvent").execute();
    await token(stage, request());
    await token(stage, { ...request(), client_secret: "x" });
    const events = await database.selectFrom("signInEvent").selectAll().orderBy("errorCode").execute();
    expect(events.map((event) => [event.errorCode, event.isInteractive, event.userId])).toEqual([
      [0, false, null],
      [7000215, false, null],
    ]);
  });
});

describe("error answers", () => {
  it("carry ids, numbers and the caller's correlation id, readable by scripts", async () => {
    const correlationId = "6f1ad9a1-8c75-4f46-9a2f-0b2a83a1f0d2";
    const response = await stage.app.request(
      `/${stage.contoso.tenantId}/oauth2/v2.0/token?client-request-id=${correlationId}`,
      {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: "https://a.example" },
        body: "grant_type=authorization_code&client_id=none",
      },
    );
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toMatchObject({
      error: "unauthorized_client",
      error_codes: [700016],
      correlation_id: correlationId,
    });
    expect(body["trace_id"]).toBe(response.headers.get("x-ms-request-id"));
    expect(body["timestamp"]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/);
    expect(body["error_description"]).toContain(`Correlation ID: ${correlationId}`);
  });

  it("never contain the name of another error, which clients would take for it", async () => {
    for (const code of protocolErrorCodes) {
      expect(protocolError({ code }).text).not.toMatch(
        /interaction_required|consent_required|login_required|bad_token|ui_not_allowed|interrupted_user/,
      );
    }
  });
});
