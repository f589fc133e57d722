import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { UserId } from "../../foundation/identifiers.ts";
import { addGroupMember } from "./add-group-member.ts";
import { createGroup } from "./create-group.ts";
import { createMember } from "./create-member.ts";
import { createTenant } from "./create-tenant.ts";
import { directGroupsOf, findGroup, groupsOf } from "./find-groups.ts";
import { queryGroups } from "./query-groups.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const { userId } = accepted(
  await createMember(machine, byOperator, {
    tenantId,
    userPrincipalName: "megan@contoso.guesthouse.internal",
    displayName: "Megan",
    password: "a long enough secret",
  }),
);

it("finds groups through groups in groups, and leaves deleted groups out", async () => {
  const [team, department, company] = await Promise.all(
    ["Team", "Department", "Company"].map(async (displayName) =>
      accepted(await createGroup(machine, byOperator, { tenantId, displayName })),
    ),
  );
  if (!team || !department || !company) throw new Error("three groups were made");
  const put = (groupId: typeof team.groupId, member: Parameters<typeof addGroupMember>[2]["member"]) =>
    addGroupMember(machine, byOperator, { tenantId, groupId, member });
  expect(await put(team.groupId, { kind: "user", id: userId })).toEqual({ ok: true, value: "added" });
  expect(await put(team.groupId, { kind: "user", id: userId })).toEqual({
    ok: true,
    value: "already-member",
  });
  await put(department.groupId, { kind: "group", id: team.groupId });
  await put(company.groupId, { kind: "group", id: department.groupId });
  expect(await put(team.groupId, { kind: "group", id: company.groupId })).toEqual({
    ok: false,
    refusal: { code: "would-make-a-circle" },
  });

  expect(await directGroupsOf(database, tenantId, userId)).toEqual([team.groupId]);
  expect(await groupsOf(database, tenantId, userId)).toEqual(
    [team.groupId, department.groupId, company.groupId].sort(),
  );
  await database
    .updateTable("group")
    .set({ deletedAt: machine.clock() })
    .where("groupId", "=", company.groupId)
    .execute();
  expect(await groupsOf(database, tenantId, userId)).toEqual([team.groupId, department.groupId].sort());
  expect(await findGroup(database, tenantId, company.groupId)).toBeUndefined();
  const listed = await queryGroups(database, tenantId, { limit: 9, orderBy: "displayName" });
  expect(listed.map((living) => living.displayName)).toEqual(["Department", "Team"]);
});

it("takes only members that exist in the tenant, and no group into itself", async () => {
  const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: "Lonely" }));
  const stranger = "00000000-0000-4000-8000-00000000dead" as UserId;
  for (const [member, code] of [
    [{ kind: "user", id: stranger }, "member-not-found"],
    [{ kind: "group", id: group.groupId }, "would-make-a-circle"],
  ] as const)
    expect(await addGroupMember(machine, byOperator, { tenantId, groupId: group.groupId, member })).toEqual({
      ok: false,
      refusal: { code },
    });
});
