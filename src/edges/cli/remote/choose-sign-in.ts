import { CommandRefused } from "../command-refused.ts";
import type { KeptSignIn } from "./kept-sign-in.ts";
import { keptSignIns } from "./sign-in-files.ts";

/** The kept sign-in that a command is about: the one at the address named, else the only one. Throws CommandRefused. */
export function chooseSignIn(folder: string, authority: string | undefined): KeptSignIn {
  const kept = keptSignIns(folder);
  const fitting =
    authority === undefined ? kept : kept.filter(({ issuer }) => isBelow(issuer, authority.trim()));
  const [only, other] = fitting;
  if (only === undefined)
    throw new CommandRefused(
      authority === undefined || kept.length === 0
        ? "You are not signed in anywhere. 'guesthouse login' signs you in."
        : `You are not signed in at ${authority}, but at:\n${listOf(kept)}`,
    );
  if (other !== undefined)
    throw new CommandRefused(`You are signed in at several. Name one with --authority:\n${listOf(fitting)}`);
  return only;
}

function isBelow(issuer: string, authority: string): boolean {
  const start = authority.replace(/\/+$/, "").toLowerCase();
  return issuer === start || issuer.startsWith(`${start}/`);
}

function listOf(signIns: readonly KeptSignIn[]): string {
  return signIns.map(({ issuer, person }) => `  ${issuer}  (${person.userName})`).join("\n");
}
