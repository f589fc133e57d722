import { changeCollaborationSettings } from "../../../../domain/policies/change-collaboration-settings.ts";
import { readCollaborationSettings } from "../../../../domain/policies/read-collaboration-settings.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { checkMayManageProviders } from "../../may-manage-providers.ts";
import { showOne } from "../../odata/list-few.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { emailCodeBody } from "./email-code-body.ts";

const path = "policies/authenticationMethodsPolicy/authenticationMethodConfigurations/email";

/** `GET …/authenticationMethodConfigurations/email`: whether guests may prove an address by a mailed code. */
export async function readEmailCodePolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  checkMayManageProviders(caller);
  const { emailCodeEnabled } = await readCollaborationSettings(machine.database, caller.tenantId);
  return showOne(request, path, {
    "@odata.type": "#microsoft.graph.emailAuthenticationMethodConfiguration",
    id: "Email",
    // The organisation's own people have passwords.
    state: "disabled",
    allowExternalIdToUseEmailOtp: emailCodeEnabled ? "enabled" : "disabled",
  });
}

/** Its PATCH. Guests who accepted with a code cannot sign in while it is off. */
export async function updateEmailCodePolicyEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  checkMayManageProviders(caller);
  const body = readChanges(
    emailCodeBody,
    "emailAuthenticationMethodConfiguration",
    await readJsonObject(request),
    {
      state: "The organisation's own people sign in by password, so this cannot be set.",
      includeTargets: "The switch holds for every guest.",
      excludeTargets: "The switch holds for every guest.",
    },
  );
  const allowed = body.allowExternalIdToUseEmailOtp;
  const { tenantId } = caller;
  const changes = allowed === undefined ? {} : { emailCodeEnabled: allowed !== "disabled" };
  const outcome = await changeCollaborationSettings(machine, circumstances(request), { tenantId, changes });
  if (!outcome.ok) throw new Error(`the policy could not be changed: ${outcome.refusal.code}`);
  return c.body(null, 204);
}
