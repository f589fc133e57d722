import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientCertificate } from "../../../../../test/support/client-certificate.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { keyBag } from "../../../../../test/support/key-bag.ts";
import { type SignUpApi, startSignUpApi } from "../../../../../test/support/sign-up-api.ts";
import { readConfiguration } from "../../../../platform/config/configuration.ts";

const { call, machine, organisation } = await graphStage({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const permissions = ["APIConnectors.ReadWrite.All", "IdentityUserFlow.ReadWrite.All"];
const basic = { "@odata.type": "#microsoft.graph.basicAuthentication", username: "house", password: "key" };
let contoso: GraphTenant;
let token = "";
let api: SignUpApi;

beforeAll(async () => {
  api = await startSignUpApi();
  contoso = await organisation("Contoso", "contoso");
  const admin = await contoso.member("flows", "external-id-user-flow-administrator");
  token = await contoso.userToken(admin, permissions);
});

afterAll(() => api?.close());

const create = (body: object = {}) =>
  call("POST /identity/apiConnectors", token, {
    body: {
      displayName: "Partner register",
      targetUrl: `${api.url}?code=hidden`,
      authenticationConfiguration: basic,
      ...body,
    },
  });

async function created(body: object = {}): Promise<string> {
  const made = await create(body);
  expect(made.status, made.text).toBe(201);
  expect(made.headers.get("location")).toContain(`/identity/apiConnectors/${made.body.id}`);
  return made.body.id;
}

describe("API connectors", () => {
  it("are made, read without their secrets, changed and deleted", async () => {
    const id = await created({ signingSecret: "a secret that is long enough for this" });
    const read = await call(`GET /identity/apiConnectors/${id}`, token);
    expect(read.body).toMatchObject({
      displayName: "Partner register",
      targetUrl: `${api.url}?code=***`,
      authenticationConfiguration: { username: "house", password: "******" },
      signingSecret: "******",
    });
    expect(read.text).not.toMatch(/hidden|long enough/);
    const changed = await call(`PATCH /identity/apiConnectors/${id}`, token, {
      body: { displayName: "Register", signingSecret: null },
    });
    expect(changed.status, changed.text).toBe(204);
    const list = await call("GET /identity/apiConnectors?$select=id,displayName,signingSecret", token);
    expect(list.body.value).toContainEqual({ id, displayName: "Register", signingSecret: null });
    expect((await call(`DELETE /identity/apiConnectors/${id}`, token)).status).toBe(204);
    expect((await call(`GET /identity/apiConnectors/${id}`, token)).status).toBe(404);
    const events = await machine.database
      .selectFrom("auditEvent")
      .select(["activity", "details"])
      .where("activity", "like", "api-connector-%")
      .execute();
    expect(new Set(events.map(({ activity }) => activity)).size).toBe(3);
    expect(JSON.stringify(events)).not.toMatch(/hidden|long enough/);
  });

  it("know the API by a certificate, of which there can be several", async () => {
    const now = machine.clock();
    const [first, second] = await Promise.all([clientCertificate(now), clientCertificate(now)]);
    const file = (certificate: typeof first) => ({
      pkcs12Value: keyBag("x", certificate).toString("base64"),
      password: "x",
    });
    const id = await created({
      authenticationConfiguration: { "@odata.type": "microsoft.graph.pkcs12Certificate", ...file(first) },
    });
    machine.setClock(new Date(now.getTime() + 1000));
    const uploaded = await call(`POST /identity/apiConnectors/${id}/uploadClientCertificate`, token, {
      body: file(second),
    });
    expect(uploaded.status, uploaded.text).toBe(200);
    const shown = (certificate: typeof first, isActive: boolean) =>
      expect.objectContaining({ thumbprint: certificate.sha1.toString("hex").toUpperCase(), isActive });
    expect(uploaded.body.authenticationConfiguration).toEqual({
      "@odata.type": "#microsoft.graph.clientCertificateAuthentication",
      certificateList: [shown(first, false), shown(second, true)],
    });
    const wrong = await call(`POST /identity/apiConnectors/${id}/uploadClientCertificate`, token, {
      body: { ...file(second), password: "y" },
    });
    expect([wrong.status, wrong.body.error.details[0].code]).toEqual([400, "key-bag-not-readable"]);
  });

  it.each<[body: object, target: string]>([
    [{ targetUrl: "http://api.example/" }, "targetUrl"],
    [{ targetUrl: "https://user:password@api.example/" }, "targetUrl"],
    [{ displayName: "" }, "displayName"],
    [{ authenticationConfiguration: { username: "x", password: "y" } }, "authenticationConfiguration"],
    [{ authenticationConfiguration: undefined }, "authenticationConfiguration"],
    [{ authenticationConfiguration: { ...basic, username: "a:b" } }, "authenticationConfiguration/username"],
    [{ signingSecret: "short" }, "signingSecret"],
    [{ apiKey: "x" }, "apiKey"],
  ])("refuse %#: $1", async (body, target) => {
    const refused = await create(body);
    expect([refused.status, refused.body.error.details[0].target]).toEqual([400, target]);
  });

  it("are tried with a sample, and every call can be read", async () => {
    const id = await created();
    api.behave({ status: 200, body: { version: "1.0.0", action: "ShowBlockPage", userMessage: "No." } });
    const sample = await call(`POST /identity/apiConnectors/${id}/sendSample`, token, {
      body: { step: "postFederationSignup", email: "vera@peer.example" },
    });
    expect(sample.status, sample.text).toBe(200);
    expect(sample.body).toMatchObject({
      step: "postFederationSignup",
      userFlowId: null,
      attempts: 1,
      outcome: "block",
      status: 200,
      request: { url: `${api.url}?code=***`, body: { email: "vera@peer.example" } },
      response: expect.stringContaining("ShowBlockPage"),
    });
    const calls = await call(`GET /identity/apiConnectors/${id}/calls`, token);
    expect(calls.body.value).toEqual([sample.body]);
  });

  it("are asked by the flows that name them, until they name none", async () => {
    const id = await created();
    await call("POST /identity/b2xUserFlows", token, { body: { id: "Partners" } });
    const configuration = "/identity/b2xUserFlows/B2X_1_Partners/apiConnectorConfiguration";
    const reference = { "@odata.id": `https://graph.microsoft.com/v1.0/identity/apiConnectors/${id}` };
    const set = (step: string, body: object) => call(`PUT ${configuration}/${step}/$ref`, token, { body });
    expect((await set("postAttributeCollection", reference)).status).toBe(204);
    expect((await set("afterwards", reference)).status).toBe(400);
    const unknown = { "@odata.id": "https://x.example/00000000-0000-4000-8000-000000000001" };
    expect((await set("postFederationSignup", unknown)).status).toBe(404);
    const both = `${configuration}?$expand=postFederationSignup,postAttributeCollection`;
    expect((await call(`GET ${both}`, token)).body).toMatchObject({
      postFederationSignup: null,
      postAttributeCollection: { id, authenticationConfiguration: { password: "******" } },
    });
    const plain = await call(`GET ${configuration}`, token);
    expect(plain.body).not.toHaveProperty("postAttributeCollection");
    expect((await set("postAttributeCollection", {})).status).toBe(204);
    expect((await call(`GET ${both}`, token)).body.postAttributeCollection).toBeNull();
  });

  it("are asked by a flow from its creation on where it names them, and no flow comes of one that is unknown", async () => {
    const id = await created();
    const at = (name: string, connector: string) => ({
      body: {
        id: name,
        apiConnectorConfiguration: {
          postFederationSignup: {
            "@odata.id": `https://graph.microsoft.com/v1.0/identity/apiConnectors/${connector}`,
          },
          postAttributeCollection: {},
        },
      },
    });
    expect((await call("POST /identity/b2xUserFlows", token, at("Asking", id))).status).toBe(201);
    const steps = "apiConnectorConfiguration?$expand=postFederationSignup,postAttributeCollection";
    expect((await call(`GET /identity/b2xUserFlows/B2X_1_Asking/${steps}`, token)).body).toMatchObject({
      postFederationSignup: { id },
      postAttributeCollection: null,
    });
    for (const unknown of ["00000000-0000-4000-8000-000000000001", "nonsense"])
      expect((await call("POST /identity/b2xUserFlows", token, at("Vain", unknown))).status).toBe(404);
    expect((await call("GET /identity/b2xUserFlows/B2X_1_Vain", token)).status).toBe(404);
  });

  it("are for those who decide about sign-up", async () => {
    const asMember = await contoso.userToken(await contoso.member("member"), permissions);
    expect((await call("GET /identity/apiConnectors", asMember)).status).toBe(403);
    expect((await call("GET /identity/apiConnectors", await contoso.appToken(permissions))).status).toBe(200);
  });
});
