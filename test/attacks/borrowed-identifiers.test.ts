import { beforeAll, describe, expect, it } from "vitest";
import { findResource } from "../../src/domain/applications/find-application.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { grantConsent } from "../../src/domain/signin/grant-consent.ts";
import { type GraphTenant, graphStage } from "../support/graph-stage.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const { machine, call, organisation } = await graphStage();
let contoso: GraphTenant;
let fabrikam: GraphTenant;
/** Administers the applications of Fabrikam, who are up to no good. */
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  token = await fabrikam.appToken(["Application.ReadWrite.All"]);
});

const register = (body: object) =>
  call("POST /applications", token, { body: { displayName: "A borrowed name", ...body } });

describe("15: what an API is called belongs to one tenant alone", () => {
  const many = { signInAudience: "AzureADMultipleOrgs" };

  it.each([
    ["a name that anybody can choose, for many tenants", { ...many, identifierUris: ["api://orders"] }],
    ["a domain of another tenant", { identifierUris: ["api://contoso.example/orders"] }],
    ["a host below it", { identifierUris: ["api://orders.contoso.example"] }],
    ["a domain of nobody", { ...many, identifierUris: ["api://unproven.example/orders"] }],
  ])("%s cannot be taken", async (_, body) => {
    const answer = await register(body);
    expect([answer.status, answer.body.error?.details?.[0].target], answer.text).toEqual([
      400,
      "identifierUris",
    ]);
  });

  it("a name of one's own cannot be carried to others later", async () => {
    const made = await register({ identifierUris: ["api://orders"] });
    expect(made.status, made.text).toBe(201);
    const opened = await call(`PATCH /applications/${made.body.id}`, token, { body: many });
    expect([opened.status, opened.body.error?.details?.[0].target], opened.text).toEqual([
      400,
      "identifierUris",
    ]);
    const own = [`api://${made.body.appId}`, "api://fabrikam.example/orders"];
    const honest = await call(`PATCH /applications/${made.body.id}`, token, {
      body: { ...many, identifierUris: own },
    });
    expect(honest.status, honest.text).toBe(204);
  });

  it("a tenant's own API is found under its name, whatever came in from elsewhere", async () => {
    const { tenantId } = contoso.tenant;
    const api = { redirectUris: [], identifierUris: ["api://stock"] } as const;
    const foreign = accepted(
      await registerApplication(machine, byOperator, {
        ...api,
        tenantId: fabrikam.tenant.tenantId,
        displayName: "A stock that comes first",
        audience: "tenants",
      }),
    );
    const { applicationId } = foreign.application;
    const user = await contoso.member("mia");
    const request = { tenantId, applicationId };
    await grantConsent(machine, byOperator, { request, user, permissions: [], forAll: false });
    const own = accepted(
      await registerApplication(machine, byOperator, { ...api, tenantId, displayName: "Stock" }),
    );
    const found = await findResource(machine.database, tenantId, "api://stock");
    expect(found?.application.displayName).toBe(own.application.displayName);
  });
});
