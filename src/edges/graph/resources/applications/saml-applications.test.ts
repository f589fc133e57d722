import { beforeAll, describe, expect, it } from "vitest";
import { graphStage } from "../../../../../test/support/graph-stage.ts";
import { findResource, findSamlApplication } from "../../../../domain/applications/find-application.ts";
import type { Tenant } from "../../../../domain/directory/rules/tenant.ts";

const { machine, call, organisation } = await graphStage();
let tenant: Tenant;
let app = "";

beforeAll(async () => {
  const contoso = await organisation("Contoso", "contoso");
  tenant = contoso.tenant;
  app = await contoso.appToken(["Application.ReadWrite.All"]);
});

async function present(displayName: string) {
  const { body: registration } = await call("POST /applications", app, { body: { displayName } });
  const { body: principal } = await call("POST /servicePrincipals", app, {
    body: { appId: registration.appId },
  });
  const change = (body: object) => call(`PATCH /applications/${registration.id}`, app, { body });
  const setMode = (preferredSingleSignOnMode: string | null) =>
    call(`PATCH /servicePrincipals/${principal.id}`, app, { body: { preferredSingleSignOnMode } });
  return { registration, principal, change, setMode };
}

describe("an application that signs in by SAML", () => {
  it("takes the entity id that its maker has given it, once its service principal says saml", async () => {
    const { principal, change, setMode } = await present("Wiki");
    const entity = { identifierUris: ["https://wiki.vendor.example/saml/"] };
    expect((await change(entity)).status).toBe(400);
    expect((await setMode("saml")).status).toBe(204);
    expect((await change(entity)).status).toBe(204);
    const { body } = await call(`GET /servicePrincipals/${principal.id}`, app);
    expect(body.preferredSingleSignOnMode).toBe("saml");
    expect(body.servicePrincipalNames).toContain(entity.identifierUris[0]);
    const found = await findSamlApplication(
      machine.database,
      tenant.tenantId,
      "https://WIKI.vendor.example/saml/",
    );
    expect(found?.application.displayName).toBe("Wiki");
  });

  it.each(["urn:vendor:wiki", "wiki.vendor.example", "https://vendor.example/?tenant=1#metadata"])(
    "may be called %s",
    async (entityId) => {
      const { change, setMode } = await present("Named");
      await setMode("saml");
      expect((await change({ identifierUris: [entityId] })).status).toBe(204);
      expect((await change({ identifierUris: [] })).status).toBe(204);
    },
  );

  it.each(["", "with blanks", "https://*.vendor.example", 'a"quote', "x".repeat(256), "ümlaut"])(
    "may not be called %j",
    async (entityId) => {
      const { change, setMode } = await present("Misnamed");
      await setMode("saml");
      expect((await change({ identifierUris: [entityId] })).status).toBe(400);
    },
  );

  it("gives its entity id to no access token, also when it has left SAML again", async () => {
    const { change, setMode } = await present("Posing as payroll");
    const named = "https://payroll.fabrikam.example";
    await setMode("saml");
    await change({ identifierUris: [named, "api://payroll"] });
    const resource = (name: string) => findResource(machine.database, tenant.tenantId, name);
    expect(await resource(named)).toBeUndefined();
    expect((await resource("api://payroll"))?.application.displayName).toBe("Posing as payroll");
    await setMode(null);
    expect(await resource(named)).toBeUndefined();
    expect(await findSamlApplication(machine.database, tenant.tenantId, named)).toBeUndefined();
  });

  it("keeps such a name at home: other organisations could not tell whose it is", async () => {
    const { change, setMode } = await present("Going out");
    await setMode("saml");
    await change({ identifierUris: ["https://crm.vendor.example"] });
    expect((await change({ signInAudience: "AzureADMultipleOrgs" })).status).toBe(400);
  });

  it("may have its requests count only when they are signed, and not by broken algorithms", async () => {
    const { registration, change } = await present("Strict");
    const shown = async () => {
      const { body } = await call(`GET /applications/${registration.id}`, app);
      return body.requestSignatureVerification;
    };
    expect(await shown()).toBeNull();
    const required = { isSignedRequestRequired: true, allowedWeakAlgorithms: null };
    expect((await change({ requestSignatureVerification: required })).status).toBe(204);
    expect(await shown()).toEqual(required);
    const weak = { ...required, allowedWeakAlgorithms: "rsaSha1" };
    expect((await change({ requestSignatureVerification: weak })).status).toBe(400);
    expect((await change({ requestSignatureVerification: null })).status).toBe(204);
    expect(await shown()).toBeNull();
  });
});
