import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { BrowserSession } from "../../domain/signin/rules/session-account.ts";
import {
  findBrowserSession,
  openBrowserSession,
  renewCookie,
} from "../../domain/signin/sessions/browser-session.ts";
import type { SessionId } from "../../foundation/identifiers.ts";
import type { Machine } from "../../platform/machine.ts";
import { clientAddress } from "./request-context.ts";

/**
 * Over TLS the cookie is bound to this host (`__Host-`, RFC 6265bis section 4.1.3.2) and sent in frames of
 * applications too, because silent sign-in happens there. Plain http exists only on loopback.
 */
function cookieName(machine: Machine): string {
  return isSecure(machine) ? "__Host-guesthouse" : "guesthouse";
}

function isSecure(machine: Machine): boolean {
  return machine.configuration.publicUrl.startsWith("https:");
}

/** The session of the browser that asks, if it has one. */
export async function readBrowser(c: Context, machine: Machine): Promise<BrowserSession | undefined> {
  const cookie = getCookie(c, cookieName(machine));
  const session = cookie ? await findBrowserSession(machine, cookie) : undefined;
  return session && { ...session, networkAddress: clientAddress(c, machine.configuration.behindProxy) };
}

/** The session of the browser that asks; a new one is begun when it has none. */
export async function ensureBrowser(c: Context, machine: Machine): Promise<BrowserSession> {
  const known = await readBrowser(c, machine);
  if (known) return known;
  const { session, cookie } = await openBrowserSession(machine);
  setBrowserCookie(c, machine, cookie);
  return { ...session, networkAddress: clientAddress(c, machine.configuration.behindProxy) };
}

/** Hands the browser the (new) cookie of its session; it goes when the browser is closed. */
export function setBrowserCookie(c: Context, machine: Machine, cookie: string): void {
  const secure = isSecure(machine);
  setCookie(c, cookieName(machine), cookie, {
    path: "/",
    httpOnly: true,
    secure,
    sameSite: secure ? "None" : "Lax",
  });
}

/** Hands the browser another cookie of its session, after more was proved in it. */
export async function renewBrowserCookie(c: Context, machine: Machine, sessionId: SessionId): Promise<void> {
  setBrowserCookie(c, machine, await renewCookie(machine, sessionId));
}
