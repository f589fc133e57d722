import { readSignUpSettings } from "../../../../domain/signup/read-sign-up-settings.ts";
import { switchSignUp } from "../../../../domain/signup/switch-sign-up.ts";
import { holdsRole, missingRole } from "../../caller.ts";
import { denied } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { showOne } from "../../odata/list-few.ts";
import { readChanges } from "../../odata/read-changes.ts";
import { authenticationFlowsBody } from "./authentication-flows-body.ts";

/** `GET /policies/authenticationFlowsPolicy`: whether people sign up by themselves. */
export async function readAuthenticationFlowsEndpoint(request: GraphRequest): Promise<Response> {
  const { machine, caller } = request;
  if (caller.kind === "user" && caller.access !== "everybody")
    throw denied({ code: "GuestRestricted", message: "Guests cannot read policies here." });
  const { isEnabled } = await readSignUpSettings(machine.database, caller.tenantId);
  return showOne(request, "policies/authenticationFlowsPolicy", {
    id: "authenticationFlowsPolicy",
    displayName: "Authentication flows policy",
    description:
      "Whether people who were not invited may sign up for applications that a user flow is linked to.",
    selfServiceSignUp: { isEnabled },
  });
}

/** `PATCH /policies/authenticationFlowsPolicy`. */
export async function updateAuthenticationFlowsEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  if (caller.kind === "user" && !holdsRole(caller, "global-administrator", "privileged-role-administrator"))
    throw missingRole("Privileged Role Administrator", "Global Administrator");
  const body = readChanges(
    authenticationFlowsBody,
    "authenticationFlowsPolicy",
    await readJsonObject(request),
    { displayName: "This property is read-only.", description: "This property is read-only." },
  );
  const isEnabled = body.selfServiceSignUp?.isEnabled;
  if (isEnabled !== undefined)
    await switchSignUp(machine, circumstances(request), { tenantId: caller.tenantId, isEnabled });
  return c.body(null, 204);
}
