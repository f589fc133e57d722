import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { Platform, RedirectUriRegistration } from "./application.ts";

export interface MatchedRedirectUri {
  readonly platform: Platform;
  /** As the application asked for it: this is where the answer goes. */
  readonly uri: string;
}

/** Printable ASCII without what browsers and parsers read differently: blanks, backslash, fragment, quotes. */
const plainUri = /^[\x21\x24-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]+$/;
const loopbackUri = /^(https?:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?((?:[/?].*)?)$/;
const originOnly = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+$/i;

/**
 * The registration that a requested redirect URI belongs to. Compared character by character (RFC 9700 section
 * 2.1); only the port of a loopback address may differ (RFC 8252 section 7.3), since tools get theirs at random.
 */
export function matchRedirectUri(
  registered: readonly RedirectUriRegistration[],
  requested: string,
): MatchedRedirectUri | undefined {
  if (!plainUri.test(requested)) return undefined;
  const exact = registered.find(({ uri }) => withPath(uri) === withPath(requested));
  if (exact) return { platform: exact.platform, uri: requested };
  const loopback = withoutPort(requested);
  if (loopback === undefined) return undefined;
  const byPath = registered.find(({ uri }) => withoutPort(uri) === loopback);
  return byPath && { platform: byPath.platform, uri: requested };
}

/** `https://app.example` and `https://app.example/` are one address (RFC 3986 section 6.2.3). */
function withPath(uri: string): string {
  return originOnly.test(uri) ? `${uri}/` : uri;
}

function withoutPort(uri: string): string | undefined {
  const match = loopbackUri.exec(uri);
  if (!match) return undefined;
  const rest = match[2] ?? "";
  return `${match[1]}${rest.startsWith("/") ? rest : `/${rest}`}`;
}

export type RedirectUriRefusal = {
  readonly code:
    | "redirect-uri-invalid"
    | "redirect-uri-too-long"
    | "redirect-uri-has-fragment"
    | "redirect-uri-has-wildcard"
    | "redirect-uri-has-credentials"
    | "redirect-uri-not-https"
    | "redirect-uri-scheme-forbidden";
};

const longest = 256;
/** Schemes whose targets a browser or the machine would run or open itself. */
const forbiddenSchemes = [
  "javascript",
  "data",
  "vbscript",
  "file",
  "blob",
  "about",
  "filesystem",
  "ws",
  "wss",
  "ftp",
];

/** Whether a URI may be registered for a platform: https, http on loopback, or an application's own scheme. */
export function checkNewRedirectUri(platform: Platform, uri: string): Result<string, RedirectUriRefusal> {
  if (uri.length > longest) return refuse({ code: "redirect-uri-too-long" });
  if (uri.includes("#")) return refuse({ code: "redirect-uri-has-fragment" });
  if (uri.includes("*")) return refuse({ code: "redirect-uri-has-wildcard" });
  if (!plainUri.test(uri) || /[!$'(),;]/.test(uri) || hasDotSegment(uri) || !URL.canParse(uri))
    return refuse({ code: "redirect-uri-invalid" });
  const url = new URL(uri);
  const scheme = url.protocol.slice(0, -1);
  if (scheme === "https" || scheme === "http") {
    if (!/^https?:\/\/[^/]/.test(uri)) return refuse({ code: "redirect-uri-invalid" });
    if (url.username !== "" || url.password !== "" || authority(uri).includes("@"))
      return refuse({ code: "redirect-uri-has-credentials" });
    if (scheme === "http" && !loopbackUri.test(uri)) return refuse({ code: "redirect-uri-not-https" });
    return accept(uri);
  }
  if (platform !== "public-client" || forbiddenSchemes.includes(scheme))
    return refuse({ code: "redirect-uri-scheme-forbidden" });
  return accept(uri);
}

function hasDotSegment(uri: string): boolean {
  return /\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(uri);
}

function authority(uri: string): string {
  return /^[a-z]+:\/\/([^/?]*)/i.exec(uri)?.[1] ?? "";
}
