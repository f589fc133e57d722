import { ClientSecretCredential } from "@azure/identity";
import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type GraphError,
  type PageCollection,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import { TokenCredentialAuthenticationProvider } from "@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js";
import { beforeAll, describe, expect, it } from "vitest";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson } from "../support/house-for-clients.ts";
import { tokensFor } from "../support/tokens-of-person.ts";

const house = houseForClients();
let graph: Client;

/** The library sends tokens to Microsoft's hosts, and to those it is told of: by name, whatever the port. */
const customHosts = new Set(["localhost"]);

beforeAll(() => {
  const { contoso, publicUrl } = house.current;
  const { clientId, clientSecret = "" } = application(contoso, "Contoso automation");
  const options = { authorityHost: publicUrl, disableInstanceDiscovery: true };
  const credential = new ClientSecretCredential(contoso.tenantId, clientId, clientSecret, options);
  const scopes = [`${publicUrl}/.default`];
  const authProvider = new TokenCredentialAuthenticationProvider(credential, { scopes });
  graph = Client.initWithMiddleware({ baseUrl: `${publicUrl}/`, customHosts, authProvider });
});

/** What the library throws. */
async function errorOf(call: Promise<unknown>): Promise<GraphError> {
  return call.then(
    () => expect.fail("the call succeeded"),
    (error: GraphError) => error,
  );
}

async function idsOf(first: PageCollection): Promise<string[]> {
  const ids: string[] = [];
  const pages = new PageIterator(graph, first, ({ id }: { id: string }) => {
    ids.push(id);
    return true;
  });
  await pages.iterate();
  return ids;
}

describe("Graph's client library", () => {
  it("invites somebody, changes the guest and removes them", async () => {
    const invitation = await graph.api("/invitations").post({
      invitedUserEmailAddress: "gina@elsewhere.example",
      inviteRedirectUrl: "https://app.contoso.example",
    });
    expect(invitation).toMatchObject({ status: "PendingAcceptance", invitedUserType: "Guest" });
    const guest = graph.api(`/users/${invitation.invitedUser.id}`);
    expect(await guest.patch({ jobTitle: "Reviewer" })).toBeUndefined();
    expect(await guest.select(["jobTitle", "externalUserState"]).get()).toMatchObject({
      jobTitle: "Reviewer",
      externalUserState: "PendingAcceptance",
    });
    expect(await graph.api(`/users/${invitation.invitedUser.id}`).delete()).toBeUndefined();
  });

  it("walks through pages", async () => {
    const ids = await idsOf(await graph.api("/users").top(2).get());
    expect(new Set(ids).size).toBe(ids.length);
    const people = Object.values(house.current.people);
    expect(ids).toEqual(expect.arrayContaining(people.map(({ claims }) => claims.oid)));
  });

  it("walks through pages of an advanced query, whose header it sends once only", async () => {
    const first = await graph
      .api("/users")
      .header("ConsistencyLevel", "eventual")
      .count(true)
      .filter("userType eq 'Guest'")
      .top(1)
      .get();
    expect(first["@odata.count"]).toBe(2);
    expect(await idsOf(first)).toHaveLength(2);
  });

  it("finds somebody by a user principal name whose # the caller encoded", async () => {
    const { claims } = house.current.people["guest of another organisation"];
    const { userPrincipalName } = await graph.api(`/users/${claims.oid}`).get();
    expect(userPrincipalName).toContain("#EXT#");
    const found = await graph.api(`/users/${encodeURIComponent(userPrincipalName)}`).get();
    expect(found).toMatchObject({ id: claims.oid });
    const filtered = await graph
      .api("/users")
      .filter(`userPrincipalName eq '${encodeURIComponent(userPrincipalName)}'`)
      .get();
    expect(filtered.value).toMatchObject([{ id: claims.oid }]);
  });

  it("sends many requests in one, and is answered each", async () => {
    const { people } = house.current;
    const requests = Object.values(people).map(({ claims }, index) => ({
      id: String(index),
      request: new Request(`${house.current.publicUrl}/users/${claims.oid}?$select=id`, { method: "GET" }),
    }));
    const nobody = new Request(`${house.current.publicUrl}/users/nobody@contoso.example`);
    const content = new BatchRequestContent([...requests, { id: "nobody", request: nobody }]);
    const answered = new BatchResponseContent(await graph.api("/$batch").post(await content.getContent()));
    for (const [index, { claims }] of Object.values(people).entries())
      expect(await answered.getResponseById(String(index)).json()).toMatchObject({ id: claims.oid });
    expect(answered.getResponseById("nobody").status).toBe(404);
  });

  it("tells an error by status, code, request and date", async () => {
    const nobody = "00000000-0000-4000-8000-00000000dead";
    const error = await errorOf(graph.api(`/users/${nobody}`).get());
    expect(error).toMatchObject({
      statusCode: 404,
      code: "Request_ResourceNotFound",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      message: expect.stringContaining(nobody),
    });
    expect(error.date.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(error.headers?.get("request-id")).toBe(error.requestId);
    expect(await errorOf(graph.api("/users").filter("nothing eq 1").get())).toMatchObject({
      statusCode: 400,
    });
    expect(await errorOf(graph.api("/auditLogs/signIns").get())).toMatchObject({
      statusCode: 403,
      code: "Authorization_RequestDenied",
    });
  });

  it("sends no token to a host it was not told of", async () => {
    const { publicUrl } = house.current;
    const untold = Client.init({ baseUrl: `${publicUrl}/`, authProvider: (done) => done(null, "a.b.c") });
    expect(await errorOf(untold.api("/users").get())).toMatchObject({
      statusCode: 401,
      code: "InvalidAuthenticationToken",
      message: expect.stringContaining("empty"),
    });
  });

  it.each(kindsOfPerson)("reads /me on behalf of a %s", async (kind) => {
    const { publicUrl, people } = house.current;
    const { accessToken } = await tokensFor(house.current, people[kind], { scope: "User.Read" });
    const theirs = Client.init({
      baseUrl: `${publicUrl}/`,
      customHosts,
      authProvider: (done) => done(null, accessToken),
    });
    expect(await theirs.api("/me").select(["id", "userType"]).get()).toMatchObject({
      id: people[kind].claims.oid,
      userType: kind === "member" ? "Member" : "Guest",
    });
  });
});
