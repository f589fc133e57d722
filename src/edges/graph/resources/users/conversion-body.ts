import { z } from "zod";
import { address, passwordProfile } from "./user-body.ts";

/** The body of `POST /users/{id}/convertExternalToInternalMemberUser`. */
export const conversionBody = z.strictObject({
  userPrincipalName: z.string().min(1).max(113),
  passwordProfile: passwordProfile.extend({ password: z.string() }),
  mail: address.optional(),
});
