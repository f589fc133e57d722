import {
  type ApiConnector,
  type ClientCertificate,
  certificateInUse,
  maskTargetUrl,
} from "../../../../domain/signup/rules/api-connector.ts";
import { wireMoment } from "../../graph-response.ts";

const masked = "******";

/** A connector on the wire. Keys in the query of its address are secrets too, and read as such. */
export function presentApiConnector(connector: ApiConnector, now: Date): Record<string, unknown> {
  return {
    id: connector.connectorId,
    displayName: connector.displayName,
    targetUrl: maskTargetUrl(connector.targetUrl),
    authenticationConfiguration:
      connector.userName === undefined
        ? certificatesOf(connector, now)
        : {
            "@odata.type": "#microsoft.graph.basicAuthentication",
            username: connector.userName,
            password: masked,
          },
    signingSecret: connector.isSigned ? masked : null,
    suspendedUntil: wireMoment(connector.suspendedUntil),
  };
}

function certificatesOf({ certificates }: ApiConnector, now: Date) {
  const inUse = certificateInUse(certificates, now);
  return {
    "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
    certificateList: certificates.map((certificate) => ({
      thumbprint: certificate.thumbprint,
      notAfter: unixSeconds(certificate.notAfter),
      notBefore: unixSeconds(certificate.notBefore),
      isActive: isSame(certificate, inUse),
    })),
  };
}

function isSame(one: ClientCertificate, other: ClientCertificate | undefined): boolean {
  return one.thumbprint === other?.thumbprint;
}

function unixSeconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
