import { changeCollaborationSettings } from "../../../../domain/policies/change-collaboration-settings.ts";
import { readCollaborationSettings } from "../../../../domain/policies/read-collaboration-settings.ts";
import type { CollaborationSettings } from "../../../../domain/policies/rules/collaboration-settings.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { checkMayManageProviders } from "../../may-manage-providers.ts";
import { showOne } from "../../odata/list-few.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { wordOf } from "./authorization-policy-words.ts";
import { redemptionOrderBody, wireWays } from "./redemption-order-body.ts";

/** `GET /policies/crossTenantAccessPolicy/default`. */
export async function readRedemptionOrderEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayManageProviders(caller);
  const settings = await readCollaborationSettings(machine.database, caller.tenantId);
  return showOne(request, "policies/crossTenantAccessPolicy/default", {
    isServiceDefault: isDefault(settings),
    invitationRedemptionIdentityProviderConfiguration: {
      primaryIdentityProviderPrecedenceOrder: settings.redemptionOrder.map((way) => wireWays[way]),
      fallbackIdentityProvider: "defaultConfiguredIdp",
    },
    memberVisits: { allowedTo: settings.memberVisits, hosts: settings.visitableHosts },
  });
}

/** `PATCH /policies/crossTenantAccessPolicy/default`. */
export async function updateRedemptionOrderEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageProviders(caller);
  const body = readChanges(
    redemptionOrderBody,
    "crossTenantAccessPolicy",
    await readJsonObject(request),
    notOffered,
  );
  const order =
    body.invitationRedemptionIdentityProviderConfiguration?.primaryIdentityProviderPrecedenceOrder;
  const { tenantId } = caller;
  const redemptionOrder = order?.map((wire) => wordOf(wireWays, wire)).filter((way) => way !== undefined);
  const { memberVisits } = body;
  const changes = {
    ...(redemptionOrder && { redemptionOrder }),
    ...(memberVisits && { memberVisits: memberVisits.allowedTo, visitableHosts: memberVisits.hosts ?? [] }),
  };
  const outcome = await changeCollaborationSettings(machine, circumstances(request), { tenantId, changes });
  if (!outcome.ok) throw new Error(`the order could not be changed: ${outcome.refusal.code}`);
  return c.body(null, 204);
}

function isDefault({ redemptionOrder, memberVisits }: CollaborationSettings): boolean {
  return redemptionOrder.join() === Object.keys(wireWays).join() && memberVisits === "anywhere";
}

/** Parts of the reference's policy that nothing stands behind here. */
const notOffered: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "automaticUserConsentSettings",
    "b2bCollaborationInbound",
    "b2bCollaborationOutbound",
    "b2bDirectConnectInbound",
    "b2bDirectConnectOutbound",
    "inboundTrust",
    "tenantRestrictions",
  ].map((name) => [name, "Nothing here depends on this setting yet, so it cannot be set."]),
);
