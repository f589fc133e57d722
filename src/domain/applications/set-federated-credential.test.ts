import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import type { ApplicationObjectId } from "../../foundation/identifiers.ts";
import { createTenant } from "../directory/create-tenant.ts";
import { federatedCredentialsOf } from "./find-client-credentials.ts";
import { registerApplication } from "./register-application.ts";
import { removeFederatedCredential } from "./remove-federated-credential.ts";
import { addFederatedCredential, changeFederatedCredential } from "./set-federated-credential.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const { tenantId } = accepted(
  await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
);
const fabrikam = accepted(
  await createTenant(machine, byOperator, { displayName: "Fabrikam", name: "fabrikam" }),
);

async function register(displayName: string) {
  const input = { tenantId, displayName, redirectUris: [] };
  return accepted(await registerApplication(machine, byOperator, input)).application;
}

const pipeline = {
  name: "main-branch",
  issuer: "https://builds.example",
  subject: "repo:contoso/tenders:ref:refs/heads/main",
  audiences: ["api://AzureADTokenExchange"],
  description: undefined,
};

function add(objectId: ApplicationObjectId, changes: Partial<typeof pipeline> = {}) {
  return addFederatedCredential(machine, byOperator, {
    tenantId,
    objectId,
    properties: { ...pipeline, ...changes },
  });
}

const refused = (code: string) => ({ ok: false, refusal: { code } });

describe("federated credentials of an application", () => {
  it("are added, changed and removed", async () => {
    const { objectId } = await register("Deployment");
    const key = { tenantId, objectId };
    const { credentialId } = accepted(await add(objectId));
    const change = (changes: Partial<typeof pipeline>) =>
      changeFederatedCredential(machine, byOperator, { ...key, credentialId, changes });
    accepted(await change({ subject: "repo:contoso/tenders:environment:live" }));
    expect(await federatedCredentialsOf(database, key)).toEqual([
      { ...pipeline, credentialId, subject: "repo:contoso/tenders:environment:live" },
    ]);
    expect(await change({ name: "another" })).toEqual(refused("credential-name-fixed"));
    expect(await change({ issuer: "http://builds.example" })).toEqual(refused("credential-issuer-invalid"));
    const foreign = { tenantId: fabrikam.tenantId, objectId, credentialId };
    expect(await removeFederatedCredential(machine, byOperator, foreign)).toEqual(
      refused("application-not-found"),
    );
    accepted(await removeFederatedCredential(machine, byOperator, { ...key, credentialId }));
    expect(await federatedCredentialsOf(database, key)).toEqual([]);
  });

  it("differ in name and in issuer with subject, and are at most twenty", async () => {
    const { objectId } = await register("Many");
    accepted(await add(objectId));
    expect(await add(objectId, { subject: "other" })).toEqual(refused("credential-name-taken"));
    expect(await add(objectId, { name: "other" })).toEqual(refused("credential-exists"));
    const outcomes = await Promise.all(
      Array.from({ length: 22 }, (_, index) =>
        add(objectId, { name: `pipeline-${index}`, subject: `subject ${index}` }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(19);
    expect(await add(objectId, { name: "last", subject: "last" })).toEqual(refused("too-many-credentials"));
  });

  it.each([
    [{ name: "x" }, "credential-name-invalid"],
    [{ name: "with space" }, "credential-name-invalid"],
    [{ issuer: "https://user@builds.example" }, "credential-issuer-invalid"],
    [{ issuer: "https://builds.example?x" }, "credential-issuer-invalid"],
    [{ subject: "" }, "credential-subject-invalid"],
    [{ audiences: [] }, "credential-audience-invalid"],
    [{ audiences: ["one", "two"] }, "credential-audience-invalid"],
  ] as const)("refuse %j", async (changes, code) => {
    const { objectId } = await register("Strict");
    expect(await add(objectId, changes as never)).toEqual(refused(code));
  });
});
