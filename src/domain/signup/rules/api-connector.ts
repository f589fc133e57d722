import type { ApiConnectorId, TenantId } from "../../../foundation/identifiers.ts";

/** When during a sign-up the organisation's API is asked. */
export const connectorSteps = ["after-proof", "before-creation"] as const;

export type ConnectorStep = (typeof connectorSteps)[number];

/** An API of the organisation's own that decides about sign-ups. */
export interface ApiConnector {
  readonly tenantId: TenantId;
  readonly connectorId: ApiConnectorId;
  readonly displayName: string;
  readonly targetUrl: string;
  /** Undefined: it knows us by a certificate. */
  readonly userName: string | undefined;
  readonly certificates: readonly ClientCertificate[];
  /** Whether calls are signed with a secret that we and the API share. */
  readonly isSigned: boolean;
  /** After several failures in a row no call is made until then. */
  readonly suspendedUntil: Date | undefined;
  readonly createdAt: Date;
}

export interface ClientCertificate {
  readonly thumbprint: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly uploadedAt: Date;
}

export const mostConnectors = 50;
export const mostCertificates = 5;

/** The certificate that calls show: of those that hold now, the one that was uploaded last. */
export function certificateInUse<Certificate extends ClientCertificate>(
  certificates: readonly Certificate[],
  now: Date,
): Certificate | undefined {
  return certificates
    .filter(({ notBefore, notAfter }) => notBefore <= now && now < notAfter)
    .sort((one, other) => other.uploadedAt.getTime() - one.uploadedAt.getTime())[0];
}

/** An address that may be called: https, without user name or fragment. Keys in its query are welcome. */
export function readTargetUrl(typed: string): string | undefined {
  const url = URL.parse(typed);
  const isPlain = url?.protocol === "https:" && url.username === "" && url.password === "" && url.hash === "";
  return isPlain && typed.length <= 2000 ? url.href : undefined;
}

/** The address as people may see it: keys that stand in its query are left out. */
export function maskTargetUrl(targetUrl: string): string {
  const url = URL.parse(targetUrl);
  if (url === null) return "";
  for (const name of [...url.searchParams.keys()]) url.searchParams.set(name, "***");
  return url.href;
}
