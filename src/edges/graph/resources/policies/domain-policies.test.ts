import { type ServerType, serve } from "@hono/node-server";
import { Client } from "@microsoft/microsoft-graph-client";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../../../../test/support/free-port.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { requestIds } from "../../../shared/request-context.ts";
import { betaOperations, graphEdge } from "../../graph-edge.ts";

const { call, machine, organisation, signUpWords } = await graphStage();
const path = "/policies/b2bManagementPolicies";
const permissions = ["Policy.ReadWrite.B2BManagementPolicy", "User.Invite.All"];
let contoso: GraphTenant;
let token = "";
let server: ServerType;
let client: Client;

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  token = await contoso.userToken(await contoso.member("admin", "global-administrator"), permissions);
  const app = new Hono();
  app.use(requestIds());
  app.route("/beta", graphEdge(machine, signUpWords, betaOperations));
  const port = await freePort();
  server = await new Promise((started) => {
    const starting = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, () => started(starting));
  });
  client = Client.initWithMiddleware({
    baseUrl: `http://localhost:${port}/`,
    defaultVersion: "beta",
    authProvider: { getAccessToken: async () => token },
  });
});
afterAll(() => server?.close());

/** The library sends its tokens over https only. */
const api = (at: string) => client.api(at).header("authorization", `Bearer ${token}`);
const definition = (lists: object) =>
  JSON.stringify({ B2BManagementPolicy: { InvitationsAllowedAndBlockedDomainsPolicy: lists } });
const policy = (lists: object, more: object = {}) => ({
  ...{ displayName: "B2B", description: "Whom we work with", isOrganizationDefault: true },
  definition: [definition(lists)],
  ...more,
});
const invite = async (email: string) =>
  call("POST /invitations", token, {
    body: { invitedUserEmailAddress: email, inviteRedirectUrl: "https://app.example/" },
  });
const only = async () => (await call(`GET ${path}`, token)).body.value[0];
const clear = async () => {
  const there = await only();
  if (there) await call(`DELETE ${path}/${there.id}`, token);
};

describe("the list of domains", () => {
  it("is kept by Graph's own library at /beta, and decides about invitations at once", async () => {
    expect((await api(path).get()).value).toEqual([]);
    const made = await api(path).post(policy({ AllowedDomains: [], BlockedDomains: ["Fabrikam.example"] }));
    expect(made).toMatchObject({
      ...{ displayName: "B2B", isOrganizationDefault: true, deletedDateTime: null },
      definition: [definition({ BlockedDomains: ["fabrikam.example"] })],
    });
    const refused = await invite("a@FABRIKAM.example");
    expect([refused.status, refused.body.error.code, refused.body.error.message]).toEqual([
      400,
      "BadRequest",
      "The invited user's domain is not allowed by your organization's collaboration restrictions.",
    ]);
    expect(refused.body.error.details[0]).toMatchObject({
      code: "DomainNotAllowed",
      target: "invitedUserEmailAddress",
    });
    expect((await invite("a@sub.fabrikam.example")).status).toBe(201);
    const one = api(`${path}/${made.id}`);
    expect(
      await one.patch({ definition: [definition({ AllowedDomains: ["peer.example"] })] }),
    ).toBeUndefined();
    expect((await one.get()).definition).toEqual([definition({ AllowedDomains: ["peer.example"] })]);
    expect([(await invite("a@other.example")).status, (await invite("a@peer.example")).status]).toEqual([
      400, 201,
    ]);
    await one.patch({ isOrganizationDefault: false });
    expect((await invite("b@other.example")).status).toBe(201);
    expect(await one.delete()).toBeFalsy();
    await expect(one.get()).rejects.toMatchObject({ statusCode: 404 });
    const events = await machine.database.selectFrom("auditEvent").select("activity").execute();
    expect(events.map(({ activity }) => activity)).toEqual(
      expect.arrayContaining(["domain-policy-created", "domain-policy-changed", "domain-policy-removed"]),
    );
  });

  it("is there once, and takes its text in single quotes and with domains below, too", async () => {
    const text =
      "{'B2BManagementPolicy':{'Version':1,'InvitationsAllowedAndBlockedDomainsPolicy':{'BlockedDomains':['bücher.example',{'domain':'fabrikam.example','includeSubdomains':true}]}}}";
    const body = policy({}, { definition: [text] });
    expect((await call(`POST ${path}`, token, { body })).status).toBe(201);
    const again = await call(`POST ${path}`, token, { body });
    expect([again.status, again.body.error.details[0].code]).toEqual([400, "PolicyExists"]);
    expect((await only()).definition).toEqual([
      definition({
        BlockedDomains: ["xn--bcher-kva.example", { domain: "fabrikam.example", includeSubdomains: true }],
      }),
    ]);
    for (const address of ["a@bücher.example", "a+tag@fabrikam.example", "a@deep.sub.fabrikam.example"])
      expect((await invite(address)).status, address).toBe(400);
    expect((await invite("a@notfabrikam.example")).status).toBe(201);
    const { id } = await only();
    const minimal = { definition: ["{'B2BManagementPolicy':{'Version':1}}"] };
    expect((await call(`PATCH ${path}/${id}`, token, { body: minimal })).status).toBe(204);
    expect((await invite("c@fabrikam.example")).status).toBe(201);
    await clear();
  });

  it.each([
    policy({ AllowedDomains: ["a.example"], BlockedDomains: ["b.example"] }),
    policy({ AllowedDomains: [] }),
    policy({ BlockedDomains: ["*.fabrikam.example"] }),
    policy({ BlockedDomains: ["fabrikam.example."] }),
    policy({ BlockedDomains: [7] }),
    policy({}, { definition: ["no JSON"] }),
    policy({}, { definition: [] }),
    policy(
      {},
      {
        definition: [
          '{"B2BManagementPolicy":{"AutoRedeemPolicy":{"AdminConsentedForUsersIntoTenantIds":["x"]}}}',
        ],
      },
    ),
    policy({}, { displayName: undefined }),
    policy({}, { appliesTo: [] }),
  ])("is not made from %j", async (body) => {
    expect((await call(`POST ${path}`, token, { body })).status).toBe(400);
    expect(await only()).toBeUndefined();
  });

  it("is changed by Global Administrators, read by members, and not seen from elsewhere", async () => {
    const other = await contoso.userToken(await contoso.member("user", "user-administrator"), permissions);
    expect((await call(`POST ${path}`, other, { body: policy({}) })).status).toBe(403);
    const body = policy({ BlockedDomains: ["fabrikam.example"] });
    expect((await call(`POST ${path}`, token, { body })).status).toBe(201);
    const { id } = await only();
    expect((await call(`GET ${path}`, other)).body.value).toHaveLength(1);
    for (const method of ["PATCH", "DELETE"])
      expect((await call(`${method} ${path}/${id}`, other, { body: {} })).status).toBe(403);
    const fabrikam = await organisation("Fabrikam", "fabrikam");
    const theirs = await fabrikam.userToken(
      await fabrikam.member("root", "global-administrator"),
      permissions,
    );
    expect((await call(`GET ${path}/${id}`, theirs)).status).toBe(404);
    for (const method of ["PATCH", "DELETE"])
      expect((await call(`${method} ${path}/${id}`, theirs, { body: {} })).status).toBe(404);
    expect((await call(`GET ${path}`, theirs)).body.value).toEqual([]);
    await clear();
  });
});
