import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import type { ApplicationId, ServicePrincipalId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { graphApplicationId } from "../applications/rules/graph-permissions.ts";
import { signingAlgorithm } from "./make-signing-key.ts";
import { tenantOfTokenIssuer } from "./rules/token-issuer.ts";
import { publicKeyOf } from "./signing-keys.ts";

/** What a valid access token says about the caller. */
export interface AccessTokenClaims {
  readonly tenantId: TenantId;
  /** The application that holds the token. */
  readonly clientId: ApplicationId;
  readonly caller:
    | {
        readonly kind: "user";
        readonly userId: UserId;
        /** Delegated permissions. */
        readonly scopes: readonly string[];
        readonly roles: readonly string[];
        /** The person's pairwise subject at the client. */
        readonly subject: string;
        readonly sessionId: string;
        /** How the person proved themselves (RFC 8176); only tokens of the first version tell. */
        readonly amr: readonly string[];
      }
    | {
        readonly kind: "application";
        readonly servicePrincipalId: ServicePrincipalId;
        /** Application permissions. */
        readonly roles: readonly string[];
      };
  /** What the client declared that it can handle; `cp1`: claims challenges. */
  readonly clientCapabilities: readonly string[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly tokenId: string;
}

export type AccessTokenRefusal =
  | "token-malformed"
  | "token-signature-invalid"
  | "token-issuer-unknown"
  | "token-audience-wrong"
  | "token-expired";

/** Nodes' clocks differ by no more. */
const clockToleranceSeconds = 30;

/**
 * Checks an access token that this deployment issued for `audience` (Graph unless told otherwise): shape, algorithm, our key, signature, issuer,
 * audience, time, in this order. Whether the person or application still exists is the caller's question.
 */
export async function verifyAccessToken(
  machine: Machine,
  token: string,
  audience: string | string[] = graphApplicationId,
): Promise<Result<AccessTokenClaims, { readonly code: AccessTokenRefusal }>> {
  const key = await keyOf(machine, token);
  if (typeof key === "string") return refuse({ code: key });
  const verified = await jwtVerify(token, key, {
    algorithms: [signingAlgorithm],
    currentDate: machine.clock(),
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ["exp", "iat", "tid", "oid", "uti"],
    audience,
  }).catch(refusalOf);
  if (typeof verified === "string") return refuse({ code: verified });
  const tenantId = tenantOfTokenIssuer(machine.configuration.publicUrl, verified.payload.iss ?? "");
  if (!tenantId || tenantId !== verified.payload["tid"]) return refuse({ code: "token-issuer-unknown" });
  const claims = readClaims(tenantId, verified.payload);
  return claims ? accept(claims) : refuse({ code: "token-malformed" });
}

async function keyOf(machine: Machine, token: string): Promise<CryptoKey | AccessTokenRefusal> {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    if (typeof kid !== "string" || alg !== signingAlgorithm) return "token-signature-invalid";
    return (await publicKeyOf(machine, kid)) ?? "token-signature-invalid";
  } catch (error) {
    if (error instanceof TypeError) return "token-malformed";
    throw error;
  }
}

function refusalOf(error: unknown): AccessTokenRefusal {
  if (error instanceof errors.JWTExpired) return "token-expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === "aud") return "token-audience-wrong";
    return error.claim === "nbf" ? "token-expired" : "token-malformed";
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return "token-signature-invalid";
  if (error instanceof errors.JOSEError) return "token-malformed";
  throw error;
}

function readClaims(tenantId: TenantId, payload: JWTPayload): AccessTokenClaims | undefined {
  const clientId = payload["appid"] ?? payload["azp"];
  const roles = Array.isArray(payload["roles"]) ? (payload["roles"] as string[]) : [];
  const amr = Array.isArray(payload["amr"]) ? (payload["amr"] as string[]) : [];
  const { oid, uti, scp, idtyp, sid } = payload as Record<string, string | undefined>;
  if (typeof clientId !== "string" || oid === undefined || uti === undefined || payload.sub === undefined)
    return undefined;
  return {
    tenantId,
    clientId: clientId as ApplicationId,
    caller:
      idtyp === "app"
        ? { kind: "application", servicePrincipalId: oid as ServicePrincipalId, roles }
        : {
            kind: "user",
            userId: oid as UserId,
            scopes: scp?.split(" ") ?? [],
            roles,
            subject: payload.sub,
            sessionId: sid ?? "",
            amr,
          },
    clientCapabilities: Array.isArray(payload["xms_cc"]) ? (payload["xms_cc"] as string[]) : [],
    issuedAt: new Date((payload.iat ?? 0) * 1000),
    expiresAt: new Date((payload.exp ?? 0) * 1000),
    tokenId: uti,
  };
}
