import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { changeCollaborationSettings } from "./change-collaboration-settings.ts";
import { readCollaborationSettings } from "./read-collaboration-settings.ts";
import { defaultCollaborationSettings } from "./rules/collaboration-settings.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);

it("starts with the defaults of the table, and keeps what is not changed", async () => {
  expect(await readCollaborationSettings(database, tenantId)).toEqual(defaultCollaborationSettings);
  const change = (changes: Parameters<typeof changeCollaborationSettings>[2]["changes"]) =>
    changeCollaborationSettings(machine, byOperator, { tenantId, changes });
  await change({ allowInvitesFrom: "inviters" });
  await change({ invitationLifetimeDays: undefined, guestAccess: "restricted" });
  expect(await readCollaborationSettings(database, tenantId)).toEqual({
    allowInvitesFrom: "inviters",
    guestAccess: "restricted",
    invitationLifetimeDays: undefined,
    emailCodeEnabled: true,
    userConsent: "everyone",
    redemptionOrder: ["tenant", "external-federation", "social"],
    memberVisits: "anywhere",
    visitableHosts: [],
  });
  expect(await change({ invitationLifetimeDays: 0 })).toEqual({
    ok: false,
    refusal: { code: "lifetime-invalid" },
  });
});

it("has the same defaults as the table", async () => {
  const other = accepted(
    await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
  );
  await database.insertInto("collaborationSettings").values({ tenantId: other.tenantId }).execute();
  expect(await readCollaborationSettings(database, other.tenantId)).toEqual(defaultCollaborationSettings);
});

it("knows no tenant that is not there", async () => {
  const tenantIdOfNobody = "00000000-0000-4000-8000-00000000dead" as TenantId;
  expect(
    await changeCollaborationSettings(machine, byOperator, { tenantId: tenantIdOfNobody, changes: {} }),
  ).toEqual({ ok: false, refusal: { code: "tenant-not-found" } });
});
