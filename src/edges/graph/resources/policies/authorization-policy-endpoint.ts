import { changeCollaborationSettings } from "../../../../domain/policies/change-collaboration-settings.ts";
import { readCollaborationSettings } from "../../../../domain/policies/read-collaboration-settings.ts";
import { type Caller, holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { showOne } from "../../odata/list-few.ts";
import { readPolicyChanges } from "./authorization-policy-body.ts";
import { wireGuestRoles, wireInviters, wireUserConsent } from "./authorization-policy-words.ts";

/** `GET /policies/authorizationPolicy`: what is decided here, and none of the switches that nothing depends on. */
export async function readAuthorizationPolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayReadPolicies(caller);
  const settings = await readCollaborationSettings(machine.database, caller.tenantId);
  return showOne(request, "policies/authorizationPolicy", {
    id: "authorizationPolicy",
    displayName: "Authorization Policy",
    description: "Who may invite, what guests see, and whether people consent for themselves.",
    deletedDateTime: null,
    allowInvitesFrom: wireInviters[settings.allowInvitesFrom],
    guestUserRoleId: wireGuestRoles[settings.guestAccess],
    defaultUserRolePermissions: {
      permissionGrantPoliciesAssigned: settings.userConsent === "everyone" ? [wireUserConsent] : [],
    },
  });
}

/** `PATCH /policies/authorizationPolicy`. */
export async function updateAuthorizationPolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "privileged-role-administrator"))
    throw missingRole("Privileged Role Administrator", "Global Administrator");
  const changes = readPolicyChanges(await readJsonObject(request));
  const { tenantId } = caller;
  const outcome = await changeCollaborationSettings(machine, circumstances(request), { tenantId, changes });
  if (!outcome.ok) throw new Error(`the policy could not be changed: ${outcome.refusal.code}`);
  return c.body(null, 204);
}

function checkMayReadPolicies(caller: Caller): void {
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read policies here." });
}
