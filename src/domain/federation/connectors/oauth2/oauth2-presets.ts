import { createHmac } from "node:crypto";
import type { DomainName } from "../../../../foundation/domain-name.ts";
import type { ProviderGroup } from "../../rules/identity-provider.ts";
import { type OAuth2Addresses, socialAddresses } from "../social-addresses.ts";
import { facebookSettings, githubSettings } from "./oauth2-settings.ts";
import { type ProfileParts, profileOfFacebook, profileOfGithub, type ReadProfile } from "./rules/profiles.ts";

/** The kinds of providers that speak OAuth 2.0 and no OpenID Connect. */
export type OAuth2Kind = "facebook" | "github";

type Settings = Readonly<Record<string, unknown>>;

/** How one kind of OAuth 2.0 provider differs from the others. */
export interface OAuth2Preset {
  readonly group: ProviderGroup;
  readonly fixedDomains: readonly DomainName[] | undefined;
  readonly settings: typeof facebookSettings | typeof githubSettings;
  readonly addresses: (settings: Settings) => OAuth2Addresses;
  readonly scope: string;
  /** Parameters that make the provider ask again who the person is. */
  readonly askAgain: Readonly<Record<string, string>>;
  /** What is read with the access token, by the name that `profile` knows it by. */
  readonly reads: (
    addresses: OAuth2Addresses,
    access: { readonly token: string; readonly secret: string },
  ) => Readonly<Record<string, string>>;
  readonly profile: (parts: ProfileParts) => ReadProfile;
  /** What the token endpoint says of a client, and of a code, that it does not know. */
  readonly unknownClient: RegExp;
  readonly unknownCode: RegExp;
}

export const oauth2Presets: Readonly<Record<OAuth2Kind, OAuth2Preset>> = {
  facebook: {
    group: "social",
    // It does not say whether it verified an address, so it vouches for none: good for signing up, for no invitation.
    fixedDomains: [],
    settings: facebookSettings,
    addresses: () => socialAddresses.facebook,
    scope: "public_profile email",
    askAgain: { auth_type: "reauthenticate" },
    // The proof is demanded by applications that are set so: a stolen token alone is then worth nothing.
    reads: ({ profile }, { token, secret }) => ({
      me: `${profile}?fields=id,name,email&appsecret_proof=${createHmac("sha256", secret).update(token).digest("hex")}`,
    }),
    profile: profileOfFacebook,
    unknownClient: /client secret|validating application/i,
    unknownCode: /verification code/i,
  },
  github: {
    group: "social",
    // An address verified there once may be one that its holder has lost since: the owner of the domain decides.
    fixedDomains: undefined,
    settings: githubSettings,
    addresses: ({ enterpriseUrl }) =>
      typeof enterpriseUrl === "string" ? addressesOfServer(enterpriseUrl) : socialAddresses.github,
    scope: "read:user user:email",
    askAgain: { prompt: "select_account" },
    reads: ({ profile }) => ({ user: `${profile}/user`, emails: `${profile}/user/emails` }),
    profile: profileOfGithub,
    unknownClient: /incorrect_client_credentials|not found/i,
    unknownCode: /bad_verification_code/i,
  },
};

/** A GitHub Enterprise Server has everything below its own origin. */
function addressesOfServer(origin: string): OAuth2Addresses {
  return {
    issuer: origin,
    authorizationEndpoint: `${origin}/login/oauth/authorize`,
    tokenEndpoint: `${origin}/login/oauth/access_token`,
    profile: `${origin}/api/v3`,
  };
}
