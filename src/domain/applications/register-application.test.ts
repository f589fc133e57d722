import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { ApplicationId, ScopeId } from "../../foundation/identifiers.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { addRedirectUri } from "./add-redirect-uri.ts";
import { findApplicationInTenant } from "./find-application.ts";
import { type NewApplication, registerApplication } from "./register-application.ts";
import { graphApplicationId } from "./rules/graph-permissions.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const contoso = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const fabrikam = accepted(
  await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
);
const { tenantId } = contoso;

async function register(displayName: string, extra: Partial<NewApplication> = {}) {
  return accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName, redirectUris: [], ...extra }),
  );
}

const otherClient = "11111111-1111-4111-8111-111111111111" as ApplicationId;
const readScope = "22222222-2222-4222-8222-222222222222" as ScopeId;
const acct = { name: "acct", source: null, essential: false, additionalProperties: [] };

describe("registerApplication", () => {
  it("makes an application that is found whole, in its own tenant only", async () => {
    const { application, servicePrincipal } = await register("Expenses", {
      redirectUris: [
        { platform: "web", uri: "https://expenses.example/signin" },
        { platform: "spa", uri: "http://localhost:3000" },
      ],
      identifierUris: ["API://Expenses/v1"],
      issuesIdToken: true,
      homePageUrl: "https://expenses.example",
      optionalClaims: { idToken: [acct] },
      preauthorizedClients: [{ applicationId: otherClient, scopeIds: [readScope] }],
      knownClients: [otherClient],
      backChannelLogoutUrl: "https://expenses.example/signed-out",
      groupClaims: ["security-groups", "directory-roles"],
      appRoles: [{ value: "Approver", displayName: "Approver", forUsers: true, forApplications: false }],
      exposedScopes: [
        {
          scopeId: readScope,
          value: "expenses.read",
          displayName: "Read everybody's expenses",
          userDisplayName: "Read your expenses",
          consentBy: "user",
        },
      ],
    });
    expect(application).toMatchObject({
      identifierUris: ["api://expenses/v1"],
      audience: "tenant",
      issuesIdToken: true,
      accessTokenVersion: 2,
      optionalClaims: { idToken: [acct] },
      preauthorizedClients: [{ applicationId: otherClient, scopeIds: [readScope] }],
      knownClients: [otherClient],
      backChannelLogoutUrl: "https://expenses.example/signed-out",
      groupClaims: ["security-groups", "directory-roles"],
      redirectUris: [
        { platform: "spa", uri: "http://localhost:3000" },
        { platform: "web", uri: "https://expenses.example/signin" },
      ],
      appRoles: [{ value: "Approver", description: "", forUsers: true, isEnabled: true }],
      exposedScopes: [
        {
          scopeId: readScope,
          value: "expenses.read",
          consentBy: "user",
          userDisplayName: "Read your expenses",
          isEnabled: true,
        },
      ],
    });
    const { applicationId } = application;
    const found = await findApplicationInTenant(database, tenantId, applicationId);
    expect(found).toEqual({ application, servicePrincipal });
    expect(await findApplicationInTenant(database, fabrikam.tenantId, applicationId)).toBeUndefined();
  });

  it.each([
    [{ displayName: " " }, { code: "display-name-empty" }],
    [
      { redirectUris: [{ platform: "web", uri: "http://app.example" }] },
      { code: "redirect-uri-not-https", uri: "http://app.example" },
    ],
    [{ identifierUris: ["api://EXPENSES/v1"] }, { code: "identifier-uri-taken" }],
    [{ applicationId: graphApplicationId }, { code: "application-exists" }],
  ] as const)("refuses %j", async (extra, refusal) => {
    const input = { tenantId, displayName: "Another", redirectUris: [], ...extra };
    expect(await registerApplication(machine, byOperator, input)).toEqual({ ok: false, refusal });
  });

  it("refuses an application id that is taken anywhere", async () => {
    const { application } = await register("First");
    const outcome = await registerApplication(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      applicationId: application.applicationId,
      displayName: "Second",
      redirectUris: [],
    });
    expect(outcome).toEqual({ ok: false, refusal: { code: "application-exists" } });
  });

  it("shows a new redirect URI at once to those who just looked", async () => {
    const { application } = await register("Growing");
    const { applicationId } = application;
    await findApplicationInTenant(database, tenantId, applicationId);
    const redirect = { platform: "web", uri: "https://growing.example/" } as const;
    accepted(await addRedirectUri(machine, byOperator, { tenantId, applicationId, ...redirect }));
    const found = await findApplicationInTenant(database, tenantId, applicationId);
    expect(found?.application.redirectUris).toEqual([redirect]);
    expect(
      await addRedirectUri(machine, byOperator, { tenantId: fabrikam.tenantId, applicationId, ...redirect }),
    ).toEqual({ ok: false, refusal: { code: "application-not-found" } });
  });
});
