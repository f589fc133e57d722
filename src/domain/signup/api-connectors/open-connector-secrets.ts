import type { Machine } from "../../../platform/machine.ts";
import { type ApiConnector, certificateInUse } from "../rules/api-connector.ts";
import { selectConnectorSecrets } from "./api-connector-store.ts";

/** What a connector shows and signs with. */
export interface ConnectorSecrets {
  readonly password: string | undefined;
  readonly signingSecret: string | undefined;
  /** PEM. */
  readonly clientCertificate: { readonly certificates: string; readonly privateKey: string } | undefined;
}

/** Decrypts the secrets of a connector, with the certificate that is to be used now. */
export async function openConnectorSecrets(
  machine: Machine,
  connector: ApiConnector,
): Promise<ConnectorSecrets> {
  const inUse = certificateInUse(connector.certificates, machine.clock());
  const { own, certificate } = await selectConnectorSecrets(machine.database, connector, inUse?.thumbprint);
  const open = (encrypted: Buffer | null | undefined) =>
    encrypted ? machine.masterKey.decrypt("api-connector", encrypted).toString("utf8") : undefined;
  const privateKey = open(certificate?.privateKeyEncrypted);
  return {
    password: open(own?.passwordEncrypted),
    signingSecret: open(own?.signingSecretEncrypted),
    clientCertificate:
      certificate && privateKey !== undefined
        ? { certificates: certificate.certificates, privateKey }
        : undefined,
  };
}
