import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { graphApplicationId } from "../../../../domain/applications/rules/graph-permissions.ts";
import type { Circumstances } from "../../../../domain/audit/circumstances.ts";
import { recordSignIn, type SignInEntry } from "../../../../domain/audit/record-sign-in.ts";
import type { PolicyOutcome } from "../../../../domain/audit/rules/policy-outcome.ts";
import { assignDirectoryRole } from "../../../../domain/directory/assign-directory-role.ts";
import type { DirectoryRole } from "../../../../domain/directory/rules/directory-role.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { updateUser } from "../../../../domain/directory/update-user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import type { UserId } from "../../../../foundation/identifiers.ts";

const { call, machine, organisation } = await graphStage();
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let anna: User;
let guestId: UserId;
let token = "";
const start = machine.clock();

/** As somebody, at this many minutes after the start. */
function as(actor: Circumstances["actor"], minutes: number): Circumstances {
  machine.setClock(new Date(start.getTime() + minutes * 60_000));
  return { ...byOperator, actor };
}

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  anna = await contoso.member("anna");
  token = await contoso.userToken(await contoso.member("reader", "reports-reader"), ["AuditLog.Read.All"], {
    lifetimeSeconds: 36_000,
  });
  const { tenantId } = contoso.tenant;
  const { application, servicePrincipal } = contoso.application;
  const byAnna = { kind: "user", userId: anna.userId, displayName: "anna", email: undefined } as const;
  const byApplication = {
    kind: "application",
    applicationId: application.applicationId,
    servicePrincipalId: servicePrincipal.servicePrincipalId,
    displayName: "Provisioner",
  } as const;
  const invited = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  const made = await inviteGuest(machine, as(byAnna, 10), { ...invited, sendMail: false });
  guestId = accepted(made).user.userId;
  const changes = { jobTitle: "Buyer" };
  accepted(await updateUser(machine, as(byApplication, 20), { tenantId, userId: guestId, changes }));
  const role = "guest-inviter";
  accepted(await assignDirectoryRole(machine, as(byAnna, 30), { tenantId, userId: guestId, role }));
  await recordSignIns();
});

async function recordSignIns(): Promise<void> {
  const { tenantId } = contoso.tenant;
  const { applicationId } = contoso.application.application;
  const base = { tenantId, application: { id: applicationId, name: "Portal" }, isInteractive: true };
  const asAnna = { id: anna.userId, name: "anna", kind: "member" } as const;
  const entries: SignInEntry[] = [
    { ...base, user: asAnna, errorCode: 0, resourceId: graphApplicationId },
    { ...base, user: asAnna, errorCode: 50126, failureReason: "Wrong password" },
    { ...base, user: { id: guestId, name: "gus", kind: "guest" }, errorCode: 0, isInteractive: false },
    { ...base, errorCode: 0, isInteractive: false },
  ];
  // Several at one moment: only their ids keep them apart.
  for (const [minute, entry] of entries.entries())
    await recordSignIn(machine.database, start, as({ kind: "unknown" }, minute), entry);
  await recordSignIn(machine.database, start, byOperator, {
    ...base,
    tenantId: fabrikam.tenant.tenantId,
    errorCode: 7,
  });
}

async function audits(filter: string): Promise<string[]> {
  const { body, text } = await call(`GET /auditLogs/directoryAudits?$filter=${filter}`, token);
  expect(body.value, text).toBeDefined();
  return body.value.map(({ activityDisplayName }: { activityDisplayName: string }) => activityDisplayName);
}

async function signIns(filter: string): Promise<number[]> {
  const { body, text } = await call(`GET /auditLogs/signIns?$filter=${filter}`, token);
  expect(body.value, text).toBeDefined();
  return body.value.map(({ status }: { status: { errorCode: number } }) => status.errorCode);
}

describe("the change log", () => {
  it("says who did what to whom, with the values before and after", async () => {
    const { body } = await call(
      "GET /auditLogs/directoryAudits?$filter=activityDisplayName eq 'Update user'",
      token,
    );
    expect(body.value).toHaveLength(1);
    expect(body.value[0]).toMatchObject({
      category: "UserManagement",
      operationType: "Update",
      result: "success",
      initiatedBy: {
        user: null,
        app: { displayName: "Provisioner", appId: contoso.application.application.applicationId },
      },
      targetResources: [
        {
          id: guestId,
          type: "User",
          userPrincipalName: expect.stringContaining("#EXT#"),
          modifiedProperties: [{ displayName: "jobTitle", oldValue: "null", newValue: '"Buyer"' }],
        },
      ],
    });
    const one = await call(`GET /auditLogs/directoryAudits/${body.value[0].id}`, token);
    const { "@odata.context": context, ...entry } = one.body;
    expect(context).toMatch(/#auditLogs\/directoryAudits\/\$entity$/);
    expect(entry).toEqual(body.value[0]);
  });

  it.each([
    ["startswith(activityDisplayName,'invite external')", ["Invite external user"]],
    ["category eq 'RoleManagement' and loggedByService eq 'Core Directory'", ["Add member to role"]],
    ["loggedByService eq 'Invited Users'", ["Invite external user"]],
    [
      "initiatedBy/user/userPrincipalName eq 'Anna@contoso.example'",
      ["Add member to role", "Invite external user"],
    ],
    ["initiatedBy/user/userPrincipalName eq 'nobody@contoso.example'", []],
    ["initiatedBy/app/displayName eq 'provisioner'", ["Update user"]],
    ["initiatedBy/user/displayName eq 'Provisioner'", []],
    [
      "activityDateTime gt 2026-03-01T10:05:00Z and activityDateTime lt 2026-03-01T10:25:00Z",
      ["Update user", "Invite external user"],
    ],
    ["activityDateTime ge '2026-03-01T10:30:00Z'", ["Add member to role"]],
    ["activityDisplayName eq 'Nothing'", []],
    ["result eq 'failure'", []],
    [
      "activityDisplayName in ('Update user','Add member to role') and not (result eq 'failure')",
      ["Add member to role", "Update user"],
    ],
  ])("%s", async (filter, expected) => {
    // Without what the stage itself does at the very start.
    expect(await audits(`(${filter}) and activityDateTime gt 2026-03-01T10:00:00Z`)).toEqual(expected);
  });

  it("is asked about one application, one person or one target", async () => {
    const { applicationId } = contoso.application.application;
    expect(await audits(`initiatedBy/app/appId eq '${applicationId}'`)).toEqual(["Update user"]);
    expect(await audits(`initiatedBy/user/id eq '${anna.userId}'`)).toEqual([
      "Add member to role",
      "Invite external user",
    ]);
    expect(await audits(`targetResources/any(t:t/id eq '${guestId}')`)).toEqual(
      expect.arrayContaining(["Add member to role", "Update user"]),
    );
    expect(await audits(`targetResources/any(t:t/id eq '${contoso.tenant.tenantId}')`)).toEqual([
      "Create company",
    ]);
  });

  it("goes either way, page by page, each entry once", async () => {
    for (const order of ["desc", "asc"]) {
      const whole = await call(`GET /auditLogs/directoryAudits?$orderby=activityDateTime ${order}`, token);
      const ids: string[] = [];
      let next: string | undefined = `/auditLogs/directoryAudits?$top=2&$orderby=activityDateTime ${order}`;
      while (next !== undefined) {
        const { body } = await call(`GET ${next}`, token);
        ids.push(...body.value.map(({ id }: { id: string }) => id));
        next = body["@odata.nextLink"]?.replace(/^.*\/v1\.0/, "");
      }
      expect(ids).toEqual(whole.body.value.map(({ id }: { id: string }) => id));
      const moments = whole.body.value.map((entry: { activityDateTime: string }) => entry.activityDateTime);
      expect(order === "asc" ? moments : moments.toReversed()).toEqual(moments.toSorted());
    }
  });
});

describe("the sign-in log", () => {
  it("says who signed in to what, from where, and how it ended", async () => {
    const { body } = await call(
      "GET /auditLogs/signIns?$filter=status/errorCode eq 0 and userDisplayName eq 'ANNA'",
      token,
    );
    expect(body.value).toHaveLength(1);
    expect(body.value[0]).toMatchObject({
      userPrincipalName: "anna@contoso.example",
      appDisplayName: "Portal",
      resourceDisplayName: "Graph",
      ipAddress: "192.0.2.1",
      isInteractive: true,
      signInEventTypes: ["interactiveUser"],
      crossTenantAccessType: "none",
      status: { errorCode: 0, failureReason: "Other." },
    });
    const selected = await call(`GET /auditLogs/signIns/${body.value[0].id}?$select=id,appId`, token);
    expect(Object.keys(selected.body)).toEqual(["@odata.context", "id", "appId"]);
  });

  it.each([
    ["userPrincipalName eq 'Anna@contoso.example'", [50126, 0]],
    ["userPrincipalName eq 'gus@fabrikam.example'", [0]],
    ["userPrincipalName eq 'nobody@contoso.example'", []],
    ["startswith(userDisplayName,'AN') and status/errorCode ne 0", [50126]],
    ["startswith(appDisplayName,'port') and isInteractive eq false", [0, 0]],
    ["userType eq 'guest'", [0]],
    ["ipAddress eq '198.51.100.1'", []],
    ["status/errorCode eq 50126 or status/errorCode eq 7", [50126]],
  ])("%s", async (filter, expected) => {
    // They are of one moment, in the order of ids that are partly chance.
    expect((await signIns(filter)).toSorted()).toEqual(expected.toSorted());
  });
});

describe("logs", () => {
  it("tell whether one factor was enough", async () => {
    const base = {
      tenantId: contoso.tenant.tenantId,
      isInteractive: true,
      user: { id: anna.userId, name: "anna", kind: "member" },
    } as const;
    const correlationId = "00000000-0000-4000-8000-0000000000f2";
    for (const entry of [
      { ...base, errorCode: 0, details: { amr: ["pwd"] } },
      { ...base, errorCode: 0, details: { amr: ["pwd", "otp", "mfa"] } },
      { ...base, errorCode: 500121 },
    ]) {
      machine.setClock(new Date(machine.clock().getTime() + 1));
      await recordSignIn(machine.database, machine.clock(), { ...byOperator, correlationId }, entry);
    }
    const { body } = await call(`GET /auditLogs/signIns?$filter=correlationId eq '${correlationId}'`, token);
    const [one, two] = ["singleFactorAuthentication", "multiFactorAuthentication"];
    expect(
      body.value.map((row: { authenticationRequirement: string }) => row.authenticationRequirement),
    ).toEqual([two, two, one]);
  });

  it("tell what came of each policy, to those who may know the policies", async () => {
    const { tenantId } = contoso.tenant;
    const policy = (result: PolicyOutcome["result"], isReportOnly = false): PolicyOutcome => ({
      ...{ policyId: anna.userId, displayName: "Closed", controls: ["block", "second-factor", "terms"] },
      ...{ isReportOnly, result },
    });
    const correlationId = "00000000-0000-4000-8000-0000000000f3";
    for (const policies of [
      undefined,
      [policy("not-applied"), policy("blocked", true)],
      [policy("fulfilled"), policy("demanded", true)],
      [policy("fulfilled"), policy("demanded")],
    ]) {
      machine.setClock(new Date(machine.clock().getTime() + 1));
      const entry = { tenantId, isInteractive: true, errorCode: 0, policies };
      await recordSignIn(machine.database, machine.clock(), { ...byOperator, correlationId }, entry);
    }
    const auditor = await contoso.member("auditor", "security-reader");
    const seenWith = async (permissions: readonly string[]) => {
      const caller = await contoso.userToken(auditor, permissions);
      const asked = `GET /auditLogs/signIns?$filter=correlationId eq '${correlationId}'`;
      return (await call(asked, caller)).body.value.map(
        (row: {
          conditionalAccessStatus: string;
          appliedConditionalAccessPolicies: { result: string }[];
        }) => [
          row.conditionalAccessStatus,
          ...row.appliedConditionalAccessPolicies.map(({ result }) => result),
        ],
      );
    };
    expect(await seenWith(["AuditLog.Read.All", "Policy.Read.All"])).toEqual([
      ["failure", "success", "failure"],
      ["success", "success", "reportOnlyInterrupted"],
      ["notApplied", "notApplied", "reportOnlyFailure"],
      ["notApplied"],
    ]);
    expect(await seenWith(["AuditLog.Read.All"])).toEqual([
      ["failure"],
      ["success"],
      ["notApplied"],
      ["notApplied"],
    ]);
  });

  it("are read by people with a role for it, and by applications that may", async () => {
    const permissions = ["AuditLog.Read.All"];
    const readers: [DirectoryRole, number][] = [
      ["global-reader", 200],
      ["security-reader", 200],
      ["directory-reader", 403],
      ["user-administrator", 403],
    ];
    for (const [role, status] of readers) {
      const caller = await contoso.userToken(await contoso.member(role, role), permissions);
      expect((await call("GET /auditLogs/signIns", caller)).status, role).toBe(status);
    }
    expect((await call("GET /auditLogs/directoryAudits", await contoso.appToken(permissions))).status).toBe(
      200,
    );
  });

  it("tell one organisation nothing of another one's entries", async () => {
    const asFabrikam = await fabrikam.appToken(["AuditLog.Read.All"]);
    for (const log of ["directoryAudits", "signIns"]) {
      const theirs = await call(`GET /auditLogs/${log}?$top=1`, asFabrikam);
      const [entry] = theirs.body.value;
      expect((await call(`GET /auditLogs/${log}/${entry.id}`, asFabrikam)).status).toBe(200);
      expect((await call(`GET /auditLogs/${log}/${entry.id}`, token)).status).toBe(404);
      expect((await call(`GET /auditLogs/${log}/${anna.userId}`, token)).status).toBe(404);
      expect((await call(`GET /auditLogs/${log}/nonsense`, token)).status).toBe(404);
    }
  });

  it.each([
    "directoryAudits?$filter=(activity) eq 'x'",
    "directoryAudits?$filter=activity eq 'guest-invited'",
    "directoryAudits?$filter=endswith(activityDisplayName,'user')",
    "directoryAudits?$filter=targetResources/any(t:t/groupType eq 'x')",
    "directoryAudits?$filter=initiatedBy/user/ipAddress eq 'x'",
    "directoryAudits?$filter=startswith(initiatedBy/user/userPrincipalName,'a')",
    "directoryAudits?$orderby=result",
    "signIns?$filter=status/errorCode eq 'x'",
    "signIns?$filter=startswith(userPrincipalName,'a')",
    "signIns?$filter=userAgent eq 'x'",
    "signIns?$select=nothing",
  ])("refuse %s", async (query) => {
    const refused = await call(`GET /auditLogs/${query}`, token);
    expect(refused.status, refused.text).toBe(400);
  });
});
