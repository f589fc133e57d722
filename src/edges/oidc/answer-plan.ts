import { z } from "zod";
import type { AuthorizationRequest } from "../../domain/signin/rules/authorization-request.ts";

/** What is needed again to answer an authorization request once a person has signed in; stored with the journey. */
const answerPlanSchema = z.object({
  responseType: z.array(z.enum(["code", "id_token", "token"])),
  responseMode: z.enum(["query", "fragment", "form_post"]),
  redirectUri: z.string(),
  platform: z.enum(["web", "spa", "public-client"]),
  state: z.string().optional(),
  nonce: z.string().optional(),
  codeChallenge: z.object({ method: z.enum(["S256", "plain"]), value: z.string() }).optional(),
  /** Of the endpoint that was asked; absent in what was stored when there was one. */
  version: z.union([z.literal(1), z.literal(2)]).default(2),
  scope: z.string(),
  resource: z.string().optional(),
  requestedClaims: z.array(z.string()),
  /** Absent in what was stored before it was read. */
  accessTokenClaims: z.array(z.string()).default([]),
  clientCapabilities: z.array(z.string()).default([]),
  wantsClientInfo: z.boolean(),
  /** The name that stood in the place of the tenant: the code is redeemed there. */
  alias: z.enum(["common", "organizations"]).optional(),
});

export type AnswerPlan = z.infer<typeof answerPlanSchema>;

/** Reads a plan back; one that cannot be read was not written by this edge. */
export function readAnswerPlan(answer: AuthorizationRequest["answer"]): AnswerPlan {
  return answerPlanSchema.parse(answer);
}
