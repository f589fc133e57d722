import { ResponseBodyError, refreshTokenGrant } from "openid-client";
import { CommandRefused } from "../command-refused.ts";
import { authorizationServer } from "./authorization-server.ts";
import type { KeptSignIn } from "./kept-sign-in.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { keepSignIn, keptNow, renewalPath } from "./sign-in-files.ts";
import { tokensToKeep } from "./tokens-to-keep.ts";

/** A token must still be good when it arrives, and for the pages of an answer. */
const reserveMilliseconds = 120_000;

/** The sign-in with an access token that is still good; a renewed one is kept. Throws CommandRefused. */
export async function renewSignIn(folder: string, signIn: KeptSignIn): Promise<KeptSignIn> {
  if (isGood(signIn)) return signIn;
  return oneAtATime(renewalPath(folder, signIn), async () => {
    // Refresh tokens are good once, and one that comes back ends the sign-in: another command may have been first.
    const now = keptNow(folder, signIn);
    if (now === undefined) throw new CommandRefused("You have just signed out.");
    return isGood(now) ? now : renew(folder, now);
  });
}

function isGood({ accessTokenExpiresAt }: KeptSignIn): boolean {
  return Date.parse(accessTokenExpiresAt) - reserveMilliseconds > Date.now();
}

async function renew(folder: string, signIn: KeptSignIn): Promise<KeptSignIn> {
  const server = await authorizationServer({ ...signIn, authority: signIn.issuer });
  try {
    const renewed = { ...signIn, ...tokensToKeep(await refreshTokenGrant(server, signIn.refreshToken)) };
    keepSignIn(folder, renewed);
    return renewed;
  } catch (error) {
    if (!(error instanceof ResponseBodyError)) throw error;
    throw new CommandRefused(
      `Your sign-in at ${signIn.issuer} is over; 'guesthouse login' signs you in again.\n` +
        `  ${error.error_description ?? error.error}`,
    );
  }
}
