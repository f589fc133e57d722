import { beforeAll, describe, expect, it } from "vitest";
import { demoOrganisations } from "../../src/app/demo/demo-organisations.ts";
import { seedDemo } from "../../src/app/demo/seed-demo.ts";
import { addGroupMember } from "../../src/domain/directory/add-group-member.ts";
import { createGroup } from "../../src/domain/directory/create-group.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import type { GraphOperation } from "../../src/edges/graph/permissions.ts";
import { addressed, allOperations, everyPermission, parameterCount } from "../support/graph-operations.ts";
import { type GraphTenant, graphStage } from "../support/graph-stage.ts";
import { idsIn, tenantRows } from "../support/tenant-rows.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

/** Operations whose purpose is to tell the name of other organisations. */
const tellsOfOthers: readonly string[] = [
  "GET /tenantRelationships/findTenantInformationByTenantId(tenantId=':tenantId')",
  "GET /tenantRelationships/findTenantInformationByDomainName(domainName=':domainName')",
] satisfies readonly GraphOperation[];
const onOneThing = allOperations.filter(
  (operation) => parameterCount(operation) > 0 && !tellsOfOthers.includes(operation),
);

const { machine, call, organisation } = await graphStage();
const { database } = machine;
const demo = demoOrganisations(machine.configuration.publicUrl);
const [, fabrikam] = demo.tenants;
let attacker: GraphTenant;
let asPerson = "";
let asApplication = "";
/** What the attacker has, to name beside what is not theirs. */
let own: { user: string; group: string };
let foreignIds: readonly string[] = [];

beforeAll(async () => {
  await seedDemo(machine, demo);
  if (!fabrikam) throw new Error("the demo has two organisations");
  const { tenantId } = fabrikam;
  const invited = { tenantId, email: "visitor@proseware.example", redirectUrl: "https://app.example/" };
  accepted(await inviteGuest(machine, byOperator, { ...invited, sendMail: true }));
  const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Hidden crew" }));
  const member = { kind: "user" as const, id: fabrikam.users[0]?.userId ?? ("" as never) };
  accepted(await addGroupMember(machine, byOperator, { tenantId, groupId: group.groupId, member }));

  attacker = await organisation("Attackers", "attackers");
  const admin = await attacker.member("admin", "global-administrator");
  const theirs = accepted(
    await createGroup(machine, byOperator, { tenantId: attacker.tenant.tenantId, displayName: "Ours" }),
  );
  own = { user: admin.userId, group: theirs.groupId };
  asPerson = await attacker.userToken(admin, everyPermission);
  asApplication = await attacker.appToken(everyPermission);
  const ours = idsIn(await tenantRows(database, attacker.tenant.tenantId));
  const foreign = idsIn(await tenantRows(database, tenantId));
  foreignIds = [...foreign, fabrikam.domain].filter((id) => !ours.has(id));
});

/** The addresses that name something of the other organisation, alone or beside something of the attacker's own. */
function attempts(operation: GraphOperation): string[] {
  if (parameterCount(operation) === 0) return [];
  return foreignIds.flatMap((id) => [
    addressed(operation, id),
    ...(parameterCount(operation) > 1
      ? Object.values(own).flatMap((mine) => [addressed(operation, mine, id), addressed(operation, id, mine)])
      : []),
  ]);
}

/** A reference clients put into bodies, and nothing where none is taken. */
function bodiesOf(operation: GraphOperation): object[] {
  if (/^(?:GET|DELETE) /.test(operation)) return [];
  if (!operation.endsWith("/$ref")) return [{}, { displayName: "Taken" }];
  return foreignIds.map((id) => ({
    "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
  }));
}

describe("15: another organisation's ids answer as if they did not exist", () => {
  it.each(onOneThing)("%s", async (operation) => {
    if (!fabrikam) throw new Error("the demo has two organisations");
    const before = await tenantRows(database, fabrikam.tenantId);
    for (const token of [asPerson, asApplication])
      for (const attempt of attempts(operation)) {
        const [body] = bodiesOf(operation);
        const answer = await call(attempt, token, body ? { body } : {});
        expect(answer.status, `${attempt} ${answer.text}`).toBeGreaterThanOrEqual(400);
        expect(answer.status, `${attempt} ${answer.text}`).toBeLessThan(500);
        // A refusal repeats what was asked for, and nothing else.
        for (const secret of [fabrikam.displayName, ...fabrikam.users.map((user) => user.userName)])
          expect(answer.text).not.toContain(secret);
      }
    expect(await tenantRows(database, fabrikam.tenantId)).toEqual(before);
  });

  it.each(allOperations.filter((operation) => /^(?:POST|PUT) .*\/\$ref$/.test(operation)))(
    "%s with what is referred to",
    async (operation) => {
      if (!fabrikam) throw new Error("the demo has two organisations");
      const before = await tenantRows(database, attacker.tenant.tenantId);
      for (const mine of Object.values(own))
        for (const body of bodiesOf(operation)) {
          const answer = await call(addressed(operation, mine), asPerson, { body });
          expect(answer.status, `${operation} ${answer.text}`).toBeGreaterThanOrEqual(400);
          expect(answer.status, `${operation} ${answer.text}`).toBeLessThan(500);
        }
      expect(await tenantRows(database, attacker.tenant.tenantId)).toEqual(before);
    },
  );

  it.each(
    allOperations.filter((operation) => operation.startsWith("GET ") && parameterCount(operation) === 0),
  )("%s lists nothing of theirs", async (operation) => {
    if (!fabrikam) throw new Error("the demo has two organisations");
    const answer = await call(operation, asPerson, { headers: { consistencylevel: "eventual" } });
    expect(answer.status, answer.text).toBeLessThan(500);
    for (const secret of [fabrikam.displayName, ...foreignIds]) expect(answer.text).not.toContain(secret);
  });
});
