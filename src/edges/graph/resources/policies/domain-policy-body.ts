import { z } from "zod";
import { domainPolicyDefinition } from "./domain-policy-definition.ts";

const text = z.string().trim().min(1).max(256);

/** The body of `PATCH /policies/b2bManagementPolicies/{id}`. */
export const domainPolicyChangesBody = z
  .strictObject({
    id: z.string(),
    displayName: text,
    description: z.string().max(1024),
    definition: domainPolicyDefinition,
    isOrganizationDefault: z.boolean().describe("False: a draft, which restricts nothing."),
  })
  .partial();

/** The body of `POST /policies/b2bManagementPolicies`. */
export const newDomainPolicyBody = domainPolicyChangesBody
  .omit({ id: true })
  .required({ displayName: true, definition: true });
