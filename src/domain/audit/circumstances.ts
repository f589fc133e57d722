import type { ApplicationId, ServicePrincipalId, UserId } from "../../foundation/identifiers.ts";

/** Who does something. */
export type Actor =
  | {
      readonly kind: "user";
      readonly userId: UserId;
      readonly displayName: string;
      readonly email: string | undefined;
    }
  | {
      readonly kind: "application";
      readonly applicationId: ApplicationId;
      readonly servicePrincipalId: ServicePrincipalId;
      readonly displayName: string;
    }
  /** The person at the server's own command line. */
  | { readonly kind: "operator" }
  /** The service itself, when it keeps its house. */
  | { readonly kind: "service" }
  /** Somebody who has not proved who they are. */
  | { readonly kind: "unknown" };

/** Who acts, from where, and under which correlation id: handed to every use case that leaves a trace. */
export interface Circumstances {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly ipAddress: string | undefined;
  readonly userAgent: string | undefined;
}
