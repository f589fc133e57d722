import { beforeAll, describe, expect, it } from "vitest";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";

const { call, organisation } = await graphStage();
const policies = "/identity/conditionalAccess/policies";
const locations = "/identity/conditionalAccess/namedLocations";
const permissions = ["Policy.ReadWrite.ConditionalAccess"];
let contoso: GraphTenant;
let fabrikam: GraphTenant;
let token = "";
let foreign = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  fabrikam = await organisation("Fabrikam", "fabrikam");
  token = await contoso.userToken(
    await contoso.member("admin", "conditional-access-administrator"),
    permissions,
  );
  foreign = await fabrikam.userToken(await fabrikam.member("admin", "global-administrator"), permissions);
});

const users = { includeUsers: ["All"], excludeUsers: ["GuestsOrExternalUsers"] };
const block = { operator: "OR", builtInControls: ["block"] };
const policy = (more: object = {}, conditions: object = {}) => ({
  displayName: "No members here",
  state: "enabled",
  conditions: {
    clientAppTypes: ["all"],
    applications: { includeApplications: ["All"] },
    users,
    ...conditions,
  },
  grantControls: block,
  ...more,
});
const office = {
  "@odata.type": "#microsoft.graph.ipNamedLocation",
  displayName: "Office",
  isTrusted: true,
  ipRanges: [
    { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "203.0.113.0/24" },
    { "@odata.type": "#microsoft.graph.iPv6CidrRange", cidrAddress: "2001:db8::/32" },
  ],
};
const make = async (body: object) => call(`POST ${policies}`, token, { body });

describe("policies", () => {
  it("are made, read, changed and taken away in the wire's words", async () => {
    const made = await make(
      policy(
        { state: "enabledForReportingButNotEnforced" },
        {
          users: {
            includeGuestsOrExternalUsers: {
              guestOrExternalUserTypes: "b2bCollaborationGuest,b2bDirectConnectUser",
              externalTenants: {
                "@odata.type": "#microsoft.graph.conditionalAccessEnumeratedExternalTenants",
                membershipKind: "enumerated",
                members: [fabrikam.tenant.tenantId],
              },
            },
            excludeRoles: ["62e90394-69f5-4237-9190-012177145e10"],
          },
          platforms: null,
          signInRiskLevels: [],
        },
      ),
    );
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        displayName: "No members here",
        state: "enabledForReportingButNotEnforced",
        modifiedDateTime: null,
        conditions: {
          clientAppTypes: ["all"],
          applications: { includeApplications: ["All"], excludeApplications: [] },
          users: {
            includeUsers: [],
            includeGuestsOrExternalUsers: {
              guestOrExternalUserTypes: "b2bCollaborationGuest,b2bDirectConnectUser",
              externalTenants: { membershipKind: "enumerated", members: [fabrikam.tenant.tenantId] },
            },
            excludeGuestsOrExternalUsers: null,
            excludeRoles: ["62e90394-69f5-4237-9190-012177145e10"],
          },
          locations: null,
        },
        grantControls: block,
        sessionControls: null,
      },
    ]);
    const one = `${policies}/${made.body.id}`;
    const changed = await call(`PATCH ${one}`, token, { body: { state: "disabled", displayName: "Nobody" } });
    expect(changed.status).toBe(204);
    expect((await call(`GET ${one}`, token)).body).toMatchObject({
      ...{ displayName: "Nobody", state: "disabled", modifiedDateTime: expect.any(String) },
      conditions: made.body.conditions,
    });
    const listed = await call(`GET ${policies}?$filter=state eq 'disabled'&$select=id`, token);
    expect(listed.body.value).toEqual([{ id: made.body.id }]);
    expect((await call(`DELETE ${one}`, token)).status).toBe(204);
    expect((await call(`GET ${one}`, token)).status).toBe(404);
  });

  it("show a policy about nobody, or no application, as such", async () => {
    const nothing = { includeApplications: ["None"] };
    const made = await make(policy({}, { users: { includeUsers: ["None"] }, applications: nothing }));
    expect(made.body.conditions).toMatchObject({
      users: { includeUsers: ["None"] },
      applications: { includeApplications: ["None"] },
    });
  });

  it.each<[string, object, string]>([
    ["what they do not know", policy({ colour: "red" }), "colour"],
    ["a state that is none", policy({ state: "on" }), "state"],
    [
      "other controls",
      policy({ grantControls: { ...block, builtInControls: ["compliantDevice"] } }),
      "grantControls/builtInControls/0",
    ],
    ["no control", policy({ grantControls: { operator: "OR", builtInControls: [] } }), "grantControls"],
    ["controls of sessions", policy({ sessionControls: { signInFrequency: {} } }), "sessionControls"],
    ["platforms", policy({}, { platforms: { includePlatforms: ["all"] } }), "conditions/platforms"],
    ["risks", policy({}, { signInRiskLevels: ["high"] }), "conditions/signInRiskLevels"],
    ["kinds of applications", policy({}, { clientAppTypes: ["browser"] }), "conditions/clientAppTypes/0"],
    [
      "groups of applications",
      policy({}, { applications: { includeApplications: ["Office365"] } }),
      "conditions/applications/includeApplications/0",
    ],
    [
      "a kind of guest that is none",
      policy({}, { users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: "friends" } } }),
      "conditions/users/includeGuestsOrExternalUsers/guestOrExternalUserTypes",
    ],
    [
      "a role that is none",
      policy({}, { users: { includeRoles: ["00000000-0000-4000-8000-000000000000"] } }),
      "conditions/users/includeRoles/0",
    ],
  ])("refuse %s by name", async (_what, body, target) => {
    const refused = await make(body);
    expect(refused.status).toBe(400);
    expect(refused.body.error.details[0].target).toBe(target);
  });

  it("demand a second factor, which helps against no block", async () => {
    const twice = { operator: "OR", builtInControls: ["mfa"] };
    const made = await make(policy({ grantControls: twice }, { users: { includeUsers: ["None"] } }));
    expect([made.status, made.body.grantControls]).toMatchObject([201, twice]);
    const both = await make(
      policy({ grantControls: { operator: "AND", builtInControls: ["block", "mfa"] } }),
    );
    expect([both.status, both.body.error.details[0].target]).toEqual([400, "grantControls/builtInControls"]);
  });

  it("refuse what is not there, or is another organisation's", async () => {
    const abroad = await fabrikam.member("abroad");
    const known = await call(`POST ${locations}`, foreign, { body: office });
    const place = { includeLocations: [known.body.id] };
    for (const [conditions, target] of [
      [{ users: { includeUsers: [abroad.userId] } }, "conditions/users"],
      [{ users: { includeGroups: [abroad.userId] } }, "conditions/users"],
      [{ applications: { includeApplications: [abroad.userId] } }, "conditions/applications"],
      [{ locations: place }, "conditions/locations"],
    ] as const) {
      const refused = await make(policy({}, conditions));
      expect([refused.status, refused.body.error.details[0].target]).toEqual([400, target]);
    }
    const theirs = await call(`POST ${policies}`, foreign, { body: policy() });
    const one = `${policies}/${theirs.body.id}`;
    expect((await call(`GET ${one}`, token)).status).toBe(404);
    expect((await call(`PATCH ${one}`, token, { body: { state: "disabled" } })).status).toBe(404);
    expect((await call(`DELETE ${one}`, token)).status).toBe(404);
    expect((await call(`DELETE ${locations}/${known.body.id}`, token)).status).toBe(404);
  });

  it("refuse to keep everybody out, whoever would want to take it back", async () => {
    const refused = await make(policy({}, { users: { includeUsers: ["All"] } }));
    expect([refused.status, refused.body.error.details[0].code]).toEqual([400, "LocksEverybodyOut"]);
    const draft = await make(policy({ state: "disabled" }, { users: { includeUsers: ["All"] } }));
    expect(draft.status).toBe(201);
    const on = await call(`PATCH ${policies}/${draft.body.id}`, token, { body: { state: "enabled" } });
    expect(on.status).toBe(400);
  });

  it("are kept from members, and from applications without the permission", async () => {
    const member = await contoso.userToken(await contoso.member("mia"), permissions);
    expect((await call(`GET ${policies}`, member)).status).toBe(403);
    expect((await call(`POST ${policies}`, member, { body: policy() })).status).toBe(403);
    const reader = await contoso.userToken(await contoso.member("rita", "security-reader"), permissions);
    expect((await call(`GET ${policies}`, reader)).status).toBe(200);
    expect((await call(`POST ${policies}`, reader, { body: policy() })).status).toBe(403);
  });
});

describe("named locations", () => {
  it("are networks with a name, and stay while a policy speaks of them", async () => {
    const made = await call(`POST ${locations}`, token, { body: office });
    expect([made.status, made.body]).toMatchObject([201, office]);
    const one = `${locations}/${made.body.id}`;
    const range = { "@odata.type": "#microsoft.graph.iPv4CidrRange", cidrAddress: "198.51.100.0/24" };
    expect((await call(`PATCH ${one}`, token, { body: { ipRanges: [range] } })).status).toBe(204);
    expect((await call(`GET ${one}`, token)).body.ipRanges).toEqual([range]);
    const there = { includeLocations: ["All"], excludeLocations: [made.body.id] };
    const using = await make(policy({}, { locations: there }));
    expect(using.body.conditions.locations).toEqual(there);
    expect((await call(`DELETE ${one}`, token)).status).toBe(409);
    await call(`DELETE ${policies}/${using.body.id}`, token);
    expect((await call(`DELETE ${one}`, token)).status).toBe(204);
  });

  it.each([
    [{ ...office, "@odata.type": "#microsoft.graph.countryNamedLocation" }, "@odata.type"],
    [{ ...office, ipRanges: [{ cidrAddress: "203.0.113.0" }] }, "ipRanges/0/cidrAddress"],
    [{ ...office, ipRanges: [] }, "ipRanges"],
  ])("refuse what is no network: %j", async (body, target) => {
    const refused = await call(`POST ${locations}`, token, { body });
    expect([refused.status, refused.body.error.details[0].target]).toEqual([400, target]);
  });
});
