import { z } from "zod";

/** The body of `PATCH …/authenticationMethodConfigurations/email`. */
export const emailCodeBody = z
  .strictObject({
    id: z.string(),
    allowExternalIdToUseEmailOtp: z.enum(["default", "enabled", "disabled"]),
  })
  .partial();
