import type { ApplicationId, ServicePrincipalId, TenantId } from "../../../foundation/identifiers.ts";
import type { HomeRequest } from "./home-request.ts";
import type { Prompt } from "./prompt.ts";

/**
 * What an application asks of sign-in: already checked by the protocol edge. Plain JSON, because it is stored
 * with the sign-in transaction.
 */
export interface AuthorizationRequest {
  readonly tenantId: TenantId;
  readonly applicationId: ApplicationId;
  readonly prompt: Prompt;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly maxAgeSeconds: number | undefined;
  /** Only a proof from this moment on counts, ISO 8601: an API has refused what rests on an older one. */
  readonly provenSince?: string | undefined;
  /** Object of the `sid` hint: only the account of this session may answer silently. */
  readonly sessionHint: string | undefined;
  readonly uiLocales: string | undefined;
  /** Delegated permissions asked for, of one or several resources (OpenID scopes left out). */
  readonly permissions: readonly RequestedPermissions[];
  readonly correlationId: string;
  /** Of the ID tokens that the application gets, for its sign-out; absent for the second. */
  readonly tokenVersion?: 1 | 2 | undefined;
  /** Present when no tenant was named and this one was found: whoever is not meant is asked anew from there. */
  readonly home?: HomeRequest;
  /** Present when a device without a browser asked: the person must say that it is theirs (RFC 8628 section 5.4). */
  readonly device?: AskingDevice;
  /** What the protocol edge needs again to answer: kept unread. */
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface AskingDevice {
  /** Its network address. */
  readonly askedFrom: string | undefined;
  /** ISO 8601. */
  readonly askedAt: string;
}

/** Why nothing can be consented to for `.default`, although nothing was granted. */
export type RegistrationFlaw =
  /** The registration does not name the resource. */
  | "resource-not-registered"
  /** It names the resource, but no permission of it for people. */
  | "no-permission-registered"
  /** It names permissions that the resource has no more. */
  | "registration-outdated"
  /** The resource is the application itself, which its registration does not name. */
  | "resource-is-itself";

export interface RequestedPermissions {
  /** Another application that gets them along: a resource that is one whole with the application that asks. */
  readonly by?: { readonly servicePrincipalId: ServicePrincipalId; readonly displayName: string };
  readonly resourceId: ServicePrincipalId;
  readonly resourceApplicationId: ApplicationId;
  readonly resourceName: string;
  /**
   * How they were asked for: each `by-name`; as a whole `by-default`, where whatever was granted before is enough; or
   * `beside-default`, of a further resource the application needs, which is asked about along with the whole.
   */
  readonly asked: "by-name" | "by-default" | "beside-default";
  /** Where `by-default` finds no scopes; absent in what was stored before it was told apart. */
  readonly flaw?: RegistrationFlaw;
  readonly scopes: readonly {
    readonly value: string;
    readonly displayName: string;
    readonly description: string;
    readonly consentBy: "user" | "admin";
  }[];
}
