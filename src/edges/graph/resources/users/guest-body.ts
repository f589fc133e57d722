import { z } from "zod";
import { userChangesBody } from "./user-body.ts";

const id = z
  .string()
  .min(1)
  .max(512)
  .regex(/^\P{Cc}*$/u, "must not hold control characters");

const identity = z.strictObject({
  signInType: z.literal("federated", {
    error:
      "must be 'federated': people with a name or an address and a password here have no identities to send",
  }),
  issuer: id,
  issuerAssignedId: id,
});

/** The body of `POST /users` for a guest whom the organisation's own system approved. */
export const newGuestBody = userChangesBody.omit({ passwordProfile: true }).extend({
  accountEnabled: z.boolean(),
  mail: userChangesBody.shape.mail.unwrap(),
  userType: z.literal("Guest", {
    error: "must be 'Guest': who proves their identity elsewhere becomes a member by PATCH /users/{id}",
  }),
  identities: z.array(identity).length(1, "must hold exactly one identity"),
});
