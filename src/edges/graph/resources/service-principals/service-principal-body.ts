import { z } from "zod";
import { isPageAddress } from "../../../../domain/applications/rules/check-registration.ts";
import type { ServicePrincipalChanges } from "../../../../domain/applications/update-service-principal.ts";
import { readBody } from "../../read-body.ts";
import { applicationId, line, unset } from "../applications/application-parts-body.ts";
import { singleSignOnModes } from "../applications/application-words.ts";
import { isServicePrincipalProperty } from "./service-principal-properties.ts";

/** The body of `PATCH /servicePrincipals/{id}`. */
export const servicePrincipalChangesBody = z
  .strictObject({
    accountEnabled: z.boolean(),
    appRoleAssignmentRequired: z.boolean(),
    description: z.string().max(1024).nullable(),
    notes: z.string().max(1024).nullable(),
    loginUrl: z
      .string()
      .max(2048)
      .refine(isPageAddress, "must be an https address (http only for localhost)")
      .nullable(),
    tags: z.array(line(256)).max(50),
    alternativeNames: unset,
    notificationEmailAddresses: unset,
    preferredSingleSignOnMode: z
      .enum(
        Object.keys(singleSignOnModes) as (keyof typeof singleSignOnModes)[],
        "must be saml, oidc or notSupported: passwords are not kept for applications",
      )
      .nullable(),
    preferredTokenSigningKeyThumbprint: unset,
    samlSingleSignOnSettings: unset,
  })
  .partial();

/** The body of `POST /servicePrincipals`. */
export const servicePrincipalBody = servicePrincipalChangesBody.extend({
  appId: applicationId,
  "owners@odata.bind": z.array(z.string().max(2048)).max(20).optional(),
});

const about = { resource: "ServicePrincipal", isProperty: isServicePrincipalProperty };

/** Reads the body of `PATCH /servicePrincipals/{id}`; throws 400. */
export function readServicePrincipalChanges(body: Record<string, unknown>): ServicePrincipalChanges {
  return changesOf(readBody(servicePrincipalChangesBody, body, about));
}

/** Reads the body of `POST /servicePrincipals`; throws 400. */
export function readNewServicePrincipal(body: Record<string, unknown>) {
  const typed = readBody(servicePrincipalBody, body, about);
  const { appId, "owners@odata.bind": ownerReferences = [], ...properties } = typed;
  return { applicationId: appId, properties: changesOf(properties), ownerReferences };
}

function changesOf(typed: z.output<typeof servicePrincipalChangesBody>): ServicePrincipalChanges {
  const { accountEnabled, appRoleAssignmentRequired, description, notes, loginUrl, tags } = typed;
  const { preferredSingleSignOnMode: mode } = typed;
  const changes = {
    accountEnabled,
    assignmentRequired: appRoleAssignmentRequired,
    description,
    notes,
    loginUrl,
    singleSignOnMode: mode && singleSignOnModes[mode],
    tags,
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
