import type { TokenEndpointResponse } from "openid-client";
import { CommandRefused } from "../command-refused.ts";
import type { KeptSignIn } from "./kept-sign-in.ts";

type KeptTokens = Pick<KeptSignIn, "accessToken" | "accessTokenExpiresAt" | "refreshToken">;

/** What is kept of an answer of the token endpoint. */
export function tokensToKeep(answer: TokenEndpointResponse): KeptTokens {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = answer;
  if (refreshToken === undefined || seconds === undefined)
    throw new CommandRefused("The service gave tokens that cannot be renewed: it may not be a Guesthouse.");
  const accessTokenExpiresAt = new Date(Date.now() + seconds * 1000).toISOString();
  return { accessToken, accessTokenExpiresAt, refreshToken };
}
