import type { IdentityProvider } from "../../../../domain/federation/rules/identity-provider.ts";
import { kindOfType } from "./identity-provider-body.ts";

const hiddenSecret = "******";

/** Providers that are there without being added. */
export interface BuiltInProviders {
  readonly emailCodeEnabled: boolean;
}

/** The built-in ways: another organisation of this deployment, and a code by mail where the organisation allows it. */
export function presentBuiltIns({ emailCodeEnabled }: BuiltInProviders): Record<string, unknown>[] {
  return [
    builtIn("AADSignup-OAUTH", "AADSignup", "Directory sign-up"),
    ...(emailCodeEnabled ? [builtIn("EmailOtpSignup-OAUTH", "EmailOTP", "Email one-time passcode")] : []),
  ];
}

function builtIn(id: string, identityProviderType: string, displayName: string): Record<string, unknown> {
  return { "@odata.type": "#microsoft.graph.builtInIdentityProvider", id, identityProviderType, displayName };
}

/** A provider as the wire shows it; its secret is never shown again. */
export function presentIdentityProvider(provider: IdentityProvider): Record<string, unknown> {
  return { ...presentKind(provider), isEnabled: provider.isEnabled };
}

function presentKind(provider: IdentityProvider): Record<string, unknown> {
  const { kind, displayName, issuer, settings, domains } = provider;
  const id = wireIdOf(provider);
  if (kind === "openid-connect") {
    const claims = settings["claims"] as Readonly<Record<string, string>>;
    return {
      "@odata.type": "#microsoft.graph.oidcIdentityProvider",
      id,
      displayName,
      clientId: settings["clientId"],
      issuer,
      wellKnownEndpoint: settings["discoveryUrl"],
      responseType: "code",
      scope: settings["scope"],
      clientAuthentication: {
        "@odata.type": "#microsoft.graph.oidcClientSecretAuthentication",
        clientSecret: hiddenSecret,
      },
      inboundClaimMapping: {
        sub: claims["subject"],
        email: claims["email"],
        email_verified: claims["emailVerified"],
        name: claims["name"],
      },
      addressesAreVerified: settings["addressesAreVerified"],
      domains,
    };
  }
  if (kind === "guesthouse")
    return {
      "@odata.type": "#guesthouse.organizationIdentityProvider",
      id,
      displayName,
      issuer,
      organizationAddress: settings["address"],
      organizationId: settings["organisationId"],
      domains,
    };
  if (kind === "apple") return presentApple(provider, id);
  return {
    "@odata.type": "#microsoft.graph.socialIdentityProvider",
    id,
    displayName,
    identityProviderType: Object.keys(kindOfType).find(
      (type) => kindOfType[type as keyof typeof kindOfType] === kind,
    ),
    clientId: settings["clientId"],
    clientSecret: hiddenSecret,
    ...(kind === "entra" && { directoryId: settings["directoryId"], domains }),
    ...(kind === "github" && { enterpriseUrl: settings["enterpriseUrl"] ?? null, domains }),
  };
}

/** Apple's client is a services id, and its secret the key of a team. */
function presentApple({ displayName, settings }: IdentityProvider, id: string): Record<string, unknown> {
  return {
    "@odata.type": "#microsoft.graph.appleManagedIdentityProvider",
    id,
    displayName,
    developerId: settings["teamId"],
    serviceId: settings["clientId"],
    keyId: settings["keyId"],
    certificateData: hiddenSecret,
  };
}

/** Kinds of which a tenant has one at most are called by their kind, as clients expect; the others by their id. */
function wireIdOf({ kind, providerId }: IdentityProvider): string {
  const names = {
    google: "Google-OAUTH",
    microsoft: "MSASignup-OAUTH",
    linkedin: "LinkedIn-OAUTH",
    facebook: "Facebook-OAUTH",
    apple: "Apple-Managed-OIDC",
  };
  return kind in names ? names[kind as keyof typeof names] : providerId;
}

/** Whether an id in an address means this provider, in any case of letters. */
export function isNamed(provider: IdentityProvider, id: string): boolean {
  const asked = id.toLowerCase();
  return asked === wireIdOf(provider).toLowerCase() || asked === provider.providerId;
}
