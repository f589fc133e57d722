import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import { createTenant } from "./create-tenant.ts";
import { findTenant, findTenantByName, listTenants } from "./find-tenant.ts";
import type { Tenant } from "./rules/tenant.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contosoDomain = "contoso.example" as DomainName;
let contoso: Tenant;
let fabrikam: Tenant;

beforeAll(async () => {
  contoso = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Contoso",
      name: "contoso",
      domains: [contosoDomain, "contoso.test" as DomainName],
    }),
  );
  fabrikam = accepted(
    await createTenant(machine, byOperator, {
      displayName: "Fabrikam",
      name: "fabrikam",
      domains: ["fabrikam.example" as DomainName],
    }),
  );
});

describe("createTenant", () => {
  it("gives the tenant its initial domain and makes the first named domain the primary one", () => {
    expect(contoso).toMatchObject({
      initialDomain: "contoso.guesthouse.internal",
      primaryDomain: "contoso.example",
      verifiedDomains: ["contoso.example", "contoso.test", "contoso.guesthouse.internal"],
      defaultLanguage: "en",
    });
    expect(contoso.pairwiseSalt).toHaveLength(32);
    expect(contoso.pairwiseSalt.equals(fabrikam.pairwiseSalt)).toBe(false);
  });

  it("is found by GUID and by every verified domain, in any case of letters", async () => {
    for (const name of [
      contoso.tenantId.toUpperCase(),
      "CONTOSO.example",
      "contoso.test",
      contoso.initialDomain,
    ])
      expect((await findTenantByName(database, name))?.tenantId).toBe(contoso.tenantId);
    expect(await findTenantByName(database, "unknown.example")).toBeUndefined();
    expect(await findTenantByName(database, "not a domain")).toBeUndefined();
    expect((await listTenants(database)).map((tenant) => tenant.displayName)).toEqual([
      "Contoso",
      "Fabrikam",
    ]);
  });

  it("is refused whole when one of its domains belongs to another tenant", async () => {
    const outcome = await createTenant(machine, byOperator, {
      displayName: "Impostor",
      name: "impostor",
      domains: ["impostor.example" as DomainName, contosoDomain],
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: "tenant-exists" } });
    expect(await findTenantByName(database, "impostor.example")).toBeUndefined();
    expect(await listTenants(database)).toHaveLength(2);
  });

  it("is known at once to somebody who asked before it was there", async () => {
    expect(await findTenantByName(database, "late.guesthouse.internal")).toBeUndefined();
    const late = accepted(await createTenant(machine, byOperator, { displayName: "Late", name: "late" }));
    expect((await findTenantByName(database, "late.guesthouse.internal"))?.tenantId).toBe(late.tenantId);
    expect((await findTenant(database, late.tenantId))?.displayName).toBe("Late");
  });
});
