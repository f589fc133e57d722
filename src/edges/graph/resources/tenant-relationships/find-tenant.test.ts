import { beforeAll, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { addDomain } from "../../../../domain/directory/add-domain.ts";
import type { DomainName } from "../../../../foundation/domain-name.ts";

const { call, machine, organisation } = await graphStage();
const path = "/tenantRelationships/";
let fabrikam: GraphTenant;
let token = "";

beforeAll(async () => {
  const contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  const { tenantId } = fabrikam.tenant;
  accepted(await addDomain(machine, byOperator, { tenantId, name: "claimed.example" as DomainName }));
  token = await contoso.userToken(await contoso.member("anna"), ["CrossTenantInformation.ReadBasic.All"]);
});

it("tells the name of an organisation whose id or verified domain is known", async () => {
  const { tenantId } = fabrikam.tenant;
  for (const asked of [
    `findTenantInformationByTenantId(tenantId='${tenantId.toUpperCase()}')`,
    "findTenantInformationByDomainName(domainName='Fabrikam.Example')",
    "findTenantInformationByDomainName(domainName=%27fabrikam.guesthouse.internal%27)",
    "microsoft.graph.findTenantInformationByDomainName(domainName='fabrikam.example')",
  ]) {
    const { body } = await call(`GET ${path}${asked}`, token);
    expect(body, asked).toEqual({
      "@odata.context": expect.stringMatching(/#microsoft.graph.tenantInformation$/),
      tenantId,
      federationBrandName: null,
      displayName: "Fabrikam",
      defaultDomainName: "fabrikam.example",
    });
  }
});

it.each([
  ["findTenantInformationByTenantId(tenantId='00000000-0000-4000-8000-000000000009')", 404],
  ["findTenantInformationByTenantId(tenantId='x')", 404],
  ["findTenantInformationByDomainName(domainName='claimed.example')", 404],
  ["findTenantInformationByDomainName(tenantId='fabrikam.example')", 400],
  ["findTenantInformationByDomainName()", 400],
])("does not tell of %s", async (asked, status) => {
  expect((await call(`GET ${path}${asked}`, token)).status).toBe(status);
});
