import { accept, type Result } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import { type OpenIdScope, parseScope, type RequestedScopes } from "./requested-scopes.ts";

/** What a redemption asks for. */
export interface ScopesForRedemption {
  /** OpenID scopes of the answer. */
  readonly openId: ReadonlySet<OpenIdScope>;
  /** Resources to choose from; the first one gets the token. */
  readonly asked: RequestedScopes;
}

/**
 * Scopes at the token endpoint choose among what the person let the application have (RFC 6749 section 6); without
 * them, or with OpenID scopes alone, the authorization request's own count. OpenID scopes can be dropped, never added.
 */
export function scopesForRedemption(
  granted: RequestedScopes,
  scopeText: string | undefined,
  options: { readonly mayDropOpenIdScopes: boolean },
): Result<ScopesForRedemption, ProtocolRefusal> {
  if (scopeText === undefined) return accept({ openId: granted.openId, asked: granted });
  const parsed = parseScope(scopeText);
  if (!parsed.ok) return parsed;
  const { openId, resources } = parsed.value;
  return accept({
    openId: options.mayDropOpenIdScopes
      ? new Set([...granted.openId].filter((scope) => openId.has(scope) || scope === "offline_access"))
      : granted.openId,
    asked: resources.length === 0 ? granted : parsed.value,
  });
}
