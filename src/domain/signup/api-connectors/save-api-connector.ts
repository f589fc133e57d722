import type { ApiConnectorId, TenantId } from "../../../foundation/identifiers.ts";
import { newIdentifier } from "../../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import { type KeyBag, type KeyBagRefusal, readKeyBag } from "../../../platform/secrets/read-key-bag.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { recordEvent } from "../../audit/record-event.ts";
import {
  type ApiConnector,
  mostCertificates,
  mostConnectors,
  readTargetUrl,
} from "../rules/api-connector.ts";
import {
  type ConnectorKey,
  deleteConnectorCertificates,
  insertConnector,
  updateConnectorRow,
  upsertConnectorCertificate,
} from "./api-connector-store.ts";
import { findApiConnector, listApiConnectors } from "./find-api-connectors.ts";

/** How the API knows us: by a user name and a password, or by the certificate in a PKCS #12 file. */
export type ConnectorCredentials =
  | { readonly kind: "basic"; readonly userName: string; readonly password: string }
  | { readonly kind: "certificate"; readonly file: Buffer; readonly password: string };

/** What a connector says; in a change, what is left out stays. */
export interface ConnectorProperties {
  readonly displayName?: string | undefined;
  readonly targetUrl?: string | undefined;
  readonly credentials?: ConnectorCredentials | undefined;
  /** Signs calls with HMAC-SHA-256; null: no more. */
  readonly signingSecret?: string | null | undefined;
}

export type SaveConnectorRefusal =
  | KeyBagRefusal
  | {
      readonly code:
        | "connector-not-found"
        | "too-many-connectors"
        | "target-wrong"
        | "name-missing"
        | "credentials-missing"
        | "certificate-expired";
    };

/** Makes a connector; it has a name, an address and credentials. */
export async function createApiConnector(
  machine: Machine,
  circumstances: Circumstances,
  tenantId: TenantId,
  properties: ConnectorProperties,
): Promise<Result<ApiConnector, SaveConnectorRefusal>> {
  const existing = await listApiConnectors(machine.database, tenantId);
  if (existing.length >= mostConnectors) return refuse({ code: "too-many-connectors" });
  const { displayName, credentials } = properties;
  if (!displayName?.trim()) return refuse({ code: "name-missing" });
  if (credentials === undefined) return refuse({ code: "credentials-missing" });
  const checked = check(machine, { targetUrl: "", ...properties });
  if (!checked.ok) return checked;

  const key = { tenantId, connectorId: newIdentifier<ApiConnectorId>() };
  const now = machine.clock();
  return machine.database.transaction().execute(async (transaction) => {
    const { targetUrl = "" } = checked.value;
    await insertConnector(transaction, { ...key, displayName, targetUrl, createdAt: now });
    await write(machine, transaction, key, properties, checked.value);
    await record(machine, transaction, circumstances, key, "api-connector-created", displayName, properties);
    const made = await findApiConnector(transaction, key);
    if (!made) throw new Error("the connector just made is not there");
    return accept(made);
  });
}

/** Changes a connector. Other credentials take the place of those before; a further certificate joins the others. */
export async function changeApiConnector(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId, connectorId }: ConnectorKey,
  properties: ConnectorProperties,
): Promise<Result<ApiConnector, SaveConnectorRefusal>> {
  const key = { tenantId, connectorId };
  if (properties.displayName !== undefined && !properties.displayName.trim())
    return refuse({ code: "name-missing" });
  const checked = check(machine, properties);
  if (!checked.ok) return checked;
  return machine.database.transaction().execute(async (transaction) => {
    if (!(await updateConnectorRow(transaction, key, {})))
      return refuse({ code: "connector-not-found" } as const);
    await write(machine, transaction, key, properties, checked.value);
    const changed = await findApiConnector(transaction, key);
    if (!changed) throw new Error("the connector just changed is not there");
    const { displayName } = changed;
    await record(machine, transaction, circumstances, key, "api-connector-updated", displayName, properties);
    return accept(changed);
  });
}

interface Checked {
  readonly targetUrl: string | undefined;
  readonly keyBag: KeyBag | undefined;
}

function check(machine: Machine, properties: ConnectorProperties): Result<Checked, SaveConnectorRefusal> {
  const { targetUrl: typed, credentials } = properties;
  const targetUrl = typed === undefined ? undefined : readTargetUrl(typed);
  if (typed !== undefined && targetUrl === undefined) return refuse({ code: "target-wrong" });
  if (credentials?.kind !== "certificate") return accept({ targetUrl, keyBag: undefined });
  const bag = readKeyBag(credentials.file, credentials.password);
  if (!bag.ok) return bag;
  if (bag.value.notAfter <= machine.clock()) return refuse({ code: "certificate-expired" });
  return accept({ targetUrl, keyBag: bag.value });
}

async function write(
  machine: Machine,
  transaction: DatabaseTransaction,
  key: ConnectorKey,
  { displayName, credentials, signingSecret }: ConnectorProperties,
  { targetUrl, keyBag }: Checked,
): Promise<void> {
  const encrypt = (text: string) => machine.masterKey.encrypt("api-connector", Buffer.from(text, "utf8"));
  const basic = credentials?.kind === "basic" ? credentials : undefined;
  await updateConnectorRow(transaction, key, {
    ...(displayName !== undefined && { displayName }),
    // Another address is another API, whose failures are yet to come.
    ...(targetUrl !== undefined && { targetUrl, failures: 0, suspendedUntil: null }),
    ...(basic && { userName: basic.userName, passwordEncrypted: encrypt(basic.password) }),
    ...(keyBag && { userName: null, passwordEncrypted: null }),
    ...(signingSecret !== undefined && {
      signingSecretEncrypted: signingSecret === null ? null : encrypt(signingSecret),
    }),
  });
  if (basic) await deleteConnectorCertificates(transaction, key, 0);
  if (!keyBag) return;
  const { thumbprint, notBefore, notAfter, certificates, privateKey } = keyBag;
  await upsertConnectorCertificate(transaction, {
    ...key,
    ...{ thumbprint, notBefore, notAfter, certificates },
    privateKeyEncrypted: encrypt(privateKey),
    uploadedAt: machine.clock(),
  });
  await deleteConnectorCertificates(transaction, key, mostCertificates);
}

async function record(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  { tenantId, connectorId }: ConnectorKey,
  activity: "api-connector-created" | "api-connector-updated",
  name: string,
  properties: ConnectorProperties,
): Promise<void> {
  await recordEvent(transaction, machine.clock(), circumstances, {
    tenantId,
    activity,
    result: "success",
    target: { kind: "api-connector", id: connectorId, name },
    // Their names and never their values: an address can hold a key.
    details: {
      set: Object.entries(properties).flatMap(([property, value]) => (value === undefined ? [] : [property])),
    },
  });
}
