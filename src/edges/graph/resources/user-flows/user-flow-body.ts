import { z } from "zod";

const domains = z.array(z.string().max(253)).max(500);

/** `PUT …/apiConnectorConfiguration/{step}/$ref`: nothing in it takes the connector away. */
export const connectorReferenceBody = z.strictObject({ "@odata.id": z.string().optional() });

/** `POST /identity/b2xUserFlows`. */
export const newUserFlowBody = z.strictObject({
  id: z.string().describe("A name of letters, digits, '-' and '_'; the answer has B2X_1_ before it."),
  userFlowType: z.literal("signUpOrSignIn").optional(),
  userFlowTypeVersion: z.literal(1).optional(),
  identityProviders: z
    .array(z.looseObject({ id: z.string() }))
    .max(50)
    .optional(),
  apiConnectorConfiguration: z
    .strictObject({
      postFederationSignup: connectorReferenceBody,
      postAttributeCollection: connectorReferenceBody,
    })
    .partial()
    .optional(),
});

/** `PATCH /identity/b2xUserFlows/{id}`: all of it is an extension. */
export const userFlowChangesBody = z
  .strictObject({
    allowedDomains: domains.describe("Extension: only addresses in these domains sign up; empty means all."),
    blockedDomains: domains.describe("Extension: no address in these domains signs up."),
    signUpsPerHour: z.number().describe("Extension: how many people sign up by this flow in an hour."),
    defaultLanguage: z
      .string()
      .describe("Extension: what the pages speak to people who read none of its languages."),
    isApprovalRequired: z
      .boolean()
      .describe("Extension: whether one of the approvers decides about each person first."),
    providersFirst: z
      .boolean()
      .describe("Extension: whether the buttons of providers stand above the question for the address."),
  })
  .partial();

/** `PUT …/languages/{language}`. */
export const flowLanguageBody = z.strictObject({
  id: z.string().optional(),
  displayName: z.string().nullish(),
  isEnabled: z.boolean(),
});

/** `POST …/signUpRequests/{requestId}/approve`. */
export const approvalBody = z.strictObject({
  reason: z.string().nullish().describe("The person reads it in the mail."),
});

/** `POST …/signUpRequests/{requestId}/deny`. */
export const denialBody = z.strictObject({
  reason: z.string().describe("The person reads it in the mail, and when they come back."),
});

/** `POST …/$ref`. */
export const flowReferenceBody = z.strictObject({ "@odata.id": z.string() });
