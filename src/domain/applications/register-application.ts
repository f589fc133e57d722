import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  ScopeId,
  ServicePrincipalId,
  TenantId,
} from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { selectApplicationsInTenant } from "./application-store.ts";
import { forgetApplications } from "./find-application.ts";
import {
  hasIdentifierUri,
  insertApplication,
  insertApplicationParts,
  insertServicePrincipal,
} from "./registration-store.ts";
import type {
  Application,
  ApplicationInTenant,
  AppRole,
  ExposedScope,
  RedirectUriRegistration,
} from "./rules/application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";
import { comparableIdentifier } from "./rules/identifier-uri.ts";
import { checkNewRedirectUri, type RedirectUriRefusal } from "./rules/redirect-uri.ts";

type OptionalParts<Value, Names extends keyof Value> = Omit<Value, Names> & Partial<Pick<Value, Names>>;

export interface NewApplication
  extends Partial<
    Pick<
      Application,
      | "identifierUris"
      | "audience"
      | "issuesIdToken"
      | "issuesAccessToken"
      | "allowsPublicClient"
      | "accessTokenVersion"
      | "groupClaims"
      | "optionalClaims"
      | "requiredPermissions"
      | "preauthorizedClients"
      | "knownClients"
      | "homePageUrl"
      | "logoutUrl"
      | "backChannelLogoutUrl"
    >
  > {
  readonly tenantId: TenantId;
  readonly applicationId?: ApplicationId;
  readonly displayName: string;
  readonly redirectUris: readonly RedirectUriRegistration[];
  readonly exposedScopes?: readonly OptionalParts<ExposedScope, "scopeId" | "description" | "isEnabled">[];
  readonly appRoles?: readonly OptionalParts<AppRole, "roleId" | "description" | "isEnabled">[];
  /** Only who is assigned may sign in. */
  readonly assignmentRequired?: boolean;
}

export type RegistrationRefusal =
  | { readonly code: "display-name-empty" | "application-exists" | "identifier-uri-taken" }
  | (RedirectUriRefusal & { readonly uri: string });

/** Registers an application in its home tenant, where it can be used at once. */
export async function registerApplication(
  machine: Machine,
  circumstances: Circumstances,
  input: NewApplication,
): Promise<Result<ApplicationInTenant, RegistrationRefusal>> {
  const { tenantId } = input;
  const now = machine.clock();
  const applicationId = input.applicationId ?? newIdentifier<ApplicationId>();
  const objectId = newIdentifier<ApplicationObjectId>();
  const identifierUris = (input.identifierUris ?? []).map(comparableIdentifier);
  const refusal = refusalOf(input, applicationId);
  if (refusal) return refuse(refusal);

  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<ApplicationInTenant, RegistrationRefusal>> => {
      if (await hasIdentifierUri(transaction, tenantId, identifierUris))
        return refuse({ code: "identifier-uri-taken" });
      const row = applicationRow(input, { applicationId, objectId, identifierUris, now });
      if (!(await insertApplication(transaction, row))) return refuse({ code: "application-exists" });
      await insertApplicationParts(transaction, applicationParts(input, objectId));
      await insertServicePrincipal(transaction, {
        tenantId,
        servicePrincipalId: newIdentifier<ServicePrincipalId>(),
        applicationId,
        displayName: input.displayName,
        assignmentRequired: input.assignmentRequired ?? false,
        createdAt: now,
      });
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "application-created",
        result: "success",
        target: { kind: "application", id: applicationId, name: input.displayName },
        details: { redirectUris: input.redirectUris },
      });
      const [registered] = await selectApplicationsInTenant(transaction, tenantId, { applicationId });
      if (!registered) throw new Error("the application just registered is not there");
      return accept(registered);
    });
  forgetApplications(machine.database);
  return outcome;
}

function refusalOf(input: NewApplication, applicationId: ApplicationId): RegistrationRefusal | undefined {
  if (input.displayName.trim() === "") return { code: "display-name-empty" };
  if (applicationId === graphApplicationId) return { code: "application-exists" };
  for (const { platform, uri } of input.redirectUris) {
    const checked = checkNewRedirectUri(platform, uri);
    if (!checked.ok) return { ...checked.refusal, uri };
  }
  return undefined;
}

function applicationRow(
  input: NewApplication,
  made: {
    readonly applicationId: ApplicationId;
    readonly objectId: ApplicationObjectId;
    readonly identifierUris: string[];
    readonly now: Date;
  },
): Parameters<typeof insertApplication>[1] {
  return {
    tenantId: input.tenantId,
    objectId: made.objectId,
    applicationId: made.applicationId,
    displayName: input.displayName,
    identifierUris: made.identifierUris,
    audience: input.audience ?? "tenant",
    issuesIdToken: input.issuesIdToken ?? false,
    issuesAccessToken: input.issuesAccessToken ?? false,
    allowsPublicClient: input.allowsPublicClient ?? false,
    accessTokenVersion: input.accessTokenVersion ?? 2,
    groupClaims: [...(input.groupClaims ?? [])],
    optionalClaims: JSON.stringify(input.optionalClaims ?? {}),
    requiredPermissions: JSON.stringify(input.requiredPermissions ?? []),
    preauthorizedClients: JSON.stringify(input.preauthorizedClients ?? []),
    knownClients: [...(input.knownClients ?? [])],
    homePageUrl: input.homePageUrl ?? null,
    logoutUrl: input.logoutUrl ?? null,
    backChannelLogoutUrl: input.backChannelLogoutUrl ?? null,
    createdAt: made.now,
  };
}

function applicationParts(
  { tenantId, ...input }: NewApplication,
  objectId: ApplicationObjectId,
): Parameters<typeof insertApplicationParts>[1] {
  const owner = { tenantId, objectId };
  return {
    redirectUris: input.redirectUris.map(({ platform, uri }) => ({ ...owner, platform, uri })),
    appRoles: (input.appRoles ?? []).map((role) => ({
      ...owner,
      roleId: role.roleId ?? newIdentifier<AppRoleId>(),
      value: role.value ?? null,
      displayName: role.displayName,
      description: role.description ?? "",
      forUsers: role.forUsers,
      forApplications: role.forApplications,
      isEnabled: role.isEnabled ?? true,
    })),
    exposedScopes: (input.exposedScopes ?? []).map((scope) => ({
      ...owner,
      scopeId: scope.scopeId ?? newIdentifier<ScopeId>(),
      value: scope.value,
      consentBy: scope.consentBy,
      displayName: scope.displayName,
      description: scope.description ?? "",
      userDisplayName: scope.userDisplayName ?? null,
      userDescription: scope.userDescription ?? null,
      isEnabled: scope.isEnabled ?? true,
    })),
  };
}
