import type { ApprovedGuest } from "../../../../domain/signup/create-guest-with-identity.ts";
import { badRequest } from "../../graph-error.ts";
import type { GraphRequest } from "../../graph-request.ts";
import { takeCustomValues } from "./custom-values-body.ts";
import { newGuestBody } from "./guest-body.ts";
import { inDomainWords, parseUser } from "./user-body.ts";
import { userError } from "./user-errors.ts";

const required = ["accountEnabled", "mail", "userType"] as const;

/** Reads the body of `POST /users` with `identities`; throws 400 naming what is missing or cannot be set. */
export async function readNewGuest(
  request: GraphRequest,
  body: Record<string, unknown>,
): Promise<Omit<ApprovedGuest, "tenantId">> {
  const missing = required.find((name) => body[name] === undefined || body[name] === null);
  if (missing !== undefined)
    throw badRequest(`A value is required for property '${missing}' of resource 'User'.`, {
      code: "MissingValue",
      target: missing,
      message: "With identities a guest is created: send accountEnabled, mail and userType 'Guest'.",
    });
  if (body["passwordProfile"] !== undefined) throw userError({ code: "signs-in-elsewhere" });
  const { rest, customValues } = await takeCustomValues(request, body);
  const { identities, userPrincipalName, ...plain } = parseUser(newGuestBody, rest);
  const [{ issuer, issuerAssignedId: subject } = { issuer: "", issuerAssignedId: "" }] = identities;
  const values = Object.entries(customValues ?? {}).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  );
  return {
    ...inDomainWords(plain),
    // Samples that systems were written by leave the second sign out.
    userPrincipalName: userPrincipalName?.replace(/#EXT@/i, "#EXT#@"),
    identity: { issuer, subject },
    customValues: Object.fromEntries(values),
  };
}
