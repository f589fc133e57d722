import { ClientSecretCredential } from "@azure/identity";
import { beforeAll, expect, it } from "vitest";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { addGroupMember } from "../../src/domain/directory/add-group-member.ts";
import type { GroupId, UserId } from "../../src/foundation/identifiers.ts";
import { houseForClients } from "../support/house-for-clients.ts";
import { permitApplication } from "../support/permit-application.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

/** What Backstage's catalogue asks Graph for, in its order and spelling. */
const house = houseForClients();
const groupId = "96000000-0000-4000-8000-000000000201" as GroupId;
let authorization = "";

beforeAll(async () => {
  const { contoso, publicUrl, machine, people } = house.current;
  const { tenantId } = contoso;
  const registered = accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName: "Backstage", redirectUris: [] }),
  );
  const { applicationId } = registered.application;
  const secret = "a-secret-of-backstage-that-only-tests-know";
  accepted(await addClientSecret(machine, byOperator, { tenantId, applicationId, lifetimeDays: 1, secret }));
  const permissions = ["User.Read.All", "GroupMember.Read.All", "Organization.Read.All"];
  await permitApplication(machine, tenantId, applicationId, permissions);
  const id = people["guest of another organisation"].claims.oid as UserId;
  accepted(await addGroupMember(machine, byOperator, { tenantId, groupId, member: { kind: "user", id } }));
  // Its settings have no word for trusting a host, but this tenant is trusted anywhere.
  const credential = new ClientSecretCredential("adfs", applicationId, secret, { authorityHost: publicUrl });
  // It builds the scope from the host's name alone.
  const { token } = await credential.getToken("https://localhost/.default");
  authorization = `Bearer ${token}`;
});

interface Page {
  readonly value: readonly Readonly<Record<string, unknown>>[];
  readonly "@odata.nextLink"?: string;
}

/** All pages of a list; names of options are encoded. */
async function readAll(
  path: string,
  options: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Page["value"]> {
  const query = new URLSearchParams(
    Object.entries(options).map(([name, value]): [string, string] => [`$${name}`, value]),
  );
  let url: string | undefined = `${house.current.demo.graphUrl}/${path}?${query}`;
  const items: Readonly<Record<string, unknown>>[] = [];
  while (url !== undefined) {
    const response: Response = await fetch(url, { headers: { authorization, ...headers } });
    expect(response.status).toBe(200);
    const page = (await response.json()) as Page;
    items.push(...page.value);
    url = page["@odata.nextLink"];
  }
  return items;
}

const select =
  "businessPhones,displayName,givenName,id,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName,accountEnabled";

it("reads everybody", async () => {
  const users = await readAll("users", { select, top: "999" });
  const guest = house.current.people["guest by mailed code"];
  expect(users).toContainEqual(
    expect.objectContaining({ id: guest.claims.oid, mail: guest.address, accountEnabled: true }),
  );
});

it("reads everybody of a kind, in its advanced mode", async () => {
  const options = { filter: "userType eq 'Guest'", select, count: "true", top: "1" };
  const users = await readAll("users", options, { ConsistencyLevel: "eventual" });
  expect(users).toHaveLength(2);
});

it("reads groups and who is in them, by their kind", async () => {
  const groups = await readAll("groups", { select: "id,displayName,description,mailNickname", top: "999" });
  expect(groups).toContainEqual(expect.objectContaining({ id: groupId, displayName: "Tender reviewers" }));
  const guest = house.current.people["guest of another organisation"].claims.oid;
  expect(await readAll(`groups/${groupId}/members`, { top: "999" })).toContainEqual(
    expect.objectContaining({ "@odata.type": "#microsoft.graph.user", id: guest }),
  );
  expect(
    await readAll(`groups/${groupId}/members/microsoft.graph.user/`, { select: "id,mail", top: "999" }),
  ).toContainEqual(expect.objectContaining({ id: guest }));
});

it("reads the organisation by the name it was told", async () => {
  const { tenantId } = house.current.contoso;
  const response = await fetch(`${house.current.demo.graphUrl}/organization/adfs`, {
    headers: { authorization },
  });
  expect(await response.json()).toMatchObject({ id: tenantId, displayName: "Contoso" });
});

it.each(["photos", "photos/120x120/$value", "photo/$value"])(
  "is told that a person has no %s, as it expects",
  async (path) => {
    const { oid } = house.current.people.member.claims;
    const response = await fetch(`${house.current.demo.graphUrl}/users/${oid}/${path}`, {
      headers: { authorization },
    });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: "ImageNotFound" } });
  },
);
