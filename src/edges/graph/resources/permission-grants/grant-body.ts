import { z } from "zod";
import { anyId } from "../applications/application-parts-body.ts";

const scope = z
  .string()
  .max(10_000)
  .transform((text) => text.split(" ").filter((word) => word !== ""));

/** The body of `POST /oauth2PermissionGrants`. */
export const grantBody = z
  .strictObject({
    clientId: anyId,
    consentType: z.enum(["AllPrincipals", "Principal"]),
    principalId: anyId.nullish(),
    resourceId: anyId,
    scope: scope.nullish(),
    // Clients of old send these; the reference ignores them too.
    startTime: z.unknown().optional(),
    expiryTime: z.unknown().optional(),
  })
  .refine(({ consentType, principalId }) => (consentType === "Principal") === Boolean(principalId), {
    path: ["principalId"],
    message: "is needed with consentType Principal, and must be left out with AllPrincipals",
  });

/** The body of `PATCH /oauth2PermissionGrants/{id}`. */
export const grantChangesBody = z.strictObject({ scope });
