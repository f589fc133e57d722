import { describe, expect, it } from "vitest";
import { clientCertificate } from "../../../test/support/client-certificate.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { addCertificate } from "./add-certificate.ts";
import { certificatesOf, findCertificate } from "./find-client-credentials.ts";
import { registerApplication } from "./register-application.ts";
import { removeCertificate } from "./remove-certificate.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contoso = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const fabrikam = accepted(
  await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
);
const { tenantId } = contoso;
const first = await clientCertificate(machine.clock());
const second = await clientCertificate(machine.clock());

async function register(displayName: string) {
  const input = { tenantId, displayName, redirectUris: [] };
  return accepted(await registerApplication(machine, byOperator, input)).application;
}

describe("certificates of an application", () => {
  it("are found by either thumbprint, several at a time, until they are removed", async () => {
    const { objectId } = await register("Automation");
    const key = { tenantId, objectId };
    const fromDer = accepted(
      await addCertificate(machine, byOperator, { ...key, certificate: first.der, displayName: "First" }),
    );
    const fromPem = accepted(
      await addCertificate(machine, byOperator, { ...key, certificate: Buffer.from(second.pem) }),
    );
    expect(fromDer.expiresAt).toEqual(new Date(machine.clock().getTime() + 365 * 86_400_000));
    expect(await findCertificate(database, key, { sha256: first.sha256 })).toMatchObject(fromDer);
    expect(await findCertificate(database, key, { sha1: second.sha1 })).toMatchObject({
      certificateId: fromPem.certificateId,
      displayName: undefined,
    });
    expect(fromPem.certificate.equals(second.der)).toBe(true);
    const { certificateId } = fromDer;
    accepted(await removeCertificate(machine, byOperator, { ...key, certificateId }));
    expect(await findCertificate(database, key, { sha256: first.sha256 })).toBeUndefined();
    expect(await removeCertificate(machine, byOperator, { ...key, certificateId })).toEqual({
      ok: false,
      refusal: { code: "certificate-not-found" },
    });
  });

  it("belong to one application of one tenant", async () => {
    const mine = await register("Mine");
    const other = await register("Other");
    const key = { tenantId, objectId: mine.objectId };
    accepted(await addCertificate(machine, byOperator, { ...key, certificate: first.der }));
    expect(await findCertificate(database, other, { sha256: first.sha256 })).toBeUndefined();
    const foreign = { tenantId: fabrikam.tenantId, objectId: mine.objectId };
    expect(await certificatesOf(database, { ...foreign, objectId: other.objectId })).toEqual([]);
    expect(await addCertificate(machine, byOperator, { ...foreign, certificate: second.der })).toEqual({
      ok: false,
      refusal: { code: "application-not-found" },
    });
  });

  it("are refused when they are none, have a short key, are there already or too many", async () => {
    const { objectId } = await register("Limits");
    const add = (certificate: Buffer) =>
      addCertificate(machine, byOperator, { tenantId, objectId, certificate });
    const refused = (code: string) => ({ ok: false, refusal: { code } });
    expect(await add(Buffer.from("no certificate"))).toEqual(refused("certificate-invalid"));
    const short = await clientCertificate(machine.clock(), { keyBits: 1024 });
    expect(await add(short.der)).toEqual(refused("certificate-key-unsuitable"));
    accepted(await add(first.der));
    expect(await add(first.der)).toEqual(refused("certificate-exists"));
    const row = await database
      .selectFrom("applicationCertificate")
      .selectAll()
      .where("objectId", "=", objectId)
      .executeTakeFirstOrThrow();
    const fill = Array.from({ length: 19 }, (_, index) => ({
      ...row,
      certificateId: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}` as never,
      sha256Thumbprint: Buffer.from([index]),
    }));
    await database.insertInto("applicationCertificate").values(fill).execute();
    expect(await add(second.der)).toEqual(refused("too-many-certificates"));
  });
});
