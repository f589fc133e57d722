import type { Context, MiddlewareHandler } from "hono";

declare module "hono" {
  interface ContextVariableMap {
    /** Further places a form of the page may lead to, its redirects included. */
    formTargets: readonly string[];
    /** Places that frames of the page may show. */
    frames: readonly string[];
    /** Further places that scripts of the page may call. */
    connectTargets: readonly string[];
  }
}

/**
 * Headers of every answer. Pages run only our own static scripts, load nothing from elsewhere and cannot be framed;
 * a page that set a policy of its own keeps it. No opener policy: sign-in runs in pop-ups of applications.
 */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "same-origin");
    if (secure) headers.set("strict-transport-security", "max-age=31536000");
    if (!headers.get("content-type")?.startsWith("text/html")) return;
    if (!headers.has("content-security-policy")) headers.set("content-security-policy", pagePolicy(c));
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
  };
}

function pagePolicy(c: Context): string {
  const formTargets = ["'self'", ...(c.get("formTargets") ?? [])].join(" ");
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...(c.get("connectTargets") ?? [])].join(" ")}`,
    `form-action ${formTargets}`,
    ...frameSources(c),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/**
 * Lets forms of this page end at an address: browsers hold `form-action` against the redirects that follow a form,
 * too (W3C CSP 3 section 6.4.1). Text that is no absolute address allows nothing.
 */
export function allowFormTarget(c: Context, address: string): void {
  const source = sourceOf(address);
  if (source) c.set("formTargets", [...(c.get("formTargets") ?? []), source]);
}

/** Lets scripts of this page call an address. */
export function allowConnectTarget(c: Context, address: string): void {
  const source = sourceOf(address);
  if (source) c.set("connectTargets", [...(c.get("connectTargets") ?? []), source]);
}

/** Lets this page load an application's sign-out address in a frame nobody sees. */
export function allowFrame(c: Context, address: string): void {
  const source = sourceOf(address);
  if (source) c.set("frames", [...(c.get("frames") ?? []), source]);
}

/** Lets this page show others of this house in a frame. */
export function allowOwnFrame(c: Context): void {
  c.set("frames", [...(c.get("frames") ?? []), "'self'"]);
}

/** Of a page that this house alone may frame, to be looked at: nothing on it runs, is sent, or leads anywhere. */
export const framedPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "sandbox",
].join("; ");

function frameSources(c: Context): string[] {
  const frames = c.get("frames") ?? [];
  return frames.length > 0 ? [`frame-src ${frames.join(" ")}`] : [];
}

function sourceOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  const source = protocol === "http:" || protocol === "https:" ? `${protocol}//${host}` : protocol;
  // A source expression must not be able to end the directive.
  return /[\s;,]/.test(source) ? undefined : source;
}
