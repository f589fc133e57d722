import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ForgingSamlProvider,
  startForgingSamlProvider,
} from "../../test/support/forging-saml-provider.ts";
import { startForgingWsFederationProvider } from "../../test/support/forging-ws-federation-provider.ts";
import { testDatabase } from "../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../test/support/test-machine.ts";
import { createTenant } from "../domain/directory/create-tenant.ts";
import { addIdentityProvider } from "../domain/federation/add-identity-provider.ts";
import { changeIdentityProvider } from "../domain/federation/change-identity-provider.ts";
import { findProvider, forgetProviders } from "../domain/federation/find-provider.ts";
import { queueMetadataReadings } from "../domain/federation/queue-metadata-readings.ts";
import {
  type MetadataReading,
  readProviderMetadata,
} from "../domain/federation/read-provider-metadata-job.ts";
import type { IdentityProvider } from "../domain/federation/rules/identity-provider.ts";
import { readConfiguration } from "../platform/config/configuration.ts";
import { openJobQueue } from "../platform/jobs/open-job-queue.ts";
import { startMetadataReadings } from "./start-metadata-readings.ts";

const { database, connection } = await testDatabase();
const machine = testMachine(database, {
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
machine.setClock(new Date());
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);

let partner: ForgingSamlProvider;
let provider: IdentityProvider;

beforeAll(async () => {
  partner = await startForgingSamlProvider(machine.clock);
  provider = accepted(await add("saml", partner.metadataUrl));
});
afterAll(() => partner?.close());

function add(kind: "saml" | "ws-federation", metadataUrl: string) {
  return addIdentityProvider(machine, byOperator, {
    tenantId,
    kind,
    displayName: `Partner of ${kind}`,
    settings: { metadataUrl },
    secret: undefined,
    domains: [],
  });
}

function daysLater(days: number): void {
  machine.setClock(new Date(machine.clock().getTime() + days * 24 * 3600 * 1000));
}

/** The providers whose metadata is to be read now. */
async function queued(): Promise<readonly unknown[]> {
  const before = machine.enqueued.length;
  await queueMetadataReadings(machine);
  return machine.enqueued.slice(before).map(({ payload }) => (payload as MetadataReading).providerId);
}

function read(): Promise<void> {
  // The log is in order of time, so each reading has a time of its own.
  daysLater(0.001);
  return readProviderMetadata(machine, { tenantId, providerId: provider.providerId });
}

function base64(pem: string): string {
  return pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");
}

async function believed(): Promise<unknown> {
  forgetProviders(database);
  return (await findProvider(database, tenantId, provider.providerId))?.settings["certificates"];
}

async function lastChange() {
  const row = await database
    .selectFrom("auditEvent")
    .selectAll()
    .where("tenantId", "=", tenantId)
    .where("activity", "=", "identity-provider-updated")
    .orderBy("occurredAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.details as Readonly<Record<string, unknown>> | undefined;
}

describe("metadata of partners is read", () => {
  it("once a week, by one of many nodes, and once a day when a certificate is about to end", async () => {
    expect(await queued()).toEqual([provider.providerId]);
    expect(await queued()).toEqual([]);
    daysLater(6);
    expect(await queued()).toEqual([]);
    daysLater(1);
    const nodes = await Promise.all([queued(), queueMetadataReadings(machine)]);
    expect(nodes[0]).toHaveLength(1);
    await partner.rollKey(20);
    await read();
    daysLater(1);
    expect(await queued()).toEqual([provider.providerId]);
    daysLater(0.5);
    expect(await queued()).toEqual([]);
  });

  it("not where there is none", async () => {
    const { entityId, signInUrl, metadataUrl } = partner;
    const change = (settings: object) =>
      changeIdentityProvider(machine, byOperator, {
        tenantId,
        providerId: provider.providerId,
        changes: { settings: { ...settings } },
      });
    const certificates = [partner.certificate()];
    accepted(await change({ metadataUrl: null, issuer: entityId, signInUrl, certificates }));
    daysLater(30);
    expect(await queued()).toEqual([]);
    accepted(await change({ metadataUrl }));
  });
});

describe("what stands in the metadata of a partner", () => {
  it("is believed: both certificates while both are there, then the new one; the audit log says which", async () => {
    await partner.rollKey();
    await read();
    const before = base64(partner.certificate());
    const oldMetadata = partner.metadata();
    await partner.rollKey();
    const next = base64(partner.certificate());
    const descriptor = /<md:KeyDescriptor[\s\S]*<\/md:KeyDescriptor>/.exec(partner.metadata())?.[0] ?? "";
    partner.publish(oldMetadata.replace("<md:SingleSignOnService", `${descriptor}<md:SingleSignOnService`));
    await read();
    expect(await believed()).toEqual([before, next]);
    expect(await lastChange()).toEqual({
      metadataUrl: partner.metadataUrl,
      addedCertificates: [
        { thumbprint: expect.stringMatching(/^[0-9A-F]{64}$/), expiresAt: expect.stringMatching(/^20/) },
      ],
      removedCertificates: [],
    });
    partner.publish(undefined);
    await read();
    expect(await believed()).toEqual([next]);
    expect(await lastChange()).toMatchObject({
      addedCertificates: [],
      removedCertificates: [expect.anything()],
    });
  });

  it("changes nothing where it says the same, is of somebody else, or is none", async () => {
    const known = await believed();
    const noted = await lastChange();
    await read();
    const other = await startForgingSamlProvider(machine.clock);
    partner.publish(other.metadata());
    await read();
    partner.publish("<!doctype html><title>Maintenance</title>");
    await read();
    partner.publish(undefined);
    await other.close();
    expect(await believed()).toEqual(known);
    expect(await lastChange()).toEqual(noted);
  });

  it("is asked for again a little later while the partner is away", async () => {
    const away = await startForgingSamlProvider(machine.clock);
    const { providerId } = accepted(await add("saml", away.metadataUrl));
    await away.close();
    await expect(readProviderMetadata(machine, { tenantId, providerId })).rejects.toThrow();
  });
});

it("a node does it by its job queue, for WS-Federation too", async () => {
  const sts = await startForgingWsFederationProvider(machine.clock);
  provider = accepted(await add("ws-federation", sts.metadataUrl));
  await sts.rollKey();
  const jobs = await openJobQueue({ connection, log: machine.log, doesWork: true });
  await startMetadataReadings({ ...machine, jobs }, jobs);
  await queueMetadataReadings({ ...machine, jobs });
  await expect.poll(believed, { timeout: 20_000 }).toEqual([base64(sts.certificate())]);
  await jobs.stop({ graceSeconds: 5 });
  await sts.close();
});
