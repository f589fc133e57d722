import { beforeEach, describe, expect, it } from "vitest";
import { changesSettled } from "../../../../../test/support/changes-settled.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { testDatabase } from "../../../../../test/support/test-database.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { addToGroup } from "../../../../domain/directory/add-to-group.ts";
import { createGroup } from "../../../../domain/directory/create-group.ts";
import { removeOldChanges } from "../../../../domain/directory/remove-old-changes.ts";
import { type UserChanges, updateUser } from "../../../../domain/directory/update-user.ts";
import { inviteGuests } from "../../../../domain/invitations/invite-guests.ts";
import type { GroupId, UserId } from "../../../../foundation/identifiers.ts";

const { machine, call, organisation } = await graphStage();
const elsewhere = await testDatabase();
const base = "http://localhost:8080/v1.0";
const start = machine.clock();
let contoso: GraphTenant;
let token: string;
let made = 0;

// Each test follows an organisation of its own.
beforeEach(async () => {
  made += 1;
  machine.setClock(start);
  contoso = await organisation("Contoso", `contoso${made}`);
  token = await contoso.appToken(["User.ReadWrite.All", "Group.ReadWrite.All", "User.DeleteRestore.All"], {
    lifetimeSeconds: 30 * 24 * 3600,
  });
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
  let next: string | undefined = path;
  for (let pages = 1; ; pages += 1) {
    const answer = await call(`GET ${next}`, token);
    expect(answer.status, `${next} ${answer.text}`).toBe(200);
    items.push(...answer.body.value);
    const { "@odata.nextLink": nextLink, "@odata.deltaLink": link } = answer.body;
    expect([nextLink, link].filter((one) => one !== undefined)).toHaveLength(1);
    if (link !== undefined) return { items, pages, link: link.slice(base.length) };
    next = nextLink.slice(base.length);
  }
}

const idsOf = (items: readonly Item[]): string[] => items.map((item) => item["id"]);
const tenantId = () => contoso.tenant.tenantId;

async function guests(count: number): Promise<UserId[]> {
  const requests = Array.from({ length: count }, (_, index) => ({
    email: `guest${index}@fabrikam.example`,
    redirectUrl: "https://app.example/",
    sendMail: false,
  }));
  const invited = accepted(await inviteGuests(machine, byOperator, { tenantId: tenantId(), requests }));
  return invited.map((one) => accepted(one).user.userId);
}

async function newGroup(displayName: string, memberIds: readonly string[] = []): Promise<GroupId> {
  const group = { tenantId: tenantId(), displayName, memberIds };
  return accepted(await createGroup(machine, byOperator, group)).groupId;
}

async function change(userId: UserId, changes: UserChanges): Promise<void> {
  accepted(await updateUser(machine, byOperator, { tenantId: tenantId(), userId, changes }));
}

describe("GET /users/delta", () => {
  it("tells everybody page by page, then only who changed, and what became of them", async () => {
    const all = await guests(120);
    const first = await follow("/users/delta?$select=displayName,accountEnabled");
    expect([first.items.length, first.pages]).toEqual([120, 2]);
    expect(idsOf(first.items).sort()).toEqual([...all].sort());
    expect(Object.keys(first.items[0] ?? {}).sort()).toEqual(["accountEnabled", "displayName", "id"]);
    expect((await follow(first.link)).items).toEqual([]);

    const [changed, deleted, purged] = all as [UserId, UserId, UserId];
    await change(changed, { displayName: "Someone else" });
    await call(`DELETE /users/${deleted}`, token);
    await call(`DELETE /users/${purged}`, token);
    await call(`DELETE /directory/deletedItems/${purged}`, token);
    const second = await follow(first.link);
    expect(second.items).toHaveLength(3);
    expect(second.items).toEqual(
      expect.arrayContaining([
        { id: changed, displayName: "Someone else", accountEnabled: true },
        { id: deleted, "@removed": { reason: "changed" } },
        { id: purged, "@removed": { reason: "deleted" } },
      ]),
    );
    await call(`POST /directory/deletedItems/${deleted}/restore`, token);
    expect((await follow(second.link)).items).toMatchObject([{ id: deleted, accountEnabled: true }]);
    // An old link tells the same again, and what came after.
    expect((await follow(first.link)).items).toHaveLength(3);
  });

  it("tells many changes page by page as well", async () => {
    const { link } = await follow("/users/delta?$deltatoken=latest");
    await guests(230);
    const { items, pages } = await follow(link);
    expect([items.length, new Set(idsOf(items)).size, pages]).toEqual([230, 230, 3]);
  });

  it("leaves nobody out whose transaction ends after a later one", async () => {
    const [slow, quick] = (await guests(2)) as [UserId, UserId];
    const { link } = await follow("/users/delta");
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const changing = machine.database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("user")
        .set({ jobTitle: "Late" })
        .where("tenantId", "=", tenantId())
        .where("userId", "=", slow)
        .execute();
      begin();
      await mayEnd;
    });
    await begun;
    await change(quick, { jobTitle: "Early" });
    const meanwhile = await followNow(link);
    expect(idsOf(meanwhile.items)).not.toContain(slow);
    end();
    await changing;
    const after = await follow(meanwhile.link);
    expect([...idsOf(meanwhile.items), ...idsOf(after.items)].sort()).toEqual([slow, quick].sort());
    expect((await follow(after.link)).items).toEqual([]);
  });

  it("does not wait for transactions of other databases on the same server", async () => {
    const [quick] = (await guests(1)) as [UserId];
    const { link } = await follow("/users/delta");
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const abroad = elsewhere.database.transaction().execute(async (transaction) => {
      await transaction.insertInto("setting").values({ name: "x", value: "1" }).execute();
      begin();
      await mayEnd;
    });
    await begun;
    await change(quick, { jobTitle: "Early" });
    expect(idsOf((await follow(link)).items)).toEqual([quick]);
    end();
    await abroad;
  });

  it("tells at the next time what changed while everybody was being read", async () => {
    const all = (await guests(120)).sort();
    await changesSettled(machine.database);
    const page = await call("GET /users/delta", token);
    const [early] = all as [UserId];
    await change(early, { jobTitle: "Changed meanwhile" });
    const rest = await follow(page.body["@odata.nextLink"].slice(base.length));
    expect(idsOf(rest.items)).not.toContain(early);
    expect(idsOf((await follow(rest.link)).items)).toEqual([early]);
  });

  it("follows only those asked for, and remembers them", async () => {
    const [one, two, three] = (await guests(3)) as [UserId, UserId, UserId];
    const filter = encodeURIComponent(`id eq '${one}' or id eq '${two}'`);
    const first = await follow(`/users/microsoft.graph.delta()?$filter=${filter}&$select=id`);
    expect(idsOf(first.items).sort()).toEqual([one, two].sort());
    for (const id of [two, three]) await change(id, { jobTitle: "Changed" });
    expect((await follow(first.link)).items).toEqual([{ id: two }]);
  });

  it("does not tell of password changes, which nobody can see", async () => {
    const anna = await contoso.member("anna");
    const { link } = await follow("/users/delta?$deltaToken=latest");
    await machine.database
      .updateTable("user")
      .set({ passwordHash: "another" })
      .where("userId", "=", anna.userId)
      .execute();
    expect((await follow(link)).items).toEqual([]);
  });

  it("refuses what cannot be followed", async () => {
    const { link } = await follow("/users/delta");
    const value = link.split("=")[1];
    for (const query of [
      "$top=5",
      "$orderby=displayName",
      "$expand=manager",
      "$search=x",
      "$filter=displayName eq 'x'",
      "$filter=id eq 'x'",
      "$filter=startswith(id,'a')",
      `$filter=${Array.from({ length: 51 }, () => `id eq '${contoso.tenant.tenantId}'`).join(" or ")}`,
      "$select=nonsense",
      "$deltatoken=nonsense",
      "$skiptoken=e30",
    ])
      expect([query, (await call(`GET /users/delta?${query}`, token)).status]).toEqual([query, 400]);
    expect((await call(`GET /groups/delta?$deltatoken=${value}`, token)).status).toBe(400);
    const wrong = await contoso.appToken(["Group.Read.All"]);
    expect((await call(`GET ${link}`, wrong)).status).toBe(403);
  });

  it("ends after seven days, or with another history, and says where to begin anew", async () => {
    const { link } = await follow("/users/delta?$select=displayName");
    machine.setClock(new Date(start.getTime() + 6.9 * 24 * 3600 * 1000));
    const { link: renewed } = await follow(link);
    machine.setClock(new Date(start.getTime() + 7.1 * 24 * 3600 * 1000));
    const old = await call(`GET ${link}`, token);
    expect([old.status, old.body.error.code]).toEqual([410, "syncStateNotFound"]);
    expect(old.headers.get("location")).toBe(`${base}/users/delta?$select=displayName`);
    const { link: kept } = await follow(renewed);
    const text = Buffer.from(kept.split("=")[1] ?? "", "base64url").toString();
    const restored = text.replace(/"history":"[^"]*"/, '"history":"1-00000001"');
    const other = await call(
      `GET /users/delta?$deltatoken=${Buffer.from(restored).toString("base64url")}`,
      token,
    );
    expect(other.status).toBe(410);
  });

  it("tells nothing of another organisation, whatever the token says", async () => {
    await guests(2);
    const { link } = await follow("/users/delta?$deltatoken=latest");
    const other = await organisation("Fabrikam", `fabrikam${made}`);
    const before = await other.appToken(["User.ReadWrite.All"]);
    await other.member("bert");
    const mine = await follow(link);
    expect(mine.items).toEqual([]);
    const theirs = await call(`GET ${link}`, before);
    expect(theirs.body.value).toMatchObject([{ displayName: "bert" }]);
  });
});

describe("GET /groups/delta", () => {
  it("tells groups with their members, then who joined and who left", async () => {
    const [one, two, three] = (await guests(3)) as [UserId, UserId, UserId];
    const group = await newGroup("Team", [one, two]);
    const quiet = await newGroup("Quiet");
    const type = { "@odata.type": "#microsoft.graph.user" };
    const first = await follow("/groups/delta?$select=displayName,members");
    expect(first.items).toHaveLength(2);
    expect(first.items).toEqual(
      expect.arrayContaining([
        { id: group, displayName: "Team", "members@delta": expect.any(Array) },
        { id: quiet, displayName: "Quiet" },
      ]),
    );
    expect(idsOf(first.items.find(({ id }) => id === group)?.["members@delta"]).sort()).toEqual(
      [one, two].sort(),
    );
    await call(`POST /groups/${group}/members/$ref`, token, {
      body: { "@odata.id": `${base}/users/${three}` },
    });
    await call(`DELETE /groups/${group}/members/${one}/$ref`, token);
    await call(`DELETE /users/${two}`, token);
    const second = await follow(first.link);
    expect(second.items).toMatchObject([{ id: group, displayName: "Team" }]);
    const removed = { ...type, "@removed": { reason: "deleted" } };
    expect(second.items[0]?.["members@delta"]).toHaveLength(3);
    expect(second.items[0]?.["members@delta"]).toEqual(
      expect.arrayContaining([
        { ...type, id: three },
        { ...removed, id: one },
        { ...removed, id: two },
      ]),
    );
    await call(`POST /directory/deletedItems/${two}/restore`, token);
    const third = await follow(second.link);
    expect(third.items[0]?.["members@delta"]).toEqual([{ ...type, id: two }]);
    await call(`DELETE /groups/${group}`, token);
    expect((await follow(third.link)).items).toEqual([{ id: group, "@removed": { reason: "changed" } }]);
  });

  it("without members tells only of the groups themselves", async () => {
    const [one] = (await guests(1)) as [UserId];
    const group = await newGroup("Team", [one]);
    const first = await follow("/groups/delta?$select=displayName");
    expect(first.items).toEqual([{ id: group, displayName: "Team" }]);
    await call(`DELETE /groups/${group}/members/${one}/$ref`, token);
    expect((await follow(first.link)).items).toEqual([]);
    await call(`PATCH /groups/${group}`, token, { body: { displayName: "New" } });
    expect((await follow(first.link)).items).toEqual([{ id: group, displayName: "New" }]);
  });

  it("goes on within a group that has more members than a page", async () => {
    const people = await guests(1001);
    const { link } = await follow("/groups/delta?$deltatoken=latest");
    const large = await newGroup("Large");
    const small = await newGroup("Small", people.slice(0, 2));
    const add = { tenantId: tenantId(), groupId: large, relation: "member" as const, ids: people };
    accepted(await addToGroup(machine, byOperator, add));
    for (const path of ["/groups/delta", link]) {
      const { items } = await follow(path);
      const members = (group: string) =>
        items.filter(({ id }) => id === group).flatMap((item) => idsOf(item["members@delta"] ?? []));
      expect(members(large).sort()).toEqual([...people].sort());
      expect(members(small).sort()).toEqual(people.slice(0, 2).sort());
    }
  });
});

describe("the changes themselves", () => {
  it("are forgotten a day after the last token that could ask for them", async () => {
    await guests(1);
    const rows = () =>
      machine.database
        .selectFrom("directoryChange")
        .select("objectId")
        .where("tenantId", "=", tenantId())
        .execute();
    expect(await removeOldChanges(machine)).toBe(0);
    expect((await rows()).length).toBeGreaterThan(0);
    await machine.database
      .updateTable("directoryChange")
      .set({ changedAt: new Date(Date.now() - 8.1 * 24 * 3600 * 1000) })
      .where("tenantId", "=", tenantId())
      .execute();
    await removeOldChanges(machine);
    expect(await rows()).toEqual([]);
  });
});
