import type {
  ApplicationId,
  AppRoleId,
  ServicePrincipalId,
  TenantId,
} from "../../../foundation/identifiers.ts";
import type { RequestedPermissions } from "./authorization-request.ts";
import type { HomeRequest } from "./home-request.ts";

/**
 * What an application wants an administrator to allow it for everybody of a tenant: already checked by the protocol
 * edge. Plain JSON, because it is stored with the sign-in transaction.
 */
export interface AdminConsentRequest {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  /** On behalf of whoever uses the application. */
  readonly permissions: readonly RequestedPermissions[];
  /** For the application itself, without a person. */
  readonly roles: readonly RequestedRoles[];
  readonly correlationId: string;
  /** Present when no tenant was named and this one was found: whoever is not meant is asked anew from there. */
  readonly home?: HomeRequest;
  /** Who said that they are at home here. */
  readonly loginHint?: string | undefined;
  /** What the protocol edge needs again to answer: kept unread. */
  readonly answer: Readonly<Record<string, unknown>>;
}

/** Roles of one resource that an application wants to hold itself. */
export interface RequestedRoles {
  readonly resourceId: ServicePrincipalId;
  readonly resourceApplicationId: ApplicationId;
  readonly resourceName: string;
  readonly roles: readonly {
    readonly roleId: AppRoleId;
    readonly value: string;
    readonly displayName: string;
    readonly description: string;
  }[];
}
