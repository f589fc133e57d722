import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { askIn, openSignUp } from "../../../../../test/support/open-sign-up.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";
import { createGuest } from "../../../../domain/directory/create-guest.ts";
import { findUserByIdentity } from "../../../../domain/directory/find-user.ts";
import { tenantIssuer } from "../../../../domain/directory/rules/external-identity.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import type { UserFlow } from "../../../../domain/signup/rules/user-flow.ts";
import { signUp } from "../../../../domain/signup/sign-up.ts";
import type { EmailAddress } from "../../../../foundation/email-address.ts";
import type { ApplicationId } from "../../../../foundation/identifiers.ts";

const stage = await graphStage();
const partner = "/identity/b2xUserFlows/B2X_1_Partner";
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let token: string;
let flow: UserFlow;
let applicationId: string;

beforeAll(async () => {
  contoso = await stage.organisation("Contoso", "contoso");
  fabrikam = await stage.organisation("Fabrikam", "fabrikam");
  token = await contoso.appToken(["IdentityUserFlow.ReadWrite.All", "AuditLog.Read.All"]);
});

const call = (operation: string, body?: object) => stage.call(operation, token, body ? { body } : {});
const reference = (collection: string, id: string) => ({
  "@odata.id": `https://graph.microsoft.com/v1.0/${collection}/${id}`,
});

/** Who approves all along. */
let ana: User;

/** Of Fabrikam, by name. */
const strangers = new Map<string, User>();

/** Somebody of Fabrikam goes through the flow. */
async function ask(name: string) {
  const stranger = strangers.get(name) ?? (await fabrikam.member(name));
  strangers.set(name, stranger);
  const identity = {
    issuer: tenantIssuer(stranger.tenantId),
    subject: stranger.userId,
    providerKind: "tenant" as const,
    email: `${name}@fabrikam.example`,
  };
  const at = stage.machine.clock();
  const facts = { accountId: name, agreedAt: at.toISOString(), answeredAt: at.toISOString() };
  const outcome = accepted(
    await signUp(stage.machine, byOperator, {
      ...{ tenantId: contoso.tenant.tenantId, applicationId: applicationId as ApplicationId, identity },
      person: { providerKind: "tenant", providerId: undefined, addresses: [identity.email] },
      ...{ displayName: name, provenAt: at, language: "en", known: {} },
      facts: { ...facts, typed: { City: ["Ghent"] } },
    }),
  );
  const listed = await call(`GET ${partner}/signUpRequests`);
  const request = listed.body.value.find((one: { displayName: string }) => one.displayName === name);
  const found = () =>
    findUserByIdentity(stage.machine.database, contoso.tenant.tenantId, identity.issuer, identity.subject);
  return { outcome, request, found };
}

describe("the approvers of a flow", () => {
  it("are members and groups, and one of them stays while approval is required", async () => {
    const { tenantId } = contoso.tenant;
    applicationId = contoso.application.application.applicationId;
    flow = await openSignUp(stage.machine, { tenantId, applicationId, name: "Partner" });
    await askIn(stage.machine, flow, { attributeId: "City" });
    ana = await contoso.member("ana");
    const buyers = accepted(
      await createGroup(stage.machine, byOperator, { tenantId, displayName: "Buyers" }),
    );
    const early = await call(`PATCH ${partner}`, { isApprovalRequired: true });
    expect([early.status, early.body.error.details[0].code]).toEqual([400, "approver-missing"]);
    const add = (collection: string, id: string) =>
      call(`POST ${partner}/approvers/$ref`, reference(collection, id));
    expect((await add("users", ana.userId)).status).toBe(204);
    expect((await add("users", ana.userId)).status).toBe(409);
    expect((await add("groups", buyers.groupId)).status).toBe(204);
    expect((await add("users", "00000000-0000-4000-8000-000000000000")).status).toBe(404);
    const { user: guest } = await stage.machine.database.transaction().execute((transaction) =>
      createGuest(transaction, stage.machine.clock(), {
        tenant: contoso.tenant,
        address: "greta@fabrikam.example" as EmailAddress,
      }),
    );
    const outsider = await add("users", guest.userId);
    expect(outsider.body.error.details[0].code).toBe("approver-not-member");
    expect((await call(`GET ${partner}/approvers`)).body.value).toMatchObject([
      { "@odata.type": "#microsoft.graph.user", id: ana.userId },
      { "@odata.type": "#microsoft.graph.group", id: buyers.groupId },
    ]);
    expect((await call(`PATCH ${partner}`, { isApprovalRequired: true })).status).toBe(204);
    expect((await call(`GET ${partner}`)).body.isApprovalRequired).toBe(true);
    expect((await call(`DELETE ${partner}/approvers/${buyers.groupId}/$ref`)).status).toBe(204);
    const last = await call(`DELETE ${partner}/approvers/${ana.userId}/$ref`);
    expect(last.body.error.details[0].code).toBe("last-approver");
  });

  it("are 20 at most", async () => {
    const { tenantId } = contoso.tenant;
    for (let number = 1; number <= 20; number++) {
      const displayName = `Group ${number}`;
      const { groupId } = accepted(await createGroup(stage.machine, byOperator, { tenantId, displayName }));
      const added = await call(`POST ${partner}/approvers/$ref`, reference("groups", groupId));
      expect(added.status, displayName).toBe(number < 20 ? 204 : 400);
      if (number === 20) expect(added.body.error.details[0].code).toBe("too-many-approvers");
    }
  });
});

describe("requests to sign up", () => {
  it("are listed with what was answered, and approved or denied once", async () => {
    const vera = await ask("vera");
    expect(vera.outcome).toBe("awaits-approval");
    expect(vera.request).toMatchObject({
      ...{ status: "pendingApproval", email: "vera@fabrikam.example", decidedBy: null },
      ...{ answers: [{ name: "City", value: "Ghent" }], userFlowId: "B2X_1_Partner" },
    });
    const place = `${partner}/signUpRequests/${vera.request.id}`;
    expect(await vera.found()).toBeUndefined();
    expect((await call(`POST ${place}/approve`, {})).status).toBe(204);
    expect(await vera.found()).toMatchObject({ city: "Ghent", origin: "self-service-sign-up" });
    expect((await call(`POST ${place}/deny`, { reason: "No" })).status).toBe(409);
    expect((await call(`GET ${place}`)).body).toMatchObject({ status: "approved", decidedBy: "Provisioner" });

    const { request, found } = await ask("denis");
    const other = `${partner}/signUpRequests/${request.id}`;
    expect((await call(`POST ${other}/deny`, {})).status).toBe(400);
    const wordless = await call(`POST ${other}/deny`, { reason: " " });
    expect(wordless.body.error.details[0].code).toBe("reason-missing");
    const long = await call(`POST ${other}/deny`, { reason: "x".repeat(1001) });
    expect(long.body.error.details[0].code).toBe("reason-too-long");
    expect((await call(`POST ${other}/deny`, { reason: "Unknown" })).status).toBe(204);
    expect(await found()).toBeUndefined();
    const open = await call(`GET ${partner}/signUpRequests?$filter=status eq 'pendingApproval'`);
    expect(open.body.value).toEqual([]);
    // Taken away, it is as if they had never asked.
    expect((await call(`DELETE ${other}`)).status).toBe(204);
    expect((await call(`DELETE ${other}`)).status).toBe(404);
    expect((await ask("denis")).request.status).toBe("pendingApproval");
  });

  it("are listed page by page, the oldest first, and asked for by what is not sealed", async () => {
    const names = ["page-c", "page-a", "page-b"];
    for (const name of names) {
      stage.machine.setClock(new Date(stage.machine.clock().getTime() + 1000));
      await ask(name);
    }
    const list = `GET ${partner}/signUpRequests`;
    const all = (await call(list)).body.value as { displayName: string; createdDateTime: string }[];
    expect(all.map(({ displayName }) => displayName).slice(-3)).toEqual(names);
    const seen: string[] = [];
    let next: string | undefined = `${list}?$top=2&$select=displayName&$filter=status eq 'pendingApproval'`;
    for (let pages = 0; next !== undefined && pages < 10; pages++) {
      const { body }: { body: { value: { displayName: string }[]; "@odata.nextLink"?: string } } =
        await call(next);
      expect(body.value.length).toBeLessThanOrEqual(2);
      seen.push(...body.value.map(({ displayName }) => displayName));
      const link = body["@odata.nextLink"];
      next = link === undefined ? undefined : `GET ${decodeURIComponent(link.split("/v1.0")[1] ?? "")}`;
    }
    expect(seen.slice(-3)).toEqual(names);
    expect(new Set(seen).size).toBe(seen.length);
    const latest = await call(`${list}?$top=1&$orderby=createdDateTime desc`);
    expect(latest.body.value).toMatchObject([{ displayName: "page-b" }]);
    const since = all.at(-2)?.createdDateTime;
    const late = await call(`${list}?$filter=createdDateTime ge ${since}`);
    expect(late.body.value).toHaveLength(2);
    const sealed = await call(`${list}?$filter=email eq 'page-a@fabrikam.example'`);
    expect(sealed.status).toBe(400);
    expect((await call(`${list}?$select=constructor`)).status).toBe(400);
  });

  it("are for those who decide, and of their own organisation", async () => {
    const { request } = await ask("wanda");
    const scopes = ["IdentityUserFlow.ReadWrite.All"];
    const as = async (name: string, ...roles: Parameters<GraphTenant["member"]>[1][]) =>
      contoso.userToken(await contoso.member(name, ...roles), scopes);
    const list = `GET ${partner}/signUpRequests`;
    expect((await stage.call(list, await as("nobody"))).status).toBe(403);
    expect((await stage.call(list, await as("ursula", "user-administrator"))).status).toBe(200);
    const foreign = await fabrikam.appToken(scopes);
    expect((await stage.call(list, foreign)).status).toBe(404);
    const approve = `POST ${partner}/signUpRequests/${request.id}/approve`;
    expect((await stage.call(approve, foreign, { body: {} })).status).toBe(404);
    const reader = await contoso.appToken(["IdentityUserFlow.Read.All"]);
    expect((await stage.call(approve, reader, { body: {} })).status).toBe(403);
    expect((await call(`GET ${partner}/signUpRequests/${request.id}`)).body.status).toBe("pendingApproval");
  });

  it("are taken away by those who manage flows, and by nobody who only decides", async () => {
    const { request } = await ask("yara");
    const place = `${partner}/signUpRequests/${request.id}`;
    const scopes = ["IdentityUserFlow.ReadWrite.All"];
    const administrator = await contoso.member("uma", "user-administrator");
    for (const decider of [ana, administrator]) {
      const token = await contoso.userToken(decider, scopes);
      expect((await stage.call(`GET ${place}`, token)).status).toBe(200);
      const refused = await stage.call(`DELETE ${place}`, token);
      expect([refused.status, refused.body.error.details[0].code]).toEqual([403, "MissingDirectoryRole"]);
    }
    expect((await call(`GET ${place}`)).body.status).toBe("pendingApproval");
    const manager = await contoso.member("mona", "external-id-user-flow-administrator");
    const token = await contoso.userToken(manager, scopes);
    expect((await stage.call(`DELETE ${place}`, token)).status).toBe(204);
  });

  it("stand in the log, without a name of those who were turned away", async () => {
    const { body } = await call("GET /auditLogs/directoryAudits");
    const names = body.value.map(
      ({ activityDisplayName }: { activityDisplayName: string }) => activityDisplayName,
    );
    for (const name of ["Request approval of", "Approve", "Deny", "Delete request of"])
      expect(names).toContain(`${name} self-service sign-up`);
    expect(JSON.stringify(body.value)).not.toContain("denis");
  });
});
