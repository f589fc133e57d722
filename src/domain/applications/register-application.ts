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
  insertRegistration,
  insertServicePrincipal,
  selectIdentifierUriHolder,
} from "./registration-store.ts";
import type {
  Application,
  ApplicationInTenant,
  AppRole,
  ExposedScope,
  RedirectUriRegistration,
  SingleSignOnMode,
} from "./rules/application.ts";
import { bareRegistration } from "./rules/bare-registration.ts";
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
      | "requiresSignedRequests"
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
  readonly singleSignOnMode?: SingleSignOnMode | undefined;
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
  const refusal = refusalOf(input, applicationId);
  if (refusal) return refuse(refusal);
  const application = wantedApplication(input, applicationId);

  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<ApplicationInTenant, RegistrationRefusal>> => {
      if (await selectIdentifierUriHolder(transaction, application))
        return refuse({ code: "identifier-uri-taken" });
      if (!(await insertRegistration(transaction, application, now)))
        return refuse({ code: "application-exists" });
      await insertServicePrincipal(transaction, {
        tenantId,
        servicePrincipalId: newIdentifier<ServicePrincipalId>(),
        applicationId,
        displayName: input.displayName,
        assignmentRequired: input.assignmentRequired ?? false,
        singleSignOnMode: input.singleSignOnMode ?? null,
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

function wantedApplication(input: NewApplication, applicationId: ApplicationId): Application {
  const {
    assignmentRequired: _,
    singleSignOnMode: _too,
    identifierUris = [],
    appRoles = [],
    exposedScopes = [],
    ...plain
  } = input;
  return {
    ...bareRegistration({ ...plain, applicationId, objectId: newIdentifier<ApplicationObjectId>() }),
    ...plain,
    applicationId,
    identifierUris: identifierUris.map(comparableIdentifier),
    appRoles: appRoles.map((role) => ({
      roleId: newIdentifier<AppRoleId>(),
      description: "",
      isEnabled: true,
      ...role,
    })),
    exposedScopes: exposedScopes.map((scope) => ({
      scopeId: newIdentifier<ScopeId>(),
      description: "",
      isEnabled: true,
      ...scope,
    })),
  };
}
