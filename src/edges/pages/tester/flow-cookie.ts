import { createHash, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Machine } from "../../../platform/machine.ts";
import type { TestSettings } from "./rules/test-settings.ts";

/** What must be remembered between a request and its answer. */
export interface RememberedRun {
  readonly runId: string;
  readonly startedAtSeconds: number;
  readonly nonce: string;
  readonly verifier: string;
  readonly settings: TestSettings;
}

const cookiePrefix = "tester-run-";
const lifetimeSeconds = 3600;
/** Cookies travel with every request below /tester; beyond a few the server would refuse the headers. */
const runsRemembered = 3;
/** Browsers keep cookies of up to 4096 bytes, name and attributes included. */
const largestCookie = 3900;

/** Random values for a new run. */
export function newRun(settings: TestSettings, now: Date): RememberedRun {
  return {
    runId: randomBytes(12).toString("base64url"),
    startedAtSeconds: Math.floor(now.getTime() / 1000),
    nonce: randomBytes(24).toString("base64url"),
    verifier: randomBytes(48).toString("base64url"),
    settings,
  };
}

/** The challenge belonging to a run's verifier (RFC 7636 section 4.2, S256). */
export function challengeOf(run: RememberedRun): string {
  return createHash("sha256").update(run.verifier).digest("base64url");
}

/** The `state` of a run; with a colon, as testers of this kind send it. */
export function stateOf(run: RememberedRun): string {
  return `flow:${run.runId}`;
}

/**
 * Lets the browser keep a run, encrypted: the settings may hold a typed secret.
 * Answers false when it is too large for a cookie. A refresh token is used at once and never kept.
 */
export function rememberRun(c: Context, machine: Machine, run: RememberedRun): boolean {
  const kept: RememberedRun = { ...run, settings: { ...run.settings, refreshToken: "" } };
  const plain = deflateRawSync(Buffer.from(JSON.stringify(kept)));
  const value = machine.masterKey.encrypt("tester", plain).toString("base64url");
  if (value.length > largestCookie) return false;
  forgetOldRuns(c, machine);
  setCookie(c, cookiePrefix + run.runId, value, {
    path: "/tester",
    httpOnly: true,
    secure: machine.configuration.publicUrl.startsWith("https:"),
    sameSite: "Lax",
    maxAge: lifetimeSeconds,
  });
  return true;
}

/** The run that a `state` names, if this browser began it within the last hour. */
export function recallRun(c: Context, machine: Machine, state: string): RememberedRun | undefined {
  const value = state.startsWith("flow:")
    ? getCookie(c, cookiePrefix + state.slice("flow:".length))
    : undefined;
  return value === undefined ? undefined : readRun(machine, value);
}

function readRun(machine: Machine, value: string): RememberedRun | undefined {
  try {
    const plain = inflateRawSync(machine.masterKey.decrypt("tester", Buffer.from(value, "base64url")), {
      maxOutputLength: 64 * 1024,
    });
    const run = JSON.parse(plain.toString()) as RememberedRun;
    const age = machine.clock().getTime() / 1000 - run.startedAtSeconds;
    return age < lifetimeSeconds ? run : undefined;
  } catch {
    // Changed, or kept by a deployment with another key: as good as none.
    return undefined;
  }
}

function forgetOldRuns(c: Context, machine: Machine): void {
  const runs = Object.entries(getCookie(c))
    .filter(([name]) => name.startsWith(cookiePrefix))
    .map(([name, value]) => ({ name, startedAt: readRun(machine, value)?.startedAtSeconds ?? 0 }))
    .toSorted((left, right) => right.startedAt - left.startedAt);
  for (const { name } of runs.slice(runsRemembered - 1)) deleteCookie(c, name, { path: "/tester" });
}
