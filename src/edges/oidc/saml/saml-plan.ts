import { z } from "zod";
import type { AuthorizationRequest } from "../../../domain/signin/rules/authorization-request.ts";

/** What is needed again to answer an application that signs in by SAML; stored with the journey in the place of an answer plan. */
const samlPlanSchema = z.object({
  samlRequest: z.object({
    requestId: z.string(),
    /** The application's entity id, as it spelled it. */
    issuer: z.string(),
    assertionConsumerUrl: z.string(),
    relayState: z.string().optional(),
    nameIdPolicy: z.object({
      format: z.enum(["persistent", "email-address", "transient", "unspecified"]).optional(),
      spNameQualifier: z.string().optional(),
    }),
    contexts: z.array(z.string()),
  }),
});

export type SamlPlan = z.infer<typeof samlPlanSchema>["samlRequest"];

/** The plan as a journey keeps it. */
export function storedSamlPlan(plan: SamlPlan): AuthorizationRequest["answer"] {
  return { samlRequest: plan };
}

/** The plan of a journey that an application waits for by SAML; undefined where another one waits. */
export function readSamlPlan(answer: AuthorizationRequest["answer"]): SamlPlan | undefined {
  return samlPlanSchema.safeParse(answer).data?.samlRequest;
}
