import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeGrant, createGrant, revokeGrant } from "../../src/domain/applications/change-grants.ts";
import { deleteRegistration } from "../../src/domain/applications/delete-registration.ts";
import { queryGrants } from "../../src/domain/applications/query-grants.ts";
import { restoreRegistration } from "../../src/domain/applications/restore-registration.ts";
import { restoreServicePrincipal } from "../../src/domain/applications/restore-service-principal.ts";
import { deleteServicePrincipal } from "../../src/domain/applications/update-service-principal.ts";
import { answerOf, authorize, type TokenReply, token } from "../support/protocol-client.ts";
import { apiUri, type ProtocolStage, protocolStage, webRedirect } from "../support/protocol-stage.ts";
import { testDatabase } from "../support/test-database.ts";
import { accepted, byOperator, testMachine } from "../support/test-machine.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
});

beforeEach(() => stage.signInAs(stage.member));

const ofOrders = `openid offline_access ${apiUri}/Orders.Read`;

/** Somebody signed in to the web application just now: its code. */
async function newCode(): Promise<string> {
  return answerOf(await authorize(stage, stage.web, { scope: ofOrders })).fields["code"] ?? "";
}

function asWeb(parameters: Record<string, string | undefined>): Promise<TokenReply> {
  const { applicationId } = stage.web.application;
  return token(stage, { client_id: applicationId, client_secret: stage.secret, ...parameters });
}

const redeem = (code: string) => asWeb({ grant_type: "authorization_code", code, redirect_uri: webRedirect });

/** Signs somebody in to the web application; what it then calls to renew their tokens. */
async function newSession(): Promise<() => Promise<TokenReply>> {
  const reply = await redeem(await newCode());
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  let refreshToken = String(reply.body["refresh_token"]);
  return async () => {
    const renewed = await asWeb({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      scope: ofOrders,
    });
    refreshToken = String(renewed.body["refresh_token"] ?? refreshToken);
    return renewed;
  };
}

/** What an automation gets for itself. */
function actAsItself(): Promise<TokenReply> {
  return token(stage, {
    grant_type: "client_credentials",
    client_id: stage.automation.application.applicationId,
    client_secret: stage.secret,
    scope: `${apiUri}/.default`,
  });
}

const refusal = ({ body }: TokenReply) => [body["error"], (body["error_codes"] as number[])[0]];
const unknownApplication = ["unauthorized_client", 700016];

describe("an application that is deleted", () => {
  it("gets nothing any more from the next request on, and everything again once it is restored", async () => {
    const { tenantId, objectId } = stage.web.application;
    const [code, renew] = [await newCode(), await newSession()];
    accepted(await deleteRegistration(machine, byOperator, { tenantId, objectId }));
    expect(refusal(await renew())).toEqual(unknownApplication);
    expect(refusal(await redeem(code))).toEqual(unknownApplication);
    expect((await authorize(stage, stage.web, { scope: ofOrders })).headers.get("location")).toBeNull();
    accepted(await restoreRegistration(machine, byOperator, { tenantId, objectId }));
    expect((await renew()).status).toBe(200);
    await newSession();
  });

  it("does not act as itself either, until its use here is restored", async () => {
    const { tenantId, servicePrincipalId } = stage.automation.servicePrincipal;
    const key = { tenantId, servicePrincipalId };
    expect((await actAsItself()).status).toBe(200);
    accepted(await deleteServicePrincipal(machine, byOperator, key));
    expect(refusal(await actAsItself())).toEqual(unknownApplication);
    accepted(await restoreServicePrincipal(machine, byOperator, key));
    expect((await actAsItself()).status).toBe(200);
  });

  it("is no resource any more for which others get tokens", async () => {
    const { tenantId, objectId } = stage.api.application;
    const renew = await newSession();
    expect((await renew()).status).toBe(200);
    accepted(await deleteRegistration(machine, byOperator, { tenantId, objectId }));
    expect(refusal(await renew())).toEqual(["invalid_resource", 500011]);
    accepted(await restoreRegistration(machine, byOperator, { tenantId, objectId }));
    expect((await renew()).status).toBe(200);
  });
});

describe("what was granted for everybody", () => {
  it("is gone from the very next token, however it is taken away", async () => {
    const { tenantId, servicePrincipalId: clientId } = stage.web.servicePrincipal;
    const { servicePrincipalId: resourceId } = stage.api.servicePrincipal;
    const asked = { tenantId, clientId, resourceId, principalId: undefined };
    const renew = await newSession();
    const [granted] = (await queryGrants(database, tenantId, "all", { limit: 100 })).filter(
      (grant) => grant.clientId === clientId && grant.resourceId === resourceId,
    );
    let grantId = granted?.grantId as NonNullable<typeof granted>["grantId"];
    const takings = [
      () => revokeGrant(machine, byOperator, { tenantId, grantId }),
      () => changeGrant(machine, byOperator, { tenantId, grantId, scopes: ["Orders.Write"] }),
    ];
    for (const take of takings) {
      expect((await renew()).status).toBe(200);
      accepted(await take());
      expect(refusal(await renew())).toEqual(["invalid_grant", 65001]);
      await revokeGrant(machine, byOperator, { tenantId, grantId });
      const anew = accepted(await createGrant(machine, byOperator, { ...asked, scopes: ["Orders.Read"] }));
      grantId = anew.grantId;
    }
    expect((await renew()).status).toBe(200);
  });
});
