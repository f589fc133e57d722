import { beforeAll, describe, expect, it } from "vitest";
import { clientCertificate } from "../../../../../test/support/client-certificate.ts";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { assignAppRole } from "../../../../domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../../../domain/applications/ensure-graph-service-principal.ts";
import { registerApplication } from "../../../../domain/applications/register-application.ts";
import { verifyClientSecret } from "../../../../domain/applications/verify-client-secret.ts";

const { machine, call, organisation } = await graphStage();
const roleId = "11111111-1111-4111-8111-111111111111";
const scopeId = "22222222-2222-4222-8222-222222222222";
const client = "33333333-3333-4333-8333-333333333333";
let contoso: GraphTenant;
/** An application that may change every other. */
let all = "";
let asAdministrator = "";
let asMember = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  all = await contoso.appToken(["Application.ReadWrite.All"]);
  const admin = await contoso.member("admin", "application-administrator");
  const scopes = ["Application.ReadWrite.All", "Directory.Read.All"];
  asAdministrator = await contoso.userToken(admin, scopes);
  asMember = await contoso.userToken(await contoso.member("member"), scopes);
});

async function create(body: object = {}, token = all): Promise<GraphAnswer["body"]> {
  const made = await call("POST /applications", token, { body: { displayName: "Tenders", ...body } });
  expect(made.status, made.text).toBe(201);
  return made.body;
}

const patch = (id: string, body: object, token = all) => call(`PATCH /applications/${id}`, token, { body });
const read = async (id: string) => (await call(`GET /applications/${id}`, all)).body;

async function activities(): Promise<string[]> {
  const rows = await machine.database.selectFrom("auditEvent").select("activity").execute();
  return rows.map(({ activity }) => activity);
}

describe("/applications", () => {
  it("keeps every property, and gives it back as it was sent", async () => {
    const sent = {
      displayName: "Orders",
      description: "What customers ordered",
      notes: "Owned by sales",
      signInAudience: "AzureADMultipleOrgs",
      identifierUris: ["api://contoso.example/orders"],
      isFallbackPublicClient: true,
      groupMembershipClaims: "SecurityGroup,DirectoryRole",
      tags: ["sales"],
      optionalClaims: {
        idToken: [{ name: "acct", source: null, essential: true, additionalProperties: [] }],
        accessToken: [],
        saml2Token: [],
      },
      appRoles: [
        {
          allowedMemberTypes: ["User", "Application"],
          description: "Approves orders",
          displayName: "Approver",
          id: roleId,
          isEnabled: true,
          origin: "Application",
          value: "Orders.Approve",
        },
      ],
      api: {
        acceptMappedClaims: null,
        knownClientApplications: [client],
        requestedAccessTokenVersion: 2,
        oauth2PermissionScopes: [
          {
            adminConsentDescription: "Reads all orders",
            adminConsentDisplayName: "Read orders",
            id: scopeId,
            isEnabled: true,
            type: "User",
            userConsentDescription: null,
            userConsentDisplayName: "Read your orders",
            value: "Orders.Read",
          },
        ],
        preAuthorizedApplications: [{ appId: client, delegatedPermissionIds: [scopeId] }],
      },
      info: {
        logoUrl: null,
        marketingUrl: null,
        privacyStatementUrl: "https://contoso.example/privacy",
        supportUrl: null,
        termsOfServiceUrl: null,
      },
      requiredResourceAccess: [
        {
          resourceAppId: "00000003-0000-0000-c000-000000000000",
          resourceAccess: [{ id: "e1fe6dd8-ba31-4d61-89e7-88639da4683d", type: "Scope" }],
        },
      ],
      web: {
        homePageUrl: "https://orders.contoso.example",
        logoutUrl: "https://orders.contoso.example/out",
        backChannelLogoutUrl: "https://orders.contoso.example/ended",
        redirectUris: ["https://orders.contoso.example/signin"],
        implicitGrantSettings: { enableAccessTokenIssuance: false, enableIdTokenIssuance: true },
        redirectUriSettings: [{ uri: "https://orders.contoso.example/signin", index: null }],
      },
      spa: { redirectUris: ["http://localhost:3000/"] },
      publicClient: { redirectUris: ["msauth.orders://auth"] },
    };
    const made = await call("POST /applications", all, { body: { ...sent, "@odata.type": "#x" } });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject(sent);
    const { id, appId } = made.body;
    expect(made.headers.get("location")).toMatch(new RegExp(`/v1.0/applications/${id}$`));
    const { "@odata.context": _, ...shown } = made.body;
    for (const address of [id, `(appId='${appId}')`].map((key) => `/applications/${key}`.replace("/(", "(")))
      expect((await call(`GET ${address}`, all)).body).toMatchObject(shown);
    expect((await patch(id, {})).status).toBe(204);
    expect(await read(id)).toMatchObject(shown);
  });

  it("changes what is named, inside of web and info too, and nothing else", async () => {
    const { id } = await create({
      web: { redirectUris: ["https://a.example/"], homePageUrl: "https://a.example" },
      info: { supportUrl: "https://a.example/help" },
    });
    const changes = {
      displayName: "Renamed",
      web: { redirectUris: ["https://b.example/"] },
      info: { marketingUrl: "https://a.example/buy" },
    };
    expect((await patch(id, changes)).status).toBe(204);
    expect(await read(id)).toMatchObject({
      displayName: "Renamed",
      web: { redirectUris: ["https://b.example/"], homePageUrl: "https://a.example" },
      info: { supportUrl: "https://a.example/help", marketingUrl: "https://a.example/buy" },
    });
    expect((await patch(id, { web: { homePageUrl: null } })).status).toBe(204);
    expect((await read(id)).web.homePageUrl).toBeNull();
    expect(await activities()).toContain("application-updated");
  });

  it("lists with every query option", async () => {
    const { id, appId } = await create({ displayName: "Findable", identifierUris: ["api://findable"] });
    for (const query of [
      "$filter=displayName eq 'findable'",
      "$filter=startswith(displayName,'Findab')",
      `$filter=appId eq '${appId}'`,
      "$filter=identifierUris/any(u:u eq 'api://findable')",
      '$search="displayName:findable"',
    ]) {
      const answer = await call(`GET /applications?${query}&$select=id&$count=true`, all, {
        headers: { consistencylevel: "eventual" },
      });
      expect([query, answer.body.value], answer.text).toEqual([query, [{ id }]]);
      expect(answer.body["@odata.count"]).toBe(1);
    }
    const first = await call("GET /applications?$top=1&$orderby=displayName", all);
    expect(first.body.value).toHaveLength(1);
    expect(first.body["@odata.nextLink"]).toContain("$skiptoken=");
  });

  it.each([
    [{ displayName: "" }, "displayName"],
    [{ unknown: 1 }, "unknown"],
    [{ appId: client }, "appId"],
    [{ signInAudience: "PersonalMicrosoftAccount" }, "signInAudience"],
    [{ web: { redirectUris: ["http://app.example/"] } }, "redirectUris"],
    [{ web: { redirectUris: ["https://app.example/*"] } }, "redirectUris"],
    [{ web: { redirectUris: ["https://app.example/(x)"] } }, "redirectUris"],
    [{ web: { redirectUris: [`https://app.example/${"x".repeat(240)}`] } }, "redirectUris"],
    [
      { web: { redirectUris: ["https://a.example/"] }, spa: { redirectUris: ["https://a.example/"] } },
      "redirectUris",
    ],
    [{ web: { redirectUris: ["javascript:alert(1)"] } }, "redirectUris"],
    [{ web: { logoutUrl: "javascript:alert(1)" } }, "web"],
    [{ web: { homePageUrl: "http://app.example" } }, "web"],
    [{ identifierUris: ["https://fabrikam.example/api"] }, "identifierUris"],
    [{ identifierUris: ["https://graph.microsoft.com"] }, "identifierUris"],
    [{ identifierUris: [`api://${client}`] }, "identifierUris"],
    [{ identifierUris: ["api://ends/"] }, "identifierUris"],
    [{ groupMembershipClaims: "Everything" }, "groupMembershipClaims"],
    [{ defaultRedirectUri: "https://a.example" }, "defaultRedirectUri"],
    [{ passwordCredentials: [{ secretText: "chosen" }] }, "passwordCredentials"],
    [{ keyCredentials: [{ key: "AAAA", type: "AsymmetricX509Cert", usage: "Verify" }] }, "keyCredentials"],
    [{ keyCredentials: [{ keyId: client }] }, "keyCredentials"],
    [{ keyCredentials: [{ key: "AAAA", type: "Symmetric", usage: "Sign" }] }, "keyCredentials/0/type"],
    [
      { api: { preAuthorizedApplications: [{ appId: client, delegatedPermissionIds: [scopeId] }] } },
      "api/preAuthorizedApplications",
    ],
  ])("refuses %j", async (body, target) => {
    const before = await machine.database.selectFrom("application").selectAll().execute();
    const answer = await call("POST /applications", all, { body: { displayName: "Bad", ...body } });
    expect([answer.status, answer.body.error.code], answer.text).toEqual([400, "Request_BadRequest"]);
    expect(answer.body.error.details[0].target).toBe(target);
    expect(await machine.database.selectFrom("application").selectAll().execute()).toEqual(before);
  });

  it("lets identifier URIs be unique, and those below a verified domain", async () => {
    const { id } = await create({ identifierUris: ["https://api.contoso.example/tenders"] });
    const twice = await call("POST /applications", all, {
      body: { displayName: "Twin", identifierUris: ["https://API.contoso.example/tenders"] },
    });
    expect(twice.body.error.message).toContain("same value for property identifierUris");
    const { appId } = await read(id);
    expect((await patch(id, { identifierUris: [`api://${appId}`] })).status).toBe(204);
  });

  it("removes roles and scopes only after they are disabled, whose ids share one space", async () => {
    const role = {
      id: roleId,
      value: "Read",
      displayName: "Read",
      description: "",
      allowedMemberTypes: ["User"],
    };
    const { id } = await create({ appRoles: [role] });
    const scope = { id: roleId, value: "Read", adminConsentDisplayName: "Read" };
    expect((await patch(id, { api: { oauth2PermissionScopes: [scope] } })).status).toBe(400);
    const refused = await patch(id, { appRoles: [] });
    expect(refused.body.error.details[0].message).toContain("isEnabled: false");
    expect((await patch(id, { appRoles: [{ ...role, isEnabled: false }] })).status).toBe(204);
    expect((await patch(id, { appRoles: [] })).status).toBe(204);
  });

  it("gives secrets once, that work until they are removed", async () => {
    const { id, appId } = await create();
    const body = { passwordCredential: { displayName: "Pipeline" } };
    const { body: made } = await call(`POST /applications/${id}/addPassword`, all, { body });
    expect(made).toMatchObject({ displayName: "Pipeline", hint: made.secretText.slice(0, 3) });
    const application = { tenantId: contoso.tenant.tenantId, objectId: id } as never;
    const verify = () => verifyClientSecret(machine.database, application, made.secretText, machine.clock());
    expect(await verify()).toBe("valid");
    const shown = await call(`GET /applications/${id}`, all);
    expect(shown.text).not.toContain(made.secretText);
    expect(shown.body.passwordCredentials).toEqual([
      expect.objectContaining({ keyId: made.keyId, secretText: null, hint: made.hint }),
    ]);
    const { rows } = { rows: await machine.database.selectFrom("auditEvent").selectAll().execute() };
    expect(JSON.stringify(rows)).not.toContain(made.secretText);
    const past = { passwordCredential: { endDateTime: "2020-01-01T00:00:00Z" } };
    expect((await call(`POST /applications/${id}/addPassword`, all, { body: past })).status).toBe(400);
    const remove = () =>
      call(`POST /applications(appId='${appId}')/removePassword`, all, { body: { keyId: made.keyId } });
    expect((await remove()).status).toBe(204);
    expect(await verify()).toBe("none");
    expect((await remove()).status).toBe(400);
  });

  it("takes certificates, shows their thumbprints and never their keys", async () => {
    const { der, pem, sha1 } = await clientCertificate(machine.clock());
    const other = await clientCertificate(machine.clock());
    const entry = (key: Buffer | string) => ({
      key: Buffer.from(key).toString("base64"),
      type: "AsymmetricX509Cert",
      usage: "Verify",
      displayName: "Pipeline",
    });
    const { id, keyCredentials } = await create({ keyCredentials: [entry(der)] });
    expect(keyCredentials).toEqual([
      expect.objectContaining({ key: null, customKeyIdentifier: sha1.toString("base64") }),
    ]);
    // As clients do it: what is there goes back without key, the new one comes with its key.
    expect((await patch(id, { keyCredentials: [...keyCredentials, entry(other.pem)] })).status).toBe(204);
    const both = (await read(id)).keyCredentials;
    expect(both).toHaveLength(2);
    expect((await patch(id, { keyCredentials: [entry(pem)] })).status).toBe(204);
    expect((await read(id)).keyCredentials).toEqual(keyCredentials);
    expect((await patch(id, { keyCredentials: [] })).status).toBe(204);
    expect((await read(id)).keyCredentials).toEqual([]);
  });

  it("manages federated credentials by id and by name", async () => {
    const { id } = await create();
    const address = `/applications/${id}/federatedIdentityCredentials`;
    const credential = {
      name: "main-branch",
      issuer: "https://builds.example",
      subject: "repo:contoso/tenders",
      audiences: ["api://AzureADTokenExchange"],
    };
    const made = await call(`POST ${address}`, all, { body: credential });
    expect([made.status, made.body]).toEqual([201, expect.objectContaining(credential)]);
    expect((await call(`POST ${address}`, all, { body: credential })).status).toBe(409);
    expect((await call(`POST ${address}`, all, { body: { ...credential, issuer: "x" } })).status).toBe(400);
    const byName = `${address}/main-branch`;
    expect((await call(`PATCH ${byName}`, all, { body: { subject: "repo:other" } })).status).toBe(204);
    expect((await call(`GET ${address}`, all)).body.value).toEqual([
      { ...credential, id: made.body.id, subject: "repo:other", description: null },
    ]);
    expect((await call(`DELETE ${address}/${made.body.id}`, all)).status).toBe(204);
    expect((await call(`GET ${byName}`, all)).status).toBe(404);
  });

  it("has owners, who manage it without a role", async () => {
    const owner = await contoso.member("owner");
    const { id } = await create({
      "owners@odata.bind": [`https://graph.microsoft.com/v1.0/users/${owner.userId}`],
    });
    const listed = await call(`GET /applications/${id}/owners`, asAdministrator);
    // In the order of their ids, which are random.
    expect(listed.body.value).toHaveLength(2);
    expect(listed.body.value).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ "@odata.type": "#microsoft.graph.servicePrincipal" }),
        expect.objectContaining({ "@odata.type": "#microsoft.graph.user", id: owner.userId }),
      ]),
    );
    const asOwner = await contoso.userToken(owner, ["Application.ReadWrite.All"]);
    expect((await patch(id, { displayName: "Theirs" }, asOwner)).status).toBe(204);
    expect((await call(`POST /applications/${id}/addPassword`, asOwner, { body: {} })).status).toBe(200);
    const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/users/${owner.userId}` };
    const add = () => call(`POST /applications/${id}/owners/$ref`, all, { body: reference });
    const remove = () => call(`DELETE /applications/${id}/owners/${owner.userId}/$ref`, all);
    expect((await add()).status).toBe(400);
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await patch(id, { displayName: "Again" }, asOwner)).status).toBe(403);
    expect((await add()).status).toBe(204);
  });

  it("deletes an application, whose client id stays taken", async () => {
    const { id } = await create({ identifierUris: ["api://gone"] });
    expect((await call(`DELETE /applications/${id}`, all)).status).toBe(204);
    expect((await call(`GET /applications/${id}`, all)).status).toBe(404);
    expect((await call(`DELETE /applications/${id}`, all)).status).toBe(404);
    await create({ identifierUris: ["api://gone"] });
    expect(await activities()).toContain("application-deleted");
  });
});

describe("who may change applications", () => {
  it("are administrators of applications among people", async () => {
    const { id } = await create();
    expect((await call("GET /applications", asMember)).status).toBe(200);
    for (const [operation, body] of [
      ["POST /applications", { displayName: "Mine" }],
      [`PATCH /applications/${id}`, { displayName: "Mine" }],
      [`DELETE /applications/${id}`, undefined],
      [`POST /applications/${id}/addPassword`, {}],
    ] as const) {
      const answer = await call(operation, asMember, body ? { body } : {});
      expect([operation, answer.body.error?.details[0].code]).toEqual([operation, "MissingDirectoryRole"]);
    }
    expect((await patch(id, { displayName: "Theirs" }, asAdministrator)).status).toBe(204);
  });

  it("is an application over what it owns, with Application.ReadWrite.OwnedBy", async () => {
    const owned = await contoso.appToken(["Application.ReadWrite.OwnedBy"]);
    const { id } = await create({}, owned);
    expect((await patch(id, { displayName: "Own" }, owned)).status).toBe(204);
    const { id: foreign } = await create({}, asAdministrator);
    const refused = await patch(foreign, { displayName: "Own" }, owned);
    expect([refused.status, refused.body.error.details[0].code]).toEqual([403, "NotOwner"]);
    expect((await call(`POST /applications/${foreign}/addPassword`, owned, { body: {} })).status).toBe(403);
  });

  it("does not take over an application that may do more than themselves", async () => {
    const { tenantId } = contoso.tenant;
    const { application, servicePrincipal } = accepted(
      await registerApplication(machine, byOperator, { tenantId, displayName: "Strong", redirectUris: [] }),
    );
    const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
    accepted(
      await assignAppRole(machine, byOperator, {
        tenantId,
        principal: { kind: "service-principal", id: servicePrincipal.servicePrincipalId },
        resourceId: graph.servicePrincipalId,
        roleValue: "RoleManagement.ReadWrite.Directory",
      }),
    );
    const address = `/applications/${application.objectId}`;
    const federated = { name: "own", issuer: "https://evil.example", subject: "x", audiences: ["y"] };
    const { der } = await clientCertificate(machine.clock());
    const key = { key: der.toString("base64") };
    for (const token of [all, asAdministrator])
      for (const [operation, body] of [
        [`POST ${address}/addPassword`, {}],
        [`POST ${address}/federatedIdentityCredentials`, federated],
        [`PATCH ${address}`, { keyCredentials: [key] }],
      ] as const) {
        const answer = await call(operation, token, { body });
        expect(answer.body.error?.details[0].code, answer.text).toBe("ApplicationHasMoreRights");
      }
    const global = await contoso.member("global", "global-administrator");
    const asGlobal = await contoso.userToken(global, ["Application.ReadWrite.All"]);
    expect((await call(`POST ${address}/addPassword`, asGlobal, { body: {} })).status).toBe(200);
  });
});
