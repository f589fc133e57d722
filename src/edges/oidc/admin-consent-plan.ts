import { z } from "zod";
import type { AdminConsentRequest } from "../../domain/signin/rules/admin-consent-request.ts";

/** What is needed again to answer once an administrator has decided; stored with the journey. */
const adminConsentPlanSchema = z.object({
  redirectUri: z.string(),
  state: z.string().optional(),
  /** The scopes that the answer names; only where the request named some. */
  scope: z.string().optional(),
});

export type AdminConsentPlan = z.infer<typeof adminConsentPlanSchema>;

/** Reads a plan back; one that cannot be read was not written by this edge. */
export function readAdminConsentPlan(answer: AdminConsentRequest["answer"]): AdminConsentPlan {
  return adminConsentPlanSchema.parse(answer);
}
