import { describe, expect, it } from "vitest";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { revokeSessions } from "../../src/domain/directory/revoke-sessions.ts";
import { updateUser } from "../../src/domain/directory/update-user.ts";
import type { TenantId, UserId } from "../../src/foundation/identifiers.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
  type TokenReply,
} from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const [bert, dana, carl] = fabrikam.users;

interface SignedInGuest {
  readonly visitor: Visitor;
  readonly userId: UserId;
  readonly refreshToken: string;
}

/** A member of Fabrikam who has become a guest of Contoso and has signed in to an application there. */
async function guestWithTokens(address: string): Promise<SignedInGuest> {
  const { link, userId } = await house.invite(address);
  const visitor = house.visitor();
  await acceptAtHome(visitor, link, bert?.password ?? "");
  const answered = await visitor.get(authorizeAddress(contoso.tenantId, web));
  const tokens = await askForTokens(house, contoso.tenantId, codeGrant(web, answered));
  expect(tokens.body, `${answered.url} ${textOf(answered)}`).toHaveProperty("refresh_token");
  house.moveClock(60);
  return { visitor, userId: userId as UserId, refreshToken: String(tokens.body["refresh_token"]) };
}

function refresh(refreshToken: string): Promise<TokenReply> {
  return askForTokens(house, contoso.tenantId, {
    grant_type: "refresh_token",
    client_id: web.clientId,
    client_secret: web.clientSecret,
    refresh_token: refreshToken,
  });
}

function setEnabled(tenantId: TenantId, userId: UserId, accountEnabled: boolean) {
  return updateUser(machine, byOperator, { tenantId, userId, changes: { accountEnabled } });
}

describe("11: a session of one organisation is worth nothing in another", () => {
  it("a member of Fabrikam who is no guest sees no page of Contoso and may not invite there", async () => {
    const visitor = house.visitor();
    const home = await signInAt(visitor, "/myapps", "bert@fabrikam.example", bert?.password ?? "");
    expect(textOf(home)).toContain("Fabrikam");
    for (const place of ["/myapps", "/invite"]) {
      const seen = await visitor.get(`${place}?tenant=${contoso.tenantId}`);
      expect(seen.url.pathname).toMatch(/^\/signin\//);
    }
  });

  it("the partner's administrator is nobody's administrator elsewhere", async () => {
    const { link } = await house.invite("admin-guest@fabrikam.example");
    expect(link).toContain("/redeem");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", "mia@contoso.example", contoso.users[2]?.password ?? "");
    const posted = await visitor.post(`/invite?tenant=${fabrikam.tenantId}`, {
      addresses: "friend@elsewhere.example",
      step: "send",
    });
    expect(posted.url.pathname).toMatch(/^\/signin\//);
  });
});

describe("9 and 11: what was given ends with the standing of the person", () => {
  it("a guest disabled in the organisation gets no new tokens, no answer and no page", async () => {
    const { visitor, userId, refreshToken } = await guestWithTokens("bert@fabrikam.example");
    await setEnabled(contoso.tenantId, userId, false);
    expect((await refresh(refreshToken)).status).toBe(400);
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(silent.url.searchParams.get("error")).toBeTruthy();
    expect(silent.url.searchParams.get("code")).toBeNull();
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
  });

  it("a guest disabled at home gets no new tokens, no answer and no page elsewhere", async () => {
    const { visitor, refreshToken } = await guestWithTokens("dana@fabrikam.example");
    // Dana is Fabrikam's only administrator, and the last one stays.
    await assignDirectoryRole(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      userId: bert?.userId as UserId,
      role: "global-administrator",
    });
    accepted(await setEnabled(fabrikam.tenantId, dana?.userId as UserId, false));
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(silent.url.searchParams.get("code")).toBeNull();
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("My Apps");
    const refused = await refresh(refreshToken);
    expect(refused.status).toBe(400);
    expect(refused.body["error"]).toBe("invalid_grant");
  });

  it("sessions revoked at home end what they gave elsewhere", async () => {
    const { visitor, refreshToken } = await guestWithTokens("carl@fabrikam.example");
    await revokeSessions(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      userId: carl?.userId as UserId,
    });
    const silent = await visitor.get(authorizeAddress(contoso.tenantId, web, { prompt: "none" }));
    expect(silent.url.searchParams.get("error")).toBe("login_required");
    expect((await refresh(refreshToken)).status).toBe(400);
  });
});
