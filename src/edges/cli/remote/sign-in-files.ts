import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type KeptSignIn, parseKeptSignIn } from "./kept-sign-in.ts";

/** All sign-ins kept below the person's configuration folder. */
export function keptSignIns(folder: string): KeptSignIn[] {
  const place = placeIn(folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => parseKeptSignIn(readFileSync(join(place, name), "utf8")) ?? []);
}

/** Keeps a sign-in for its person alone, whole or not at all; an earlier one at the same issuer is replaced. */
export function keepSignIn(folder: string, signIn: KeptSignIn): void {
  mkdirSync(placeIn(folder), { recursive: true, mode: 0o700 });
  const path = pathOf(folder, signIn);
  rmSync(`${path}.new`, { force: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(signIn, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  renameSync(`${path}.new`, path);
}

/** Forgets a sign-in. */
export function forgetSignIn(folder: string, signIn: KeptSignIn): void {
  rmSync(pathOf(folder, signIn), { force: true });
}

/** The sign-in as it is kept now; undefined once it was forgotten. */
export function keptNow(folder: string, signIn: KeptSignIn): KeptSignIn | undefined {
  const path = pathOf(folder, signIn);
  return existsSync(path) ? parseKeptSignIn(readFileSync(path, "utf8")) : undefined;
}

/** The path under which one command at a time renews a sign-in. */
export function renewalPath(folder: string, signIn: KeptSignIn): string {
  return `${pathOf(folder, signIn)}.renewal`;
}

function placeIn(folder: string): string {
  return join(folder, "sign-ins");
}

function pathOf(folder: string, { issuer }: KeptSignIn): string {
  return join(placeIn(folder), `${encodeURIComponent(issuer.replace(/^https?:\/\//, ""))}.json`);
}
