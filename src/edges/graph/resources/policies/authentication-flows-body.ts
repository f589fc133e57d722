import { z } from "zod";

/** The body of `PATCH /policies/authenticationFlowsPolicy`. */
export const authenticationFlowsBody = z
  .strictObject({
    id: z.literal("authenticationFlowsPolicy"),
    selfServiceSignUp: z.strictObject({ isEnabled: z.boolean() }),
  })
  .partial();
