import { beforeAll, describe, expect, it } from "vitest";
import { type GraphAnswer, type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { findUser, passwordHashOf } from "../../../../domain/directory/find-user.ts";
import type { User } from "../../../../domain/directory/rules/user.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import type { UserId } from "../../../../foundation/identifiers.ts";
import type { RateLimits } from "../../../../platform/limits/rate-limits.ts";
import { verifyPassword } from "../../../../platform/secrets/password.ts";

const tries = new Map<string, number>();
/** Three tries for each account, and no end of the wait. */
const limits: RateLimits = {
  consume: async (name, key) => {
    if (name !== "password-by-account") return undefined;
    tries.set(key, (tries.get(key) ?? 0) + 1);
    return (tries.get(key) ?? 0) > 3 ? 60 : undefined;
  },
  waitOf: async () => undefined,
  giveBack: async () => undefined,
  forget: async (_name, key) => {
    tries.delete(key);
  },
};

const { machine, call, organisation } = await graphStage({ limits });
let contoso: GraphTenant;
let anna: User;
let guestId: UserId;
let token = "";

beforeAll(async () => {
  contoso = await organisation("Contoso", "contoso");
  anna = await contoso.member("anna");
  token = await contoso.userToken(await contoso.member("admin", "global-administrator"), [
    "User.ReadWrite.All",
  ]);
  const { tenantId } = contoso.tenant;
  const input = { tenantId, email: "gus@fabrikam.example", redirectUrl: "https://app.example/" };
  guestId = accepted(await inviteGuest(machine, byOperator, { ...input, sendMail: false })).user.userId;
});

const refusal = ({ status, body }: GraphAnswer) => [status, body?.error?.code];

const member = (name: string, passwordProfile: object) => ({
  accountEnabled: true,
  displayName: `Member ${name}`,
  mailNickname: name,
  userPrincipalName: `${name}@contoso.example`,
  passwordProfile,
});
const post = (body: unknown) => call("POST /users", token, { body });

describe("who has to choose a new password", () => {
  const first = { password: "first time only", forceChangePasswordNextSignIn: true };

  it("is said when a member is added, and later", async () => {
    const { tenantId } = contoso.tenant;
    const { body } = await post(member("uma", first));
    const mustChange = async () => (await findUser(machine.database, tenantId, body.id))?.mustChangePassword;
    expect(await mustChange()).toBe(true);
    const patch = (forced: unknown) =>
      call(`PATCH /users/${body.id}`, token, {
        body: { passwordProfile: { forceChangePasswordNextSignIn: forced } },
      });
    expect((await patch(false)).status).toBe(204);
    expect(await mustChange()).toBe(false);
    expect((await patch("true")).status).toBe(204);
    expect(await mustChange()).toBe(true);
  });

  it("is nobody who signs in elsewhere, and nothing people decide about themselves", async () => {
    const body = { passwordProfile: { forceChangePasswordNextSignIn: true } };
    const own = await contoso.userToken(anna, ["User.ReadWrite.All"]);
    expect(refusal(await call(`PATCH /users/${guestId}`, token, { body }))).toEqual([
      400,
      "Request_BadRequest",
    ]);
    expect(refusal(await call("PATCH /me", own, { body }))).toEqual([403, "Authorization_RequestDenied"]);
  });

  it("needs a password to begin with", async () => {
    const answer = await post(member("vic", { forceChangePasswordNextSignIn: true }));
    expect([answer.status, answer.body.error.details[0].target]).toEqual([400, "passwordProfile/password"]);
  });
});

describe("POST /me/changePassword", () => {
  const change = (bearer: string, currentPassword: string, newPassword: string) =>
    call("POST /me/changePassword", bearer, { body: { currentPassword, newPassword } });

  async function personWith(name: string): Promise<{ userId: UserId; bearer: string }> {
    const user = await contoso.member(name);
    return { userId: user.userId, bearer: await contoso.userToken(user, ["User.ReadWrite"]) };
  }

  it("replaces the password of whoever knows it, ends what began before, and is written down", async () => {
    const { userId, bearer } = await personWith("wanda");
    const start = machine.clock();
    machine.setClock(new Date(start.getTime() + 5000));
    expect((await change(bearer, "correct horse battery", "a quite new secret")).status).toBe(204);
    expect((await call("GET /me", bearer)).status).toBe(401);
    const read = await call(`GET /users/${userId}?$select=lastPasswordChangeDateTime`, token);
    expect(read.body.lastPasswordChangeDateTime).toBe(`${machine.clock().toISOString().slice(0, 19)}Z`);
    machine.setClock(start);
    const hash = await passwordHashOf(machine.database, contoso.tenant.tenantId, userId);
    expect(await verifyPassword(hash, "a quite new secret")).toBe(true);
    const events = await machine.database
      .selectFrom("auditEvent")
      .selectAll()
      .where("activity", "=", "password-changed")
      .execute();
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("secret");
  });

  it("refuses a wrong password, the same again, a weak one and too many tries", async () => {
    const { bearer } = await personWith("xenia");
    const { body } = await change(bearer, "correct horse battery", "correct horse battery");
    expect(body.error.details[0].message).toBe("The new password must differ from the current one.");
    expect(refusal(await change(bearer, "correct horse battery", "short"))[0]).toBe(400);
    let answer = await change(bearer, "wrong", "a quite new secret");
    expect([answer.status, answer.body.error.details[0].code]).toEqual([400, "InvalidCurrentPassword"]);
    for (let more = 0; more < 3; more++) answer = await change(bearer, "wrong", "a quite new secret");
    expect(refusal(answer)).toEqual([429, "TooManyRequests"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await change(bearer, "correct horse battery", "a quite new secret")).status).toBe(429);
  });

  it("is not for applications, for other permissions, nor for guests who sign in elsewhere", async () => {
    const app = await contoso.appToken(["User.ReadWrite.All"]);
    const readOnly = await contoso.userToken(anna, ["User.Read"]);
    for (const bearer of [app, readOnly])
      expect((await change(bearer, "correct horse battery", "a quite new secret")).status).toBe(403);
    const guest = await findUser(machine.database, contoso.tenant.tenantId, guestId);
    if (!guest) throw new Error("the guest is there");
    const guests = await contoso.userToken(guest, ["User.ReadWrite"]);
    const answer = await change(guests, "any password", "a quite new secret");
    expect([answer.status, answer.body.error.details[0].code]).toEqual([400, "ExternalUser"]);
  });
});
