import { beforeAll, describe, expect, it } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import {
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import type { Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const [anna, ivo] = contoso.users;
const [bert] = fabrikam.users;
const redirect = { inviteRedirectUrl: "https://app.contoso.example/" };
let application = "";
let inviter = "";

beforeAll(async () => {
  const automation = contoso.applications[2];
  const reply = await askForTokens(house, contoso.tenantId, {
    grant_type: "client_credentials",
    client_id: automation?.applicationId,
    client_secret: automation?.secret,
    scope: "https://graph.microsoft.com/.default",
  });
  application = String(reply.body["access_token"]);
  const visitor = house.visitor();
  await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
  const scope = "openid User.Read User.Invite.All";
  const answered = await visitor.get(authorizeAddress(contoso.tenantId, web, { scope }));
  const tokens = await askForTokens(house, contoso.tenantId, codeGrant(web, answered));
  inviter = String(tokens.body["access_token"]);
});

function graph(token: string, method: string, path: string, body?: object): Promise<Response> {
  return Promise.resolve(
    house.fetch(
      new Request(`${machine.configuration.publicUrl}/v1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      }),
    ),
  );
}

describe("15: another organisation's ids answer as if they did not exist", () => {
  it("people of the partner cannot be read, changed, deleted, sponsored by or reset", async () => {
    const foreign = `/users/${bert?.userId}`;
    expect((await graph(application, "GET", foreign)).status).toBe(404);
    expect((await graph(application, "GET", `/users/${bert?.userName}`)).status).toBe(404);
    expect((await graph(application, "GET", `${foreign}/sponsors`)).status).toBe(404);
    expect((await graph(application, "PATCH", foreign, { displayName: "Taken" })).status).toBe(404);
    expect((await graph(application, "DELETE", foreign)).status).toBe(404);
    const invited = { invitedUserEmailAddress: "new@elsewhere.example", ...redirect };
    for (const more of [
      { invitedUserSponsors: [{ "@odata.id": `https://graph.microsoft.com/v1.0/users/${bert?.userId}` }] },
      { invitedUser: { id: bert?.userId }, resetRedemption: true },
    ]) {
      const { status } = await graph(application, "POST", "/invitations", { ...invited, ...more });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    const after = await findUser(machine.database, fabrikam.tenantId, bert?.userId as UserId);
    expect(after?.displayName).toBe("Bert Okafor");
  });

  it("lists show nobody of the partner", async () => {
    const { value } = (await (await graph(application, "GET", "/users?$top=999")).json()) as {
      value: { userPrincipalName: string }[];
    };
    expect(value.length).toBeGreaterThan(2);
    expect(value.filter(({ userPrincipalName }) => userPrincipalName.endsWith("@fabrikam.example"))).toEqual(
      [],
    );
  });

  it("the inviter's page knows no invitation of the other organisation", async () => {
    const { invitationId } = await house.invite("kept@elsewhere.example");
    const dana = house.visitor();
    await signInAt(dana, "/myapps", "dana@fabrikam.example", fabrikam.users[1]?.password ?? "");
    for (const what of ["revoke", "resend", "link"]) {
      const answer = await manage(dana, fabrikam.tenantId, invitationId, what);
      expect(answer.html).not.toContain("/redeem?");
    }
    expect(await stateOf(invitationId)).toBe("pending");
  });
});

describe("16: what a person may not do, their token and page do not do either", () => {
  it("an inviter makes no members, resets nobody and changes nobody", async () => {
    const { userId } = await house.invite("grace@elsewhere.example");
    const invited = { invitedUserEmailAddress: "grace@elsewhere.example", ...redirect };
    const asMember = {
      ...invited,
      invitedUserEmailAddress: "m@elsewhere.example",
      invitedUserType: "Member",
    };
    expect((await graph(inviter, "POST", "/invitations", invited)).status).toBe(201);
    expect((await graph(inviter, "POST", "/invitations", asMember)).status).toBe(403);
    const reset = { ...invited, invitedUser: { id: userId }, resetRedemption: true };
    expect((await graph(inviter, "POST", "/invitations", reset)).status).toBe(403);
    const convert = { ...invited, invitedUser: { id: anna?.userId } };
    expect((await graph(inviter, "POST", "/invitations", convert)).status).toBe(403);
    expect((await graph(inviter, "PATCH", `/users/${userId}`, { accountEnabled: false })).status).toBe(403);
    expect((await graph(inviter, "DELETE", `/users/${userId}`)).status).toBe(403);
  });

  it("nobody gives themselves addresses, rights or another way to sign in", async () => {
    for (const changes of [
      { otherMails: ["director@contoso.example"] },
      { mail: "director@contoso.example" },
      { userType: "Guest" },
      { accountEnabled: true },
      { displayName: "Director" },
      { passwordProfile: { password: "correct horse battery staple" } },
      { identities: [] },
      { id: anna?.userId },
      { externalUserState: "Accepted" },
      { tenantId: fabrikam.tenantId },
      { __proto__: { roles: ["global-administrator"] }, constructor: {} },
    ]) {
      const { status } = await graph(inviter, "PATCH", `/users/${ivo?.userId}`, changes);
      expect(status, JSON.stringify(changes)).toBeGreaterThanOrEqual(400);
    }
  });

  it("an application resets no one who holds a directory role", async () => {
    const convert = {
      invitedUserEmailAddress: anna?.userName,
      ...redirect,
      invitedUser: { id: anna?.userId },
    };
    expect((await graph(application, "POST", "/invitations", convert)).status).toBeGreaterThanOrEqual(400);
    const disabled = await graph(application, "PATCH", `/users/${anna?.userId}`, { accountEnabled: false });
    expect(disabled.status).toBe(403);
  });

  it("an inviter manages only invitations of their own", async () => {
    const { invitationId } = await house.invite("operators@elsewhere.example");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", ivo?.userName ?? "", ivo?.password ?? "");
    for (const what of ["revoke", "resend", "link"]) {
      const answer = await manage(visitor, contoso.tenantId, invitationId, what);
      expect(answer.html).not.toContain(`invitation=${invitationId}`);
    }
    expect(await stateOf(invitationId)).toBe("pending");
  });
});

async function manage(visitor: Visitor, tenantId: string, invitation: string, what: string) {
  const page = await visitor.get(`/invite?tenant=${tenantId}`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  return visitor.post(`/invite/manage?tenant=${tenantId}`, { csrf, invitation, do: what });
}

async function stateOf(invitationId: string): Promise<string | undefined> {
  const rows = await machine.database.selectFrom("invitation").selectAll().execute();
  return rows.find((row) => row.invitationId === invitationId)?.state;
}
