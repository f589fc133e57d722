import { changeOwnPassword } from "../../../../domain/directory/change-own-password.ts";
import { type PasswordRefusal, provePassword } from "../../../../domain/signin/prove-password.ts";
import { badRequest, GraphError } from "../../graph-error.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { signedInUser } from "./find-addressed-user.ts";
import { passwordChangeBody } from "./user-body.ts";
import { userError } from "./user-errors.ts";

/** `POST /me/changePassword`: the current password is guessed at no faster than at the sign-in. */
export async function changePasswordEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { userId, userPrincipalName, isExternal } = signedInUser(caller);
  const body = passwordChangeBody.safeParse(await readJsonObject(request));
  if (!body.success)
    throw badRequest("Send the properties 'currentPassword' and 'newPassword', each as a string.");
  if (isExternal) throw userError({ code: "signs-in-elsewhere" });
  const { tenantId } = caller;
  const { currentPassword: password, newPassword } = body.data;
  const proved = await provePassword(machine, circumstances(request), {
    ...{ tenantId, address: userPrincipalName, password },
  });
  if (!proved.ok) throw unproved(request, proved.refusal);
  const changed = await changeOwnPassword(machine, circumstances(request), { tenantId, userId, newPassword });
  if (!changed.ok) throw userError(changed.refusal, userId);
  return c.body(null, 204);
}

function unproved({ c }: GraphRequest, refusal: PasswordRefusal): GraphError {
  if (refusal.code !== "too-many-tries")
    return badRequest("The specified current password is not right.", {
      code: "InvalidCurrentPassword",
      target: "currentPassword",
      message: "Send the password that the person signs in with now.",
    });
  c.header("retry-after", String(refusal.retryAfterSeconds));
  return new GraphError(429, "TooManyRequests", "Passwords were tried too often. Try again later.");
}
