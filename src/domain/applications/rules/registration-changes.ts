import type {
  Application,
  AppRole,
  ExposedScope,
  InformationUrls,
  Platform,
  PreauthorizedClient,
  RequiredPermission,
} from "./application.ts";
import { comparableIdentifier } from "./identifier-uri.ts";

/** What can be changed of a registration; what is left out stays, null empties. */
export interface RegistrationChanges
  extends Partial<
    Pick<
      Application,
      | "displayName"
      | "audience"
      | "identifierUris"
      | "issuesIdToken"
      | "issuesAccessToken"
      | "allowsPublicClient"
      | "requiresSignedRequests"
      | "accessTokenVersion"
      | "groupClaims"
      | "knownClients"
      | "tags"
    >
  > {
  /** For each platform named all its redirect URIs. */
  readonly redirectUris?: Partial<Readonly<Record<Platform, readonly string[]>>>;
  /** Of the kinds of token named all their claims; null: of none any more. */
  readonly optionalClaims?: Application["optionalClaims"] | null;
  readonly appRoles?: readonly AppRole[];
  readonly exposedScopes?: readonly ExposedScope[];
  readonly requiredPermissions?: readonly RequiredPermission[];
  readonly preauthorizedClients?: readonly PreauthorizedClient[];
  /** Those named; null takes one away. */
  readonly informationUrls?: { readonly [Name in keyof InformationUrls]?: string | null };
  readonly homePageUrl?: string | null;
  readonly logoutUrl?: string | null;
  readonly backChannelLogoutUrl?: string | null;
  readonly description?: string | null;
  readonly notes?: string | null;
}

/** The registration as it would be after the changes. */
export function withChanges(before: Application, changes: RegistrationChanges): Application {
  const { redirectUris, informationUrls, optionalClaims, ...plain } = changes;
  const emptied = Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, value === null ? undefined : value]),
  );
  const urls = Object.entries({ ...before.informationUrls, ...informationUrls });
  return {
    ...before,
    ...emptied,
    identifierUris: [...new Set((changes.identifierUris ?? before.identifierUris).map(comparableIdentifier))],
    redirectUris: redirectUrisAfter(before, redirectUris),
    informationUrls: Object.fromEntries(urls.filter(([, url]) => url !== null)),
    optionalClaims: optionalClaims === null ? {} : { ...before.optionalClaims, ...optionalClaims },
  };
}

function redirectUrisAfter(
  before: Application,
  changed: RegistrationChanges["redirectUris"] = {},
): Application["redirectUris"] {
  const kept = before.redirectUris.filter(({ platform }) => changed[platform] === undefined);
  const added = Object.entries(changed).flatMap(([platform, uris]) =>
    [...new Set(uris)].map((uri) => ({ platform: platform as Platform, uri })),
  );
  return [...kept, ...added];
}
