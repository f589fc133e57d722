import { expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { listApplications } from "../../domain/applications/list-applications.ts";
import { matchRedirectUri } from "../../domain/applications/rules/redirect-uri.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { findMemberBySignInName } from "../../domain/directory/find-user.ts";
import { listUserFlows } from "../../domain/signup/find-user-flow.ts";
import { demoOrganisations } from "./demo-organisations.ts";
import { seedDemo } from "./seed-demo.ts";

const { database } = await testDatabase();

it("completes a demo whose making was cut short, and then leaves it as people change it", async () => {
  const machine = testMachine(database);
  const demo = demoOrganisations("http://localhost:8080");
  const [contoso, fabrikam] = demo.tenants;
  if (!contoso || !fabrikam) throw new Error("the demo has two organisations");
  const { tenantId, name, displayName, domain } = contoso;
  accepted(await createTenant(machine, byOperator, { tenantId, name, displayName, domains: [domain] }));

  await seedDemo(machine, demo);
  for (const { userName } of [...contoso.users, ...fabrikam.users])
    expect((await findMemberBySignInName(database, userName))?.user.userPrincipalName).toBe(userName);
  expect(
    (await listApplications(database, tenantId)).map(({ application }) => application.displayName),
  ).toEqual(expect.arrayContaining(contoso.applications.map((application) => application.displayName)));

  const [flow] = await listUserFlows(database, tenantId);
  expect(flow).toMatchObject({ name: "Suppliers", applications: [expect.any(String)] });
  expect(flow?.attributes.map(({ label }) => label)).toEqual(
    contoso.userFlow?.questions.map(({ label }) => label),
  );

  await database.deleteFrom("groupMember").execute();
  await seedDemo(machine, demo);
  expect(await database.selectFrom("groupMember").selectAll().execute()).toEqual([]);
});

it("leads to itself again when it is started at another address", async () => {
  const { database: other } = await testDatabase();
  const machine = testMachine(other);
  await seedDemo(machine, demoOrganisations("http://localhost:8080"));
  const publicUrl = "https://localhost:8443";
  const demo = demoOrganisations(publicUrl);
  await seedDemo({ ...machine, configuration: { ...machine.configuration, publicUrl } }, demo);
  const [contoso] = demo.tenants;
  if (!contoso) throw new Error("the demo has an organisation");
  for (const { applicationId, homePageUrl, redirectUris } of contoso.applications) {
    const found = await findApplicationInTenant(other, contoso.tenantId, applicationId);
    expect(found?.application.homePageUrl).toBe(homePageUrl);
    for (const { uri } of redirectUris)
      expect(matchRedirectUri(found?.application.redirectUris ?? [], uri)?.uri).toBe(uri);
  }
});
