import type { TenantId } from "../../../../foundation/identifiers.ts";
import type { Machine } from "../../../../platform/machine.ts";
import { makeSelfSignedCertificate } from "../../../../platform/secrets/self-signed-certificate.ts";
import { insertOwnKeys, type StoredOwnKey, selectOwnKeys } from "./own-key-store.ts";

/** What a key is for: no key does two things. */
const purposes = ["signing", "encryption"] as const;
export type OwnKeyPurpose = (typeof purposes)[number];

export interface OwnKey {
  /** Base64 of DER. */
  readonly certificate: string;
  /** PKCS #8 in PEM. */
  readonly privateKey: string;
}

/** Partners keep a certificate until somebody tells them otherwise. */
const years = 10;

/** The keys by which SAML providers know a tenant, made when they are needed for the first time. */
export async function ownKeys(
  machine: Machine,
  tenantId: TenantId,
): Promise<Readonly<Record<OwnKeyPurpose, OwnKey>>> {
  const stored = await selectOwnKeys(machine.database, tenantId);
  if (stored.length === 0) {
    const now = machine.clock();
    const rows = await Promise.all(
      purposes.map(async (purpose) => {
        const made = await makeSelfSignedCertificate(`Guesthouse federation ${purpose}`, now, years);
        const privateKeyEncrypted = machine.masterKey.encrypt("federation-key", Buffer.from(made.privateKey));
        return { tenantId, purpose, certificate: made.certificate, privateKeyEncrypted, createdAt: now };
      }),
    );
    await insertOwnKeys(machine.database, rows);
    // Another node may have been faster, and its keys count.
    return ownKeys(machine, tenantId);
  }
  const keyFor = (purpose: OwnKeyPurpose) => opened(machine, stored, purpose);
  return { signing: keyFor("signing"), encryption: keyFor("encryption") };
}

function opened({ masterKey }: Machine, stored: readonly StoredOwnKey[], purpose: OwnKeyPurpose): OwnKey {
  const key = stored.find((one) => one.purpose === purpose);
  if (!key) throw new Error(`a tenant has no federation key for ${purpose}`);
  const privateKey = masterKey.decrypt("federation-key", key.privateKeyEncrypted).toString("utf8");
  return { certificate: key.certificate, privateKey };
}
