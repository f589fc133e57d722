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
  /** For the administrator who consents for everybody. */
  readonly displayName: string;
  readonly description: string;
  /** For the person who consents for themselves; undefined: the same texts. */
  readonly userDisplayName?: string | undefined;
  readonly userDescription?: string | undefined;
  readonly isEnabled: boolean;
}

/** What an application says it needs of a resource: what `.default` asks consent for. */
export interface RequiredPermission {
  readonly resourceApplicationId: ApplicationId;
  readonly scopeIds: readonly ScopeId[];
  /** Roles for the application itself. */
  readonly roleIds: readonly AppRoleId[];
}

/** A client that gets scopes of an application without anybody being asked. */
export interface PreauthorizedClient {
  readonly applicationId: ApplicationId;
  readonly scopeIds: readonly ScopeId[];
}

/** A claim that an application wants in a kind of token beyond what is always there. */
export interface OptionalClaim {
  readonly name: string;
  /** Where it comes from; null: one of the predefined claims. */
  readonly source: string | null;
  readonly essential: boolean;
  /** How the claim is written, such as `include_externally_authenticated_upn`. */
  readonly additionalProperties: readonly string[];
}

/** Which memberships tokens list. */
export type GroupClaim = "security-groups" | "directory-roles" | "application-groups" | "all";

/** Pages about an application and whoever makes it. */
export interface InformationUrls {
  readonly marketing?: string;
  readonly privacyStatement?: string;
  readonly support?: string;
  readonly termsOfService?: string;
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
  /** Requests of SAML count only when one of its certificates signed them. */
  readonly requiresSignedRequests: boolean;
  readonly accessTokenVersion: 1 | 2;
  readonly groupClaims: readonly GroupClaim[];
  readonly optionalClaims: {
    readonly idToken?: readonly OptionalClaim[];
    readonly accessToken?: readonly OptionalClaim[];
    readonly saml2Token?: readonly OptionalClaim[];
  };
  readonly appRoles: readonly AppRole[];
  readonly exposedScopes: readonly ExposedScope[];
  readonly requiredPermissions: readonly RequiredPermission[];
  readonly preauthorizedClients: readonly PreauthorizedClient[];
  /** Clients whose consent asks for what this application needs too. */
  readonly knownClients: readonly ApplicationId[];
  readonly homePageUrl: string | undefined;
  /** Loaded by the browser that signs out. */
  readonly logoutUrl: string | undefined;
  /** Told by the service itself when somebody signs out (OpenID Connect Back-Channel Logout 1.0). */
  readonly backChannelLogoutUrl: string | undefined;
  readonly description: string | undefined;
  readonly notes: string | undefined;
  readonly tags: readonly string[];
  readonly informationUrls: InformationUrls;
  /** Undefined: built in. */
  readonly createdAt: Date | undefined;
  readonly deletedAt: Date | undefined;
}

/** How people of a tenant sign in to an application, as far as the tenant has said: only who is set to SAML may use it. */
export type SingleSignOnMode = "saml" | "oidc" | "not-supported";

/** An application's presence in one tenant. */
export interface ServicePrincipal {
  readonly tenantId: TenantId;
  readonly servicePrincipalId: ServicePrincipalId;
  readonly applicationId: ApplicationId;
  readonly displayName: string;
  readonly accountEnabled: boolean;
  /** Only who is assigned may sign in. */
  readonly assignmentRequired: boolean;
  readonly description: string | undefined;
  readonly notes: string | undefined;
  /** Where the application is opened from lists such as My Apps, when it differs from its home page. */
  readonly loginUrl: string | undefined;
  readonly singleSignOnMode: SingleSignOnMode | undefined;
  readonly tags: readonly string[];
  readonly createdAt: Date;
  readonly deletedAt: Date | undefined;
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
