import type { ClientAuth } from "openid-client";
import type { DomainName } from "../../../../foundation/domain-name.ts";
import type { Machine } from "../../../../platform/machine.ts";
import type { FederatedProviderKind } from "../../../directory/rules/external-identity.ts";
import type { ProviderGroup } from "../../rules/identity-provider.ts";
import type { OAuth2Kind } from "../oauth2/oauth2-presets.ts";
import { socialAddresses } from "../social-addresses.ts";
import { appleAuthentication, appleKeyProblem } from "./apple-secret.ts";
import {
  appleSettings,
  clientSettings,
  entraSettings,
  type OpenIdConnectSettings,
  openIdConnectSettings,
} from "./openid-connect-settings.ts";
import {
  type ClaimedIdentity,
  type Claims,
  identityOfClaims,
  identityOfEntraClaims,
} from "./rules/claims-identity.ts";
import { nameToldByApple } from "./rules/name-told-by-apple.ts";

/** How one kind of OpenID provider differs from the others. */
export interface ProviderPreset {
  readonly group: ProviderGroup;
  readonly fixedDomains: readonly DomainName[] | undefined;
  readonly settings:
    | typeof openIdConnectSettings
    | typeof clientSettings
    | typeof entraSettings
    | typeof appleSettings;
  /** How the client proves itself, where that is not by its secret as it stands. */
  readonly authentication?: (machine: Machine, settings: Settings, secret: string | undefined) => ClientAuth;
  /** What is wrong with a secret, where that can be told. */
  readonly secretProblem?: (secret: string | undefined) => Promise<string | undefined>;
  /** A provider that tells more than the standard claims answers by a posted form. */
  readonly responseMode?: "form_post";
  /** What the person is called in the parameters that came back, where the ID token does not say. */
  readonly nameIn?: (parameters: URLSearchParams) => string | undefined;
  readonly discoveryUrl: (settings: Settings) => string;
  readonly scope: (settings: Settings) => string;
  /** The claim that people are known by, where an administrator chooses it. */
  readonly subjectSource?: (settings: Settings) => string;
  readonly identity: (claims: Claims, settings: Settings) => ClaimedIdentity;
}

/** What of it is about the way to the provider and back. */
export type RoundTripPreset = Pick<
  ProviderPreset,
  "discoveryUrl" | "scope" | "identity" | "authentication" | "responseMode" | "nameIn"
>;

/** The kinds of providers that speak OpenID Connect. */
export type OpenIdConnectKind = Exclude<
  FederatedProviderKind,
  "saml" | "ws-federation" | "guesthouse" | OAuth2Kind
>;

type Settings = Readonly<Record<string, unknown>>;

const standardClaims = { subject: "sub", email: "email", emailVerified: "email_verified", name: "name" };
const standardScope = "openid profile email";
const consumersOfMicrosoft = "9188040d-6c67-4c5b-b112-36a304b66dad";

/** The kinds that speak OpenID Connect. A further one with a discovery document costs a row. */
export const providerPresets = {
  "openid-connect": {
    group: "external-federation",
    fixedDomains: undefined,
    settings: openIdConnectSettings,
    discoveryUrl: (settings) => typed(settings).discoveryUrl,
    scope: (settings) => typed(settings).scope,
    subjectSource: (settings) => typed(settings).claims.subject,
    identity: (claims, settings) =>
      identityOfClaims(claims, typed(settings).claims, typed(settings).addressesAreVerified),
  },
  entra: {
    group: "external-federation",
    fixedDomains: undefined,
    settings: entraSettings,
    discoveryUrl: (settings) => issuerOfDirectory(String(settings["directoryId"])),
    scope: () => standardScope,
    identity: identityOfEntraClaims,
  },
  google: {
    group: "social",
    // Other domains of Google's customers are federated by the partner's own provider.
    fixedDomains: ["gmail.com", "googlemail.com"] as DomainName[],
    settings: clientSettings,
    discoveryUrl: () => socialAddresses.google.issuer,
    scope: () => standardScope,
    identity: (claims) => identityOfClaims(claims, standardClaims, false),
  },
  microsoft: {
    group: "social",
    fixedDomains: ["outlook.com", "hotmail.com", "live.com", "msn.com"] as DomainName[],
    settings: clientSettings,
    discoveryUrl: () => issuerOfDirectory(consumersOfMicrosoft),
    scope: () => standardScope,
    // Microsoft mails a code to each address of a personal account, and its tokens have no claim that says so.
    identity: (claims) => identityOfClaims(claims, standardClaims, true),
  },
  apple: {
    group: "social",
    // The domains whose mailboxes Apple keeps. Other addresses of an Apple account are other people's to vouch for.
    fixedDomains: ["icloud.com", "me.com", "mac.com", "privaterelay.appleid.com"] as DomainName[],
    settings: appleSettings,
    discoveryUrl: () => socialAddresses.apple.issuer,
    scope: () => "openid name email",
    authentication: (machine, settings, secret = "") => appleAuthentication(machine, settings, secret),
    secretProblem: appleKeyProblem,
    responseMode: "form_post",
    nameIn: nameToldByApple,
    identity: (claims) => identityOfClaims(claims, standardClaims, false),
  },
  linkedin: {
    group: "social",
    // It vouches for nobody's work address: good for signing up, and for no invitation.
    fixedDomains: [],
    settings: clientSettings,
    discoveryUrl: () => socialAddresses.linkedin.issuer,
    scope: () => standardScope,
    identity: (claims) => identityOfClaims(claims, standardClaims, false),
  },
} as const satisfies Readonly<Record<OpenIdConnectKind, ProviderPreset>>;

/** Stored settings were parsed when the provider was added. */
function typed(settings: Settings): OpenIdConnectSettings {
  return settings as OpenIdConnectSettings;
}

function issuerOfDirectory(directoryId: string): string {
  return `${socialAddresses.microsoft.authority}/${directoryId}/v2.0`;
}
