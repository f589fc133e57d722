import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import type { PolicyOutcome } from "../../domain/audit/rules/policy-outcome.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { SignInEvidence } from "../../domain/tokens/rules/authorization-grant.ts";
import type { TenantAlias } from "../../domain/tokens/rules/tenant-alias.ts";
import type { RequestedClaims } from "../../domain/tokens/rules/wanted-claims.ts";
import type { Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ClientCredential } from "./read-client-credential.ts";
import type { AskedScope } from "./rules/asked-scope.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { RequestParameters } from "./rules/request-parameters.ts";

/** A request at the token endpoint whose tenant and client are known, but not yet proved. */
export interface TokenRequest {
  readonly tenant: Tenant;
  /** The name that stood in the place of the tenant. */
  readonly alias: TenantAlias | undefined;
  readonly client: ApplicationInTenant;
  readonly credential: ClientCredential;
  readonly parameters: RequestParameters;
  readonly version: EndpointVersion;
  readonly asked: AskedScope;
  /** The claims parameter, which clients may send with every request. */
  readonly claims: RequestedClaims;
  /** The `Origin` header. */
  readonly origin: string | undefined;
  /** Where the request comes from, as far as that is seen. */
  readonly networkAddress: string | undefined;
}

/** What a grant gives: the fields of the answer and what the sign-in log says. */
export interface TokenAnswer {
  readonly body: Readonly<Record<string, string | number | undefined>>;
  readonly resource: ApplicationInTenant;
  /** Undefined: the application itself. */
  readonly person: { readonly user: User; readonly signIn: SignInEvidence } | undefined;
  /** A code's sign-in was recorded when the code was given out. */
  readonly isRecorded: boolean;
  /** What the tenant's conditional access policies said of the person. */
  readonly policyOutcomes?: readonly PolicyOutcome[] | undefined;
}

/** One grant type of the token endpoint. */
export type Grant = (
  machine: Machine,
  request: TokenRequest,
) => Promise<Result<TokenAnswer, ProtocolRefusal>>;
