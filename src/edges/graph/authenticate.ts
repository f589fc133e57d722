import { findApplicationByServicePrincipal } from "../../domain/applications/find-application.ts";
import { rolesOf } from "../../domain/directory/find-roles.ts";
import { readCollaborationSettings } from "../../domain/policies/read-collaboration-settings.ts";
import { guestDirectoryAccess } from "../../domain/policies/rules/guest-directory-access.ts";
import { findTokenHolder } from "../../domain/tokens/find-token-holder.ts";
import { claimsChallenge } from "../../domain/tokens/rules/claims-challenge.ts";
import type { GrantVoid } from "../../domain/tokens/rules/grant-holder.ts";
import {
  type AccessTokenClaims,
  type AccessTokenRefusal,
  verifyAccessToken,
} from "../../domain/tokens/verify-access-token.ts";
import type { Machine } from "../../platform/machine.ts";

import type { Caller } from "./caller.ts";
import { unauthenticated } from "./graph-error.ts";

const texts: Record<AccessTokenRefusal, string> = {
  "token-malformed": "The access token is malformed.",
  "token-signature-invalid": "The access token was not signed by this service.",
  "token-issuer-unknown": "The access token has an unknown issuer.",
  "token-audience-wrong": "Invalid audience: the access token was issued for another API.",
  "token-expired": "Lifetime validation failed, the token is expired.",
};

const holderTexts: Record<GrantVoid, string> = {
  "user-unknown": "The user of the access token does not exist any more.",
  "user-disabled": "The account of the access token's user is disabled.",
  "password-expired": "The user of the access token has to choose a new password. Sign in again.",
  "sessions-revoked": "The access token was revoked. Sign in again.",
  "redemption-pending": "The guest of the access token has not accepted the invitation.",
};

/** Finds out who calls. Throws 401 unless the token is ours, for Graph, valid, and of somebody who still exists. */
export async function authenticate(machine: Machine, authorization: string | undefined): Promise<Caller> {
  if (authorization === undefined) throw unauthenticated("Access token is empty.");
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined)
    throw unauthenticated("The Authorization header must be 'Bearer' and an access token.");
  const verified = await verifyAccessToken(machine, token);
  if (!verified.ok) throw unauthenticated(texts[verified.refusal.code]);
  const claims = verified.value;
  return claims.caller.kind === "user"
    ? findPerson(machine, claims, claims.caller)
    : findApplication(machine, claims, claims.caller);
}

type CallerClaims<Kind extends "user" | "application"> = Extract<
  AccessTokenClaims["caller"],
  { readonly kind: Kind }
>;

async function findPerson(
  machine: Machine,
  { tenantId, issuedAt, clientCapabilities }: AccessTokenClaims,
  { userId, scopes }: CallerClaims<"user">,
): Promise<Caller> {
  const [holder, roles, settings] = await Promise.all([
    findTokenHolder(machine, { tenantId, userId, issuedAt }),
    rolesOf(machine.database, tenantId, userId),
    readCollaborationSettings(machine.database, tenantId),
  ]);
  if (!holder.ok) {
    const { code, provenSince } = holder.refusal;
    const challenge = clientCapabilities.includes("cp1") ? claimsChallenge(provenSince) : undefined;
    throw unauthenticated(holderTexts[code], challenge);
  }
  const user = holder.value;
  const { displayName, mail: email } = user;
  return {
    kind: "user",
    tenantId,
    actor: { kind: "user", userId, displayName, email },
    permissions: new Set(scopes),
    user,
    roles,
    access: guestDirectoryAccess({ settings, reader: { userKind: user.kind, roles } }),
  };
}

async function findApplication(
  machine: Machine,
  { tenantId, clientId }: AccessTokenClaims,
  { servicePrincipalId, roles }: CallerClaims<"application">,
): Promise<Caller> {
  const found = await findApplicationByServicePrincipal(machine.database, tenantId, servicePrincipalId);
  if (found?.servicePrincipal.accountEnabled !== true)
    throw unauthenticated(
      "The application of the access token does not exist or is disabled in this organization.",
    );
  const { displayName } = found.servicePrincipal;
  return {
    kind: "application",
    tenantId,
    actor: { kind: "application", applicationId: clientId, servicePrincipalId, displayName },
    permissions: new Set(roles),
  };
}
