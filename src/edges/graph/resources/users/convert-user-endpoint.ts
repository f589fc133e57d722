import { convertToInternal } from "../../../../domain/invitations/convert-to-internal.ts";
import { circumstances, type GraphRequest, readJsonObject } from "../../graph-request.ts";
import { graphJson, wireMoment } from "../../graph-response.ts";
import { odataContext } from "../../odata/page.ts";
import { readBody } from "../../read-body.ts";
import { conversionBody } from "./conversion-body.ts";
import { findAddressedUser } from "./find-addressed-user.ts";
import { checkMayAdminister } from "./may-change-user.ts";
import { userError } from "./user-errors.ts";

const operation = "POST /users/:id/convertExternalToInternalMemberUser";

/** `POST /users/{id}/convertExternalToInternalMemberUser`. */
export async function convertUserEndpoint(request: GraphRequest): Promise<Response> {
  const { c, machine, caller } = request;
  const { tenantId } = caller;
  const user = await findAddressedUser(request, operation);
  await checkMayAdminister(machine, caller, user, operation);
  const body = inKnownLetters(await readJsonObject(request));
  const { passwordProfile, ...typed } = readBody(conversionBody, body, { resource: "User" });
  const { userId } = user;
  const outcome = await convertToInternal(machine, circumstances(request), {
    tenantId,
    userId,
    userPrincipalName: typed.userPrincipalName,
    password: passwordProfile.password,
    mustChangePassword: passwordProfile.forceChangePasswordNextSignIn ?? false,
    mail: typed.mail,
  });
  if (!outcome.ok) throw userError(outcome.refusal, userId);
  const { displayName, userPrincipalName, convertedAt, mail } = outcome.value;
  return graphJson(c, {
    "@odata.context": odataContext(machine.configuration.publicUrl, "microsoft.graph.conversionUserDetails"),
    displayName,
    userPrincipalName,
    convertedToInternalUserDateTime: wireMoment(convertedAt),
    mail: mail ?? null,
  });
}

/** The reference itself spells `userprincipalName` in places. */
function inKnownLetters(body: Record<string, unknown>): Record<string, unknown> {
  const known = new Map(Object.keys(conversionBody.shape).map((name) => [name.toLowerCase(), name]));
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [known.get(name.toLowerCase()) ?? name, value]),
  );
}
