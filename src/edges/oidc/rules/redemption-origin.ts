import type { Platform, RedirectUriRegistration } from "../../../domain/applications/rules/application.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

/** What a request says about the page it comes from. */
export interface RedemptionOrigin {
  /** The `Origin` header as it came; some clients send a whole address in it. */
  readonly origin: string | undefined;
  readonly platform: Platform;
  readonly redirectUri: string;
  readonly registered: readonly RedirectUriRegistration[];
}

/**
 * Codes and refresh tokens of browser applications are redeemed by a page of the application's own origin; those of
 * others never by a page. Refusing consumes nothing, so a client may try again the right way.
 */
export function checkRedemptionOrigin(request: RedemptionOrigin): ProtocolRefusal | undefined {
  const { origin, platform } = request;
  if (platform !== "spa") {
    return origin === undefined ? undefined : { code: "origin-not-allowed", detail: origin };
  }
  if (origin === undefined) return { code: "origin-missing" };
  const asked = originOf(origin);
  const own = [
    request.redirectUri,
    ...request.registered.filter((entry) => entry.platform === "spa").map((entry) => entry.uri),
  ].map(originOf);
  return asked !== undefined && own.includes(asked)
    ? undefined
    : { code: "origin-not-allowed", detail: origin };
}

function originOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return origin === "null" ? undefined : origin;
}
