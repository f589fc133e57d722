import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  ScopeId,
  ServicePrincipalId,
  TenantId,
} from "../../../foundation/identifiers.ts";

/** What kind of program a redirect URI belongs to; decides how codes are redeemed there. */
export type Platform = "web" | "spa" | "public-client";

export interface RedirectUriRegistration {
  readonly platform: Platform;
  readonly uri: string;
}

export interface AppRole {
  readonly roleId: AppRoleId;
  /** What tokens carry in `roles`; undefined for the default role. */
  readonly value: string | undefined;
  readonly displayName: string;
  readonly description: string;
  readonly forUsers: boolean;
  readonly forApplications: boolean;
  readonly isEnabled: boolean;
}

export interface ExposedScope {
  readonly scopeId: ScopeId;
  readonly value: string;
  /** Whether any user may consent for themselves, or only an administrator for everybody. */
  readonly consentBy: "user" | "admin";
  readonly displayName: string;
  readonly description: string;
  readonly isEnabled: boolean;
}

/** What an application says it needs of a resource: what `.default` asks consent for. */
export interface RequiredPermission {
  readonly resourceApplicationId: ApplicationId;
  /** Values of delegated scopes. */
  readonly scopes: readonly string[];
  /** Values of roles for the application itself. */
  readonly appRoles: readonly string[];
}

/** An application's registration, in its home tenant. */
export interface Application {
  readonly tenantId: TenantId;
  readonly objectId: ApplicationObjectId;
  readonly applicationId: ApplicationId;
  readonly displayName: string;
  readonly identifierUris: readonly string[];
  /** `tenant`: only its own tenant; `tenants`: any tenant with a service principal for it. */
  readonly audience: "tenant" | "tenants";
  readonly redirectUris: readonly RedirectUriRegistration[];
  readonly issuesIdToken: boolean;
  readonly issuesAccessToken: boolean;
  readonly allowsPublicClient: boolean;
  readonly accessTokenVersion: 1 | 2;
  readonly groupClaims: "none" | "groups" | "application-groups";
  readonly optionalClaims: { readonly idToken?: readonly string[]; readonly accessToken?: readonly string[] };
  readonly appRoles: readonly AppRole[];
  readonly exposedScopes: readonly ExposedScope[];
  readonly requiredPermissions: readonly RequiredPermission[];
  readonly homePageUrl: string | undefined;
  readonly logoutUrl: string | undefined;
}

/** An application's presence in one tenant. */
export interface ServicePrincipal {
  readonly tenantId: TenantId;
  readonly servicePrincipalId: ServicePrincipalId;
  readonly applicationId: ApplicationId;
  readonly displayName: string;
  readonly accountEnabled: boolean;
  readonly assignmentRequired: boolean;
}

/** An application as seen from the tenant where it is used. */
export interface ApplicationInTenant {
  readonly application: Application;
  readonly servicePrincipal: ServicePrincipal;
}

/** An application that a tenant has, or gets with the first consent: made for many tenants by another one. */
export interface OfferedApplication {
  readonly application: Application;
  /** Undefined: not in the tenant yet. */
  readonly servicePrincipal: ServicePrincipal | undefined;
}
