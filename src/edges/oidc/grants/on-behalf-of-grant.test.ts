import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { whileBlocked, whileDemanded } from "../../../../test/support/conditional-access-policies.ts";
import {
  answerOf,
  authorize,
  payloadOf,
  type TokenReply,
  token,
} from "../../../../test/support/protocol-client.ts";
import {
  apiUri,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../../test/support/protocol-stage.ts";
import { shareApplication } from "../../../../test/support/share-application.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../../test/support/test-machine.ts";
import { addClientSecret } from "../../../domain/applications/add-client-secret.ts";
import { ensureGraphServicePrincipal } from "../../../domain/applications/ensure-graph-service-principal.ts";
import { grantPermission } from "../../../domain/applications/grant-permission.ts";
import { revokeSessions } from "../../../domain/directory/revoke-sessions.ts";
import type { User } from "../../../domain/directory/rules/user.ts";
import { updateUser } from "../../../domain/directory/update-user.ts";
import { verifyAccessToken } from "../../../domain/tokens/verify-access-token.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const start = machine.clock();
const graph = "https://graph.microsoft.com";
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
  const { tenantId, applicationId, servicePrincipalId } = stage.api.servicePrincipal;
  accepted(
    await addClientSecret(machine, byOperator, {
      tenantId,
      applicationId,
      lifetimeDays: 30,
      secret: stage.secret,
    }),
  );
  const { servicePrincipalId: resourceId } = await ensureGraphServicePrincipal(database, tenantId);
  await database.transaction().execute((transaction) =>
    grantPermission(transaction, machine.clock(), byOperator, {
      tenantId,
      clientId: servicePrincipalId,
      resourceId,
      scopes: ["User.Read"],
    }),
  );
});

beforeEach(() => machine.setClock(start));

/** The token with which the web application calls the orders service for somebody. */
async function tokenForOrders(user: User): Promise<string> {
  stage.signInAs(user);
  const answer = answerOf(await authorize(stage, stage.web, { scope: `openid ${apiUri}/Orders.Read` }));
  const reply = await token(stage, {
    grant_type: "authorization_code",
    client_id: stage.web.application.applicationId,
    client_secret: stage.secret,
    code: answer.fields["code"],
    redirect_uri: webRedirect,
  });
  return String(reply.body["access_token"]);
}

/** The orders service asks for a token of the next one. */
function onBehalf(assertion: string, more: Record<string, string | undefined> = {}): Promise<TokenReply> {
  return token(stage, {
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    requested_token_use: "on_behalf_of",
    client_id: stage.api.application.applicationId,
    client_secret: stage.secret,
    scope: `${graph}/.default`,
    assertion,
    ...more,
  });
}

function refusal(number: number, error = "invalid_grant") {
  return { status: error === "invalid_client" ? 401 : 400, body: { error, error_codes: [number] } };
}

function secondsLater(seconds: number): void {
  machine.setClock(new Date(start.getTime() + seconds * 1000));
}

describe("on behalf of a person", () => {
  it("a service gets a token of the next service, in the person's name and its own", async () => {
    const reply = await onBehalf(await tokenForOrders(stage.member));
    expect(reply.status).toBe(200);
    expect(String(reply.body["scope"]).split(" ")).toContain(`${graph}/.default`);
    expect(reply.body).not.toHaveProperty("refresh_token");
    expect(reply.body).not.toHaveProperty("id_token");
    expect(await verifyAccessToken(machine, String(reply.body["access_token"]))).toMatchObject({
      value: {
        clientId: stage.api.application.applicationId,
        caller: { kind: "user", userId: stage.member.userId, scopes: ["User.Read"] },
      },
    });
  });

  it("is the same guest, with the same home account, as where they signed in", async () => {
    const assertion = await tokenForOrders(stage.guest);
    const reply = await onBehalf(assertion, { scope: `${graph}/User.Read openid profile`, client_info: "1" });
    const idToken = payloadOf(reply.body["id_token"]);
    expect(idToken).toMatchObject({
      aud: stage.api.application.applicationId,
      oid: stage.guest.userId,
      idp: payloadOf(assertion)["idp"],
      sid: payloadOf(assertion)["sid"],
      acct: 1,
    });
    expect(idToken).not.toHaveProperty("nonce");
    const info = Buffer.from(String(reply.body["client_info"]), "base64url").toString();
    expect(JSON.parse(info)).toEqual({ uid: stage.homeUser.userId, utid: stage.fabrikam.tenantId });
  });

  it("renews without the assertion when asked to", async () => {
    const first = await onBehalf(await tokenForOrders(stage.member), {
      scope: `${graph}/.default offline_access`,
    });
    secondsLater(7200);
    const renewed = await token(stage, {
      grant_type: "refresh_token",
      client_id: stage.api.application.applicationId,
      client_secret: stage.secret,
      refresh_token: String(first.body["refresh_token"]),
    });
    expect(renewed.status).toBe(200);
    expect(payloadOf(renewed.body["access_token"])).toMatchObject({ oid: stage.member.userId });
  });

  it("says that consent of the service itself is missing, so that the caller can ask for it", async () => {
    const assertion = await tokenForOrders(stage.member);
    expect(await onBehalf(assertion, { scope: `${graph}/User.ReadWrite` })).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", suberror: "consent_required", error_codes: [65001] },
    });
  });
});

describe("an assertion is refused", () => {
  it("when it was made for another application", async () => {
    const stolen = await tokenForOrders(stage.member);
    const reply = await onBehalf(stolen, { client_id: stage.web.application.applicationId });
    expect(reply).toMatchObject(refusal(50013));
  });

  it("when it belongs to an application", async () => {
    const own = await token(stage, {
      grant_type: "client_credentials",
      client_id: stage.automation.application.applicationId,
      client_secret: stage.secret,
      scope: `${apiUri}/.default`,
    });
    expect(await onBehalf(String(own.body["access_token"]))).toMatchObject(refusal(50013));
  });

  it("when it was changed, is an ID token, or is no token", async () => {
    const assertion = await tokenForOrders(stage.member);
    const [header = "", payload = "", signature = ""] = assertion.split(".");
    const claims = { ...payloadOf(assertion), oid: stage.guest.userId };
    const forged = Buffer.from(JSON.stringify(claims)).toString("base64url");
    for (const wrong of [`${header}.${forged}.${signature}`, `${header}.${payload}.`, "none"])
      expect(await onBehalf(wrong)).toMatchObject(refusal(50013));
    const answer = answerOf(
      await authorize(stage, stage.web, { response_type: "id_token", scope: "openid", nonce: "n" }),
    );
    expect(
      await onBehalf(answer.fields["id_token"] ?? "", { client_id: stage.web.application.applicationId }),
    ).toMatchObject(refusal(50013));
  });

  it("when its time is over", async () => {
    const assertion = await tokenForOrders(stage.member);
    secondsLater(2 * 3600);
    expect(await onBehalf(assertion)).toMatchObject(refusal(500133));
  });

  it("when the person was signed out since, here or at home, or is disabled", async () => {
    const { tenantId } = stage.contoso;
    const [ofMember, ofGuest] = [await tokenForOrders(stage.member), await tokenForOrders(stage.guest)];
    secondsLater(10);
    await revokeSessions(machine, byOperator, { tenantId, userId: stage.member.userId });
    expect(await onBehalf(ofMember)).toMatchObject(refusal(50173));
    const { homeUser } = stage;
    await revokeSessions(machine, byOperator, { tenantId: homeUser.tenantId, userId: homeUser.userId });
    expect(await onBehalf(ofGuest)).toMatchObject(refusal(50173));

    const otto = await tokenForOrders(stage.mailGuest);
    const account = { tenantId, userId: stage.mailGuest.userId };
    accepted(await updateUser(machine, byOperator, { ...account, changes: { accountEnabled: false } }));
    expect(await onBehalf(otto)).toMatchObject(refusal(50057));
    accepted(await updateUser(machine, byOperator, { ...account, changes: { accountEnabled: true } }));
  });

  it("at another tenant", async () => {
    await shareApplication(machine, stage.api, stage.fabrikam.tenantId);
    secondsLater(60);
    const assertion = await tokenForOrders(stage.member);
    const elsewhere = await token(
      stage,
      {
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        requested_token_use: "on_behalf_of",
        client_id: stage.api.application.applicationId,
        client_secret: stage.secret,
        scope: `${graph}/.default`,
        assertion,
      },
      { tenantSegment: stage.fabrikam.tenantId },
    );
    expect(elsewhere).toMatchObject(refusal(50013));
  });
});

describe("the tenant's policies", () => {
  it("are asked about the person again, and the service learns why it gets nothing", async () => {
    secondsLater(60);
    const assertion = await tokenForOrders(stage.member);
    const { tenantId, userId } = stage.member;
    expect((await onBehalf(assertion)).status).toBe(200);
    const blocked = await whileBlocked(machine, tenantId, userId, () => onBehalf(assertion));
    expect(blocked).toMatchObject(refusal(53003));
    const demanded = await whileDemanded(machine, tenantId, userId, () => onBehalf(assertion));
    expect(demanded).toMatchObject(refusal(50076, "interaction_required"));
    expect((await onBehalf(assertion)).status).toBe(200);
  });
});

describe("the request", () => {
  it("must say what it wants, prove the service, and not come from a page", async () => {
    secondsLater(60);
    const assertion = await tokenForOrders(stage.member);
    const wrong: [Record<string, string | undefined>, number, string][] = [
      [{ requested_token_use: undefined }, 90023, "invalid_request"],
      [{ scope: undefined }, 900144, "invalid_request"],
      [{ assertion: undefined }, 900144, "invalid_request"],
      [{ client_secret: undefined }, 7000218, "invalid_client"],
      [{ client_secret: "wrong" }, 7000215, "invalid_client"],
      [{ scope: `${graph}/.default ${apiUri}/.default` }, 700022, "invalid_scope"],
    ];
    for (const [change, number, error] of wrong)
      expect(await onBehalf(assertion, change)).toMatchObject(refusal(number, error));
    const fromPage = await token(
      stage,
      {
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        requested_token_use: "on_behalf_of",
        client_id: stage.api.application.applicationId,
      },
      { headers: { origin: "https://web.contoso.example" } },
    );
    expect(fromPage).toMatchObject(refusal(9002326, "invalid_request"));
  });
});
