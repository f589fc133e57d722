import { beforeAll, describe, expect, it } from "vitest";
import { addGroupMember } from "../../src/domain/directory/add-group-member.ts";
import { createGroup } from "../../src/domain/directory/create-group.ts";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { inviteGuest } from "../../src/domain/invitations/invite-guest.ts";
import { changeCollaborationSettings } from "../../src/domain/policies/change-collaboration-settings.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { addressed, allOperations, everyPermission, parameterCount } from "../support/graph-operations.ts";
import { graphStage } from "../support/graph-stage.ts";
import { tenantRows } from "../support/tenant-rows.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const { machine, call, organisation } = await graphStage();
const { database } = machine;
const groupName = "Hidden crew";
const secrets = ["admin@contoso.example", groupName];
let tenantId: TenantId;
let guestId = "";
let token = "";
/** What a guest might name: the administrator, a group they are in, the organisation and one of its applications. */
let targets: readonly string[] = [];

beforeAll(async () => {
  const contoso = await organisation("Contoso", "contoso");
  tenantId = contoso.tenant.tenantId;
  const admin = await contoso.member("admin", "global-administrator");
  const changes = { guestAccess: "restricted" as const, allowInvitesFrom: "inviters" as const };
  accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
  const invited = { tenantId, email: "guest@proseware.example", redirectUrl: "https://app.example/" };
  const { user } = accepted(await inviteGuest(machine, byOperator, { ...invited, sendMail: false }));
  const guest = await findUser(database, tenantId, user.userId);
  if (!guest) throw new Error("the invited guest is not there");
  const group = accepted(await createGroup(machine, byOperator, { tenantId, displayName: groupName }));
  for (const id of [guest.userId, admin.userId])
    accepted(
      await addGroupMember(machine, byOperator, {
        tenantId,
        groupId: group.groupId,
        member: { kind: "user", id },
      }),
    );
  guestId = guest.userId;
  token = await contoso.userToken(guest, everyPermission);
  const { application, servicePrincipal } = contoso.application;
  targets = [
    admin.userId,
    group.groupId,
    tenantId,
    application.objectId,
    servicePrincipal.servicePrincipalId,
  ];
});

/** What guests may do to themselves is no attack. */
const onOthers = allOperations.filter((operation) => !/^(?!GET )\w+ \/me(?:\/|$)/.test(operation));

describe("16: a guest whom the organisation restricts, with every permission", () => {
  it.each(onOthers)("changes nothing and learns of nobody: %s", async (operation) => {
    const before = await tenantRows(database, tenantId);
    for (const target of parameterCount(operation) === 0 ? [""] : targets) {
      const body = operation.endsWith("/$ref")
        ? { "@odata.id": `https://graph.microsoft.com/v1.0/directoryObjects/${guestId}` }
        : { displayName: "Taken" };
      const answer = await call(addressed(operation, target, guestId), token, {
        ...(/^(?:GET|DELETE) /.test(operation) ? {} : { body }),
        headers: { consistencylevel: "eventual" },
      });
      expect(answer.status, answer.text).toBeLessThan(500);
      for (const secret of secrets) expect(answer.text).not.toContain(secret);
    }
    expect(await tenantRows(database, tenantId)).toEqual(before);
  });
});
