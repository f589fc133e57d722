import { z } from "zod";
import type { RedemptionWay } from "../../../../domain/policies/rules/collaboration-settings.ts";
import { readHost } from "../../../../domain/policies/rules/may-visit.ts";

/** `primaryIdentityProviderPrecedenceOrder` on the wire. */
export const wireWays = {
  tenant: "azureActiveDirectory",
  "external-federation": "externalFederation",
  social: "socialIdentityProviders",
} as const satisfies Record<RedemptionWay, string>;

/** Clients are careless about blanks and capitals here. */
const wireWay = z
  .string()
  .transform((typed) => {
    const name = typed.trim().toLowerCase();
    return Object.values(wireWays).find((wire) => wire.toLowerCase() === name) ?? typed;
  })
  .pipe(z.enum(Object.values(wireWays)));

/** The body of `PATCH /policies/crossTenantAccessPolicy/default`, as far as there is something behind it. */
export const redemptionOrderBody = z
  .strictObject({
    invitationRedemptionIdentityProviderConfiguration: z
      .strictObject({
        primaryIdentityProviderPrecedenceOrder: z
          .array(wireWay)
          .max(3)
          .refine((ways) => new Set(ways).size === ways.length, "names a way twice"),
        fallbackIdentityProvider: z
          .enum(["defaultConfiguredIdp", "emailOneTimePasscode"])
          .describe("Both mean the code by mail: whether it is offered, its own policy says."),
      })
      .partial(),
    memberVisits: z
      .strictObject({
        allowedTo: z.enum(["anywhere", "listed", "nowhere"]),
        hosts: z
          .array(z.string().transform(readHost).pipe(z.string("is no name of a host")))
          .max(1000)
          .optional()
          .describe("With 'listed': other deployments, such as guests.contoso.example."),
      })
      .describe("Extension: on which other deployments of Guesthouse members may be guests."),
  })
  .partial();
