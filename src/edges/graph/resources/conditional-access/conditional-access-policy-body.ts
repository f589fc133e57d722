import { z } from "zod";
import { directoryRoleOfTemplate } from "../../../../domain/directory/rules/directory-role.ts";
import {
  type AgreementId,
  type ApplicationId,
  type Branded,
  type GroupId,
  type NamedLocationId,
  parseGuid,
  type TenantId,
  type UserId,
} from "../../../../foundation/identifiers.ts";

const mostNamed = 200;

/** A list of ids and of the words that stand for many at once. */
function named<Id extends Branded<string>, Word extends string>(words: readonly Word[]) {
  return z
    .array(
      z.string().transform((text, context): Id | Word => {
        const known = words.find((word) => word.toLowerCase() === text.toLowerCase()) ?? parseGuid<Id>(text);
        if (known === undefined)
          context.addIssue(
            `'${text.slice(0, 100)}' is no id${words.map((word) => ` and not '${word}'`).join("")}`,
          );
        return known ?? z.NEVER;
      }),
    )
    .max(mostNamed);
}

/** What exists elsewhere and decides nothing here: only absent, null or empty. */
const notOffered = z
  .union([z.null(), z.array(z.unknown()).max(0)], { error: "is not offered here; leave it out" })
  .optional();

const roles = z
  .array(
    z.string().transform((text, context) => {
      const role = directoryRoleOfTemplate(text);
      if (role === undefined)
        context.addIssue(`'${text.slice(0, 100)}' is the template id of no directory role here`);
      return role ?? z.NEVER;
    }),
  )
  .max(mostNamed);

/** The names of kinds of people from outside; some never come in here, so that they may be named without effect. */
const outsiderNames = [
  "internalGuest",
  "b2bCollaborationGuest",
  "b2bCollaborationMember",
  "b2bDirectConnectUser",
  "otherExternalUser",
  "serviceProvider",
] as const;

const outsiders = z.strictObject({
  guestOrExternalUserTypes: z.string().transform((text, context) => {
    const names = text.split(",").map((name) => name.trim());
    const unknown = names.find((name) => !outsiderNames.some((known) => known === name));
    if (unknown !== undefined)
      context.addIssue(
        `'${unknown.slice(0, 100)}' is no kind of guest; the kinds are ${outsiderNames.join(", ")}`,
      );
    return names as (typeof outsiderNames)[number][];
  }),
  externalTenants: z
    .discriminatedUnion("membershipKind", [
      z.strictObject({ membershipKind: z.literal("all") }),
      z.strictObject({
        membershipKind: z.literal("enumerated"),
        members: named<TenantId, never>([]).min(1),
      }),
    ])
    .nullish(),
});

const users = z.strictObject({
  includeUsers: named<UserId, "All" | "None" | "GuestsOrExternalUsers">([
    "All",
    "None",
    "GuestsOrExternalUsers",
  ]).default([]),
  excludeUsers: named<UserId, "GuestsOrExternalUsers">(["GuestsOrExternalUsers"]).default([]),
  includeGroups: named<GroupId, never>([]).default([]),
  excludeGroups: named<GroupId, never>([]).default([]),
  includeRoles: roles.default([]),
  excludeRoles: roles.default([]),
  includeGuestsOrExternalUsers: outsiders.nullish(),
  excludeGuestsOrExternalUsers: outsiders.nullish(),
});

const applications = z.strictObject({
  includeApplications: named<ApplicationId, "All" | "None">(["All", "None"]).min(1),
  excludeApplications: named<ApplicationId, never>([]).default([]),
  includeUserActions: notOffered,
  includeAuthenticationContextClassReferences: notOffered,
  applicationFilter: notOffered,
});

const locations = z.strictObject({
  includeLocations: named<NamedLocationId, "All" | "AllTrusted">(["All", "AllTrusted"]).min(1),
  excludeLocations: named<NamedLocationId, "AllTrusted">(["AllTrusted"]).default([]),
});

const conditions = z.strictObject({
  users,
  applications,
  locations: locations.nullish(),
  clientAppTypes: z
    .array(z.literal("all", { error: "is 'all' here: policies do not tell kinds of applications apart" }))
    .default(["all"]),
  platforms: notOffered,
  devices: notOffered,
  deviceStates: notOffered,
  signInRiskLevels: notOffered,
  userRiskLevels: notOffered,
  servicePrincipalRiskLevels: notOffered,
  insiderRiskLevels: notOffered,
  clientApplications: notOffered,
  authenticationFlows: notOffered,
});

const grantControls = z
  .strictObject({
    operator: z.enum(["AND", "OR"]).default("OR"),
    builtInControls: z
      .array(
        z.enum(["block", "mfa"], { error: "is 'block' or 'mfa' here; the other controls are not offered" }),
      )
      .default([]),
    customAuthenticationFactors: notOffered,
    termsOfUse: named<AgreementId, never>([]).default([]),
    authenticationStrength: notOffered,
  })
  .refine(({ builtInControls, termsOfUse }) => builtInControls.length + termsOfUse.length > 0, {
    error: "demands something: a control, or terms of use",
  })
  .refine(
    ({ builtInControls, termsOfUse }) =>
      !builtInControls.includes("block") || builtInControls.length + termsOfUse.length === 1,
    { error: "is 'block' alone, since nothing helps against it", path: ["builtInControls"] },
  );

const properties = {
  displayName: z.string().trim().min(1).max(256),
  state: z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
  conditions,
  grantControls,
};

/** The body of `POST /identity/conditionalAccess/policies`. */
export const newPolicyBody = z.strictObject({ ...properties, sessionControls: notOffered });

/** The body of `PATCH /identity/conditionalAccess/policies/{id}`: conditions and controls are changed as a whole. */
export const policyChangesBody = newPolicyBody.partial();

export type ConditionsBody = z.output<typeof conditions>;
export type OutsidersBody = z.output<typeof outsiders>;
export type GrantControlsBody = z.output<typeof grantControls>;
