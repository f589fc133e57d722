import { beforeEach, describe, expect, it } from "vitest";
import { changesSettled } from "../../../../../test/support/changes-settled.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { registerApplication } from "../../../../domain/applications/register-application.ts";
import { updateRegistration } from "../../../../domain/applications/update-registration.ts";

const { machine, call, organisation } = await graphStage();
const base = `${machine.configuration.publicUrl}/v1.0`;
let contoso: GraphTenant;
let token: string;
let made = 0;

// Each test follows an organisation of its own.
beforeEach(async () => {
  made += 1;
  contoso = await organisation("Contoso", `contoso${made}`);
  token = await contoso.appToken(["Application.ReadWrite.All"]);
});

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it expects
type Item = Record<string, any>;

/** Follows the links of a collection to the end, once all that was done can be told. */
async function follow(path: string): ReturnType<typeof followNow> {
  await changesSettled(machine.database);
  return followNow(path);
}

/** The same, whatever cannot be told yet. */
async function followNow(path: string): Promise<{ items: Item[]; pages: number; link: string }> {
  const items: Item[] = [];
  let next = path;
  for (let pages = 1; ; pages += 1) {
    const answer = await call(`GET ${next}`, token);
    expect(answer.status, `${next} ${answer.text}`).toBe(200);
    items.push(...answer.body.value);
    const link = answer.body["@odata.deltaLink"];
    if (link !== undefined) return { items, pages, link: link.slice(base.length) };
    next = answer.body["@odata.nextLink"].slice(base.length);
  }
}

const idsOf = (items: readonly Item[]): string[] => items.map((item) => item["id"]);

async function create(displayName: string): Promise<{ id: string; appId: string; presence: string }> {
  const { body } = await call("POST /applications", token, { body: { displayName } });
  const there = await call("POST /servicePrincipals", token, { body: { appId: body.appId } });
  return { id: body.id, appId: body.appId, presence: there.body.id };
}

describe("GET /applications/delta", () => {
  it("tells every registration, then only what changed, and what became of it", async () => {
    const [one, two, three] = [await create("One"), await create("Two"), await create("Three")];
    const provisioner = contoso.application.application.objectId;
    const first = await follow("/applications/delta?$select=displayName");
    expect(idsOf(first.items).sort()).toEqual([one.id, two.id, three.id, provisioner].sort());
    expect(first.items).toContainEqual({ id: one.id, displayName: "One" });
    expect((await follow(first.link)).items).toEqual([]);

    await call(`PATCH /applications/${one.id}`, token, { body: { displayName: "Renamed" } });
    await call(`DELETE /applications/${two.id}`, token);
    await call(`DELETE /applications/${three.id}`, token);
    await call(`DELETE /directory/deletedItems/${three.id}`, token);
    const second = await follow(first.link);
    expect(second.items).toHaveLength(3);
    expect(second.items).toEqual(
      expect.arrayContaining([
        { id: one.id, displayName: "Renamed" },
        { id: two.id, "@removed": { reason: "changed" } },
        { id: three.id, "@removed": { reason: "deleted" } },
      ]),
    );
    await call(`POST /directory/deletedItems/${two.id}/restore`, token);
    expect((await follow(second.link)).items).toEqual([{ id: two.id, displayName: "Two" }]);
  });

  it.each([
    ["a secret", "POST", "/addPassword", {}],
    ["a redirect address", "PATCH", "", { web: { redirectUris: ["https://app.example/"] } }],
    [
      "an app role",
      "PATCH",
      "",
      {
        appRoles: [
          {
            id: "11111111-2222-4333-8444-555555555555",
            value: "R",
            displayName: "R",
            description: "R",
            allowedMemberTypes: ["User"],
            isEnabled: true,
          },
        ],
      },
    ],
  ] as const)("counts %s as a change", async (_, method, path, body) => {
    const { id } = await create("Changing");
    const { link } = await follow("/applications/delta?$deltatoken=latest");
    const answer = await call(`${method} /applications/${id}${path}`, token, { body });
    expect(answer.status, answer.text).toBeLessThan(300);
    expect(idsOf((await follow(link)).items)).toEqual([id]);
  });

  it("goes page by page, for those who may read applications, of one collection", async () => {
    const { tenantId } = contoso.tenant;
    for (let index = 0; index < 101; index += 1)
      accepted(
        await registerApplication(machine, byOperator, {
          tenantId,
          displayName: `App ${index}`,
          redirectUris: [],
        }),
      );
    for (const collection of ["applications", "servicePrincipals"]) {
      const { items, pages } = await follow(`/${collection}/delta?$select=id`);
      expect([new Set(idsOf(items)).size, pages]).toEqual([collection === "applications" ? 102 : 103, 2]);
    }
    const { link } = await follow("/applications/delta?$deltatoken=latest");
    const value = link.split("=")[1];
    expect((await call(`GET /servicePrincipals/delta?$deltatoken=${value}`, token)).status).toBe(400);
    const wrong = await contoso.appToken(["User.Read.All"]);
    expect((await call(`GET ${link}`, wrong)).status).toBe(403);
    expect((await call("GET /applications/delta?$select=nonsense", token)).status).toBe(400);
  });

  it("follows only those asked for, and tells nothing of another organisation", async () => {
    const [one, two] = [await create("One"), await create("Two")];
    const first = await follow(`/applications/delta?$filter=id eq '${one.id}'&$select=displayName`);
    expect(first.items).toEqual([{ id: one.id, displayName: "One" }]);
    const other = await organisation("Fabrikam", `fabrikam${made}`);
    const theirs = await other.appToken(["Application.ReadWrite.All"]);
    for (const [id, by] of [
      [one.id, token],
      [two.id, token],
    ] as const)
      await call(`PATCH /applications/${id}`, by, { body: { notes: "x" } });
    expect(idsOf((await follow(first.link)).items)).toEqual([one.id]);
    expect((await call(`GET ${first.link}`, theirs)).body.value).toEqual([]);
  });
});

describe("GET /servicePrincipals/delta", () => {
  it("tells Graph too, and then what changed here or at the registration", async () => {
    const { id, presence } = await create("Wiki");
    const first = await follow("/servicePrincipals/delta?$select=displayName,replyUrls");
    expect(first.items.map((item) => item["displayName"]).sort()).toEqual(["Graph", "Provisioner", "Wiki"]);
    expect((await follow(first.link)).items).toEqual([]);
    await call(`PATCH /servicePrincipals/${presence}`, token, { body: { notes: "n" } });
    const second = await follow(first.link);
    expect(idsOf(second.items)).toEqual([presence]);
    await call(`PATCH /applications/${id}`, token, {
      body: { web: { redirectUris: ["https://wiki.example/"] } },
    });
    const third = await follow(second.link);
    expect(third.items).toEqual([
      { id: presence, displayName: "Wiki", replyUrls: ["https://wiki.example/"] },
    ]);
    await call(`DELETE /applications/${id}`, token);
    const fourth = await follow(third.link);
    expect(fourth.items).toEqual([{ id: presence, "@removed": { reason: "changed" } }]);
    await call(`DELETE /directory/deletedItems/${id}`, token);
    expect((await follow(fourth.link)).items).toEqual([{ id: presence, "@removed": { reason: "deleted" } }]);
  });

  it("tells of another organisation's application that came, changed and was taken back", async () => {
    const other = await organisation("Fabrikam", `fabrikam${made}`);
    const { tenantId } = other.tenant;
    const { application } = accepted(
      await registerApplication(machine, byOperator, {
        tenantId,
        displayName: "Shared",
        redirectUris: [],
        audience: "tenants",
      }),
    );
    const { applicationId, objectId } = application;
    // Graph comes with the first look, which would count as a change.
    await call("GET /servicePrincipals", token);
    const { link } = await follow("/servicePrincipals/delta?$deltatoken=latest");
    const came = await call("POST /servicePrincipals", token, { body: { appId: applicationId } });
    const presence = came.body.id;
    const second = await follow(link);
    expect(idsOf(second.items)).toEqual([presence]);
    const change = (changes: Parameters<typeof updateRegistration>[2]["changes"]) =>
      updateRegistration(machine, byOperator, { tenantId, objectId, changes });
    accepted(await change({ homePageUrl: "https://shared.example/" }));
    const third = await follow(second.link);
    expect(third.items).toMatchObject([{ id: presence, homepage: "https://shared.example/" }]);
    accepted(await change({ audience: "tenant" }));
    expect((await follow(third.link)).items).toEqual([{ id: presence, "@removed": { reason: "changed" } }]);
  });
});
