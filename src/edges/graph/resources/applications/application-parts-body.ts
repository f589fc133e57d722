import { z } from "zod";
import type {
  AppRole,
  ExposedScope,
  GroupClaim,
  OptionalClaim,
  PreauthorizedClient,
  RequiredPermission,
} from "../../../../domain/applications/rules/application.ts";
import {
  type ApplicationId,
  type AppRoleId,
  type Branded,
  parseGuid,
  type ScopeId,
} from "../../../../foundation/identifiers.ts";
import { groupClaimWords } from "./application-words.ts";

/** A GUID of one kind of thing, in lower case. */
function id<Id extends Branded<string>>() {
  return z.string().transform((typed, context): Id => {
    const parsed = parseGuid<Id>(typed);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: "custom", message: "must be a GUID" });
    return z.NEVER;
  });
}

export const applicationId = id<ApplicationId>();
/** An id of whatever kind. */
export const anyId = id<Branded<string>>();

/** Settings of the reference that mean nothing here: what leaves them as they are is passed over. */
export const unset = z.unknown().refine(isNothing, "is not supported here; leave it out or empty");

/** Whether a value says no more than its absence. */
export function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isNothing);
}

/** What is named or described on pages: one line without direction marks. */
export const line = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, "must be one line without direction marks");

export const appRole = z
  .strictObject({
    id: id<AppRoleId>(),
    value: z.string().max(250).nullish(),
    displayName: line(100).min(1),
    description: line(250).nullish(),
    allowedMemberTypes: z.array(z.enum(["User", "Application"])),
    isEnabled: z.boolean().default(true),
    origin: z.unknown().optional(),
  })
  .transform(
    (typed): AppRole => ({
      roleId: typed.id,
      value: typed.value ?? undefined,
      displayName: typed.displayName,
      description: typed.description ?? "",
      forUsers: typed.allowedMemberTypes.includes("User"),
      forApplications: typed.allowedMemberTypes.includes("Application"),
      isEnabled: typed.isEnabled,
    }),
  );

export const exposedScope = z
  .strictObject({
    id: id<ScopeId>(),
    value: z.string().min(1).max(120),
    type: z.enum(["User", "Admin"]).default("User"),
    adminConsentDisplayName: line(100).min(1),
    adminConsentDescription: line(850).nullish(),
    userConsentDisplayName: line(100).nullish(),
    userConsentDescription: line(850).nullish(),
    isEnabled: z.boolean().default(true),
    origin: z.unknown().optional(),
  })
  .transform(
    (typed): ExposedScope => ({
      scopeId: typed.id,
      value: typed.value,
      consentBy: typed.type === "Admin" ? "admin" : "user",
      displayName: typed.adminConsentDisplayName,
      description: typed.adminConsentDescription ?? "",
      userDisplayName: typed.userConsentDisplayName ?? undefined,
      userDescription: typed.userConsentDescription ?? undefined,
      isEnabled: typed.isEnabled,
    }),
  );

export const preauthorizedClient = z
  .strictObject({ appId: applicationId, delegatedPermissionIds: z.array(id<ScopeId>()).max(400) })
  .transform(
    (typed): PreauthorizedClient => ({
      applicationId: typed.appId,
      scopeIds: typed.delegatedPermissionIds,
    }),
  );

export const requiredPermission = z
  .strictObject({
    resourceAppId: applicationId,
    resourceAccess: z
      .array(z.strictObject({ id: id<AppRoleId & ScopeId>(), type: z.enum(["Scope", "Role"]) }))
      .max(400),
  })
  .transform((typed): RequiredPermission => {
    const idsOf = (type: "Scope" | "Role") =>
      typed.resourceAccess.filter((access) => access.type === type).map((access) => access.id);
    return {
      resourceApplicationId: typed.resourceAppId,
      scopeIds: idsOf("Scope"),
      roleIds: idsOf("Role"),
    };
  });

const optionalClaim = z
  .strictObject({
    name: line(256).min(1),
    source: line(256).nullish(),
    essential: z.boolean().nullish(),
    additionalProperties: z.array(line(256)).max(50).nullish(),
  })
  .transform(
    (typed): OptionalClaim => ({
      name: typed.name,
      source: typed.source ?? null,
      essential: typed.essential ?? false,
      additionalProperties: typed.additionalProperties ?? [],
    }),
  );

const claimList = z.array(optionalClaim).max(100).nullish();

export const optionalClaims = z
  .strictObject({ idToken: claimList, accessToken: claimList, saml2Token: claimList })
  .transform((typed) =>
    Object.fromEntries(
      Object.entries(typed).flatMap(([token, claims]) =>
        claims === undefined ? [] : [[token, claims ?? []]],
      ),
    ),
  );

/** `SecurityGroup, DirectoryRole`; `None` and null mean nothing. */
export const groupMembershipClaims = z
  .string()
  .nullable()
  .transform((typed, context): GroupClaim[] => {
    const words = (typed ?? "None").split(",").map((word) => word.trim());
    return words.flatMap((word) => {
      if (word === "None") return [];
      const known = Object.entries(groupClaimWords).find(([name]) => name === word)?.[1];
      if (known !== undefined) return [known];
      context.addIssue({
        code: "custom",
        message: `must be None or some of ${Object.keys(groupClaimWords).join(", ")}`,
      });
      return [];
    });
  });

export const keyCredential = z.strictObject({
  keyId: z.string().nullish(),
  key: z.string().max(30_000).nullish(),
  displayName: line(120).nullish(),
  type: z.literal("AsymmetricX509Cert", "must be AsymmetricX509Cert").nullish(),
  usage: z.literal("Verify", "must be Verify: applications sign with keys that stay with them").nullish(),
  // The certificate itself tells these.
  startDateTime: z.unknown().optional(),
  endDateTime: z.unknown().optional(),
  customKeyIdentifier: z.unknown().optional(),
});
