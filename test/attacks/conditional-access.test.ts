import { afterEach, describe, expect, it } from "vitest";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { graphApplicationId } from "../../src/domain/applications/rules/graph-permissions.ts";
import type { PolicyOutcome } from "../../src/domain/audit/rules/policy-outcome.ts";
import { listPolicies } from "../../src/domain/conditional-access/find-conditional-access.ts";
import {
  nobody,
  type PeopleSet,
  type PolicyConditions,
} from "../../src/domain/conditional-access/rules/conditional-access-policy.ts";
import { addLocation } from "../../src/domain/conditional-access/save-location.ts";
import { changePolicy, removePolicy } from "../../src/domain/conditional-access/save-policy.ts";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findUser } from "../../src/domain/directory/find-user.ts";
import type { ApplicationId, TenantId, UserId } from "../../src/foundation/identifiers.ts";
import { block, conditionsFor } from "../support/conditional-access-policies.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  proofKey,
  signInAt,
} from "../support/house-applications.ts";
import { openSignUp } from "../support/open-sign-up.ts";
import { readResponse, redirectQuery, registerSamlApplication, requestXml } from "../support/saml-client.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const password = "a password for everybody here";
const refusal = "You cannot sign in like this";
const guests: Partial<PeopleSet> = {
  outsiders: { kinds: ["collaboration-guest"], named: ["b2bCollaborationGuest"], homeTenants: "all" },
};

const close = (people: Partial<PeopleSet>, more: Partial<PolicyConditions> = {}) =>
  block(machine, tenantId, conditionsFor(people, more));

async function openAgain(): Promise<void> {
  for (const policy of await listPolicies(machine.database, tenantId))
    await removePolicy(machine, byOperator, policy);
}
afterEach(openAgain);

/** A new member of an organisation. */
async function newMember(name: string, home: TenantId = tenantId) {
  const address = `${name}@${home === tenantId ? "contoso" : "fabrikam"}.example`;
  const member = accepted(
    await createMember(machine, byOperator, {
      ...{ tenantId: home, userPrincipalName: address, displayName: name, password },
    }),
  );
  return { address, userId: member.userId };
}

const at = (more: Readonly<Record<string, string>> = {}, client = web) =>
  authorizeAddress(tenantId, client, { scope: "openid offline_access", ...more });

/** Somebody with an account at Contoso, signed in to the web application; `renew` asks for further tokens. */
async function signedIn(name: string) {
  const { address, userId } = await newMember(name);
  const visitor = house.visitor();
  const landed = await signInAt(visitor, at(), address, password);
  const first = await askForTokens(house, tenantId, codeGrant(web, landed));
  expect(first.status).toBe(200);
  let refreshToken = String(first.body["refresh_token"]);
  const renew = async () => {
    const reply = await askForTokens(house, tenantId, {
      grant_type: "refresh_token",
      client_id: web.clientId,
      client_secret: web.clientSecret,
      refresh_token: refreshToken,
    });
    refreshToken = String(reply.body["refresh_token"] ?? refreshToken);
    return reply;
  };
  return { visitor, address, userId, renew };
}

async function silently(visitor: Visitor) {
  const { searchParams } = (await visitor.get(at({ prompt: "none" }))).url;
  return { error: searchParams.get("error"), code: searchParams.get("code") };
}

describe("whom a policy keeps out", () => {
  it("is told so when signing in, by silent requests too, and the log names the number", async () => {
    const { visitor, userId, address } = await signedIn("ada");
    // Entries of one millisecond have no order.
    house.moveClock(1);
    await close({ userIds: [userId] });
    expect(textOf(await visitor.get(at()))).toContain(refusal);
    expect(textOf(await signInAt(house.visitor(), at(), address, password))).toContain(refusal);
    expect(await silently(visitor)).toEqual({ error: "access_denied", code: null });
    const { errorCode } = await machine.database
      .selectFrom("signInEvent")
      .select("errorCode")
      .where("userId", "=", userId)
      .orderBy("eventId", "desc")
      .executeTakeFirstOrThrow();
    expect(errorCode).toBe(53003);
    await openAgain();
    expect((await silently(visitor)).code).not.toBeNull();
  });

  it("renews no tokens, keeps the refresh token for later, and redeems no code given before", async () => {
    const { visitor, userId, renew } = await signedIn("bo");
    const landed = await visitor.get(at());
    await close({ userIds: [userId] });
    expect(await renew()).toMatchObject({
      status: 400,
      body: { error: "invalid_grant", suberror: "message_only", error_codes: [53003] },
    });
    const redeemed = await askForTokens(house, tenantId, codeGrant(web, landed));
    expect(redeemed.body["error_codes"]).toEqual([53003]);
    await openAgain();
    expect((await renew()).status).toBe(200);
  });

  it("sees none of our own pages, and is not sent in circles", async () => {
    const { visitor, userId } = await signedIn("cleo");
    expect((await visitor.get(`/myapps?tenant=${tenantId}`)).status).toBe(200);
    await close({ userIds: [userId] });
    for (const path of [`/myapps?tenant=${tenantId}`, "/myapps", `/invite?tenant=${tenantId}`]) {
      const seen = await visitor.get(path);
      expect([seen.status, textOf(seen).includes(refusal)], path).toEqual([403, true]);
    }
  });

  it("lets no device in either, approved or not", async () => {
    const { visitor, userId } = await signedIn("dora");
    const { application } = accepted(
      await registerApplication(machine, byOperator, {
        ...{ tenantId, displayName: "Television", redirectUris: [], allowsPublicClient: true },
      }),
    );
    const clientId = application.applicationId;
    const begin = async () => {
      const response = await house.fetch(
        new Request(`${machine.configuration.publicUrl}/${tenantId}/oauth2/v2.0/devicecode`, {
          method: "POST",
          body: new URLSearchParams({ client_id: clientId, scope: "openid" }),
        }),
      );
      return (await response.json()) as { device_code: string; user_code: string };
    };
    const poll = async (deviceCode: string) =>
      (
        await askForTokens(house, tenantId, {
          grant_type: "device_code",
          client_id: clientId,
          device_code: deviceCode,
        })
      ).body["error_codes"];
    const enter = async (code: string) => visitor.submit(await visitor.get("/devicelogin"), { code });
    const before = await begin();
    await visitor.submit(await enter(before.user_code), { decision: "continue" });
    await close({ userIds: [userId] });
    expect(await poll(before.device_code)).toEqual([53003]);
    const later = await begin();
    expect(textOf(await enter(later.user_code))).toContain(refusal);
    expect(await poll(later.device_code)).toEqual([70016]);
  });

  it("is named to no application that speaks SAML", async () => {
    const { visitor, userId } = await signedIn("elin");
    await registerSamlApplication(machine, tenantId);
    const asking = `/${tenantId}/saml2?${redirectQuery(requestXml())}`;
    expect((await visitor.get(asking)).html).toContain("SAMLResponse");
    await close({ userIds: [userId] });
    expect(textOf(await visitor.get(asking))).toContain(refusal);
    const passive = `/${tenantId}/saml2?${redirectQuery(requestXml({ attributes: { IsPassive: "true" } }))}`;
    const { statuses } = await readResponse(formOf(await visitor.get(passive)).fields["SAMLResponse"] ?? "");
    expect(statuses).not.toContain("Success");
  });

  it("agrees to nothing in the name of everybody", async () => {
    const { visitor, userId } = await signedIn("emil");
    const role = "global-administrator";
    accepted(await assignDirectoryRole(machine, byOperator, { tenantId, userId, role }));
    const query = new URLSearchParams({ client_id: web.clientId, redirect_uri: web.redirectUri });
    const asked = await visitor.get(`/${tenantId}/adminconsent?${query}`);
    expect(textOf(asked)).not.toContain(refusal);
    await close({ userIds: [userId] });
    const answered = await visitor.submit(asked, { decision: "accept" });
    expect(answered.url.searchParams.get("admin_consent")).toBeNull();
    expect(textOf(await visitor.get(`/${tenantId}/adminconsent?${query}`))).toContain(refusal);
  });

  it("is held up by a policy that comes between two steps", async () => {
    const { address, userId } = await newMember("ezra");
    const visitor = house.visitor();
    const asked = await visitor.submit(await visitor.get(at()), { email: address });
    await close({ userIds: [userId] });
    expect(textOf(await visitor.submit(asked, { password }))).toContain(refusal);
  });
});

describe("guests", () => {
  it("accept, and come no further while a policy keeps guests out; members do", async () => {
    const { address } = await newMember("gil", fabrikam.tenantId);
    const { link, userId } = await house.invite(address);
    await close(guests);
    const visitor = house.visitor();
    expect(textOf(await acceptAtHome(visitor, link, password))).toContain(refusal);
    const guest = await findUser(machine.database, tenantId, userId as UserId);
    expect(guest?.redemptionState).toBe("accepted");
    expect(textOf(await visitor.get(at()))).toContain(refusal);
    // Their own organisation has nothing against them.
    expect((await visitor.get(`/myapps?tenant=${fabrikam.tenantId}`)).status).toBe(200);
    await signedIn("mona");
  });

  it("go on to where the invitation leads when nothing is in their way", async () => {
    const { address } = await newMember("hal", fabrikam.tenantId);
    const { link } = await house.invite(address);
    const landed = await acceptAtHome(house.visitor(), link, password);
    expect(landed.url.href).toBe("https://app.contoso.example/landing");
  });

  it("who sign up by themselves meet the policy before any token", async () => {
    await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "closed" });
    const { address } = await newMember("ivo", fabrikam.tenantId);
    await close({ isEveryOutsider: true });
    const visitor = house.visitor();
    const asked = await visitor.submit(await visitor.get(at()), { email: address });
    const agree = await visitor.submit(asked, { password });
    let seen = await visitor.submit(agree, { decision: "accept" });
    if (seen.html.includes("/sign-up/answers")) seen = await visitor.submit(seen, {});
    expect(seen.url.searchParams.get("code")).toBeNull();
    expect(textOf(seen)).toContain(refusal);
    expect(await silently(visitor)).toEqual({ error: "access_denied", code: null });
  });

  it("of one organisation are kept out without those of others", async () => {
    const { address } = await newMember("jo", fabrikam.tenantId);
    const { link } = await house.invite(address);
    const visitor = house.visitor();
    await acceptAtHome(visitor, link, password);
    const other = { outsiders: { ...guests.outsiders, homeTenants: [tenantId] } } as Partial<PeopleSet>;
    const policy = await close(other);
    expect((await silently(visitor)).code).not.toBeNull();
    const { conditions } = policy;
    const outsiders = { ...other.outsiders, homeTenants: [fabrikam.tenantId] } as NonNullable<
      PeopleSet["outsiders"]
    >;
    accepted(
      await changePolicy(machine, byOperator, policy, {
        conditions: { ...conditions, includedPeople: { ...nobody, outsiders } },
      }),
    );
    expect((await silently(visitor)).error).toBe("access_denied");
  });
});

describe("a policy", () => {
  it("of another organisation, or of another application, concerns nobody here", async () => {
    const { visitor, userId } = await signedIn("kim");
    await block(machine, fabrikam.tenantId, conditionsFor({ isEveryOutsider: true }));
    const other = contoso.applications[1]?.applicationId as ApplicationId;
    await close({ userIds: [userId] }, { includedApplications: [other] });
    expect((await silently(visitor)).code).not.toBeNull();
    const { challenge } = proofKey();
    const asked = await visitor.get(
      authorizeAddress(
        tenantId,
        { ...web, clientId: other, redirectUri: "http://localhost:4001/spa" },
        { scope: "openid", code_challenge: challenge, code_challenge_method: "S256" },
      ),
    );
    expect(textOf(asked)).toContain(refusal);
  });

  it("about Graph is asked where only OpenID scopes are, since user info is part of it", async () => {
    const { visitor, userId } = await signedIn("gwen");
    await close({ userIds: [userId] }, { includedApplications: [graphApplicationId] });
    expect(textOf(await visitor.get(at()))).toContain(refusal);
    const tokens = { response_type: "id_token token", response_mode: "fragment", nonce: "n" };
    const seen = await visitor.get(authorizeAddress(tenantId, web, { scope: "openid profile", ...tokens }));
    expect(seen.url.hash).not.toContain("access_token");
    expect((await silently(visitor)).error).toBe("access_denied");
  });

  it("about a place looks at where the browser is, as far as that is seen", async () => {
    const { visitor, userId } = await signedIn("lea");
    const location = accepted(
      await addLocation(machine, byOperator, {
        ...{ tenantId, displayName: "Office", isTrusted: true, ranges: ["192.0.2.0/24"] },
      }),
    );
    const none = { isEverywhere: false, isEveryTrusted: false, locationIds: [] };
    const office = { ...none, locationIds: [location.locationId] };
    // Requests of this test come from no network, which is not the office.
    await close({ userIds: [userId] }, { places: { included: office, excluded: none } });
    expect((await silently(visitor)).code).not.toBeNull();
    await openAgain();
    const outside = { included: { ...none, isEverywhere: true }, excluded: office };
    await close({ userIds: [userId] }, { places: outside });
    expect((await silently(visitor)).error).toBe("access_denied");
  });

  it("stands in the sign-in log with what came of it, whichever way somebody came", async () => {
    const { visitor, userId, renew } = await signedIn("nell");
    const policy = await block(machine, tenantId, conditionsFor({ userIds: [userId] }), "report");
    const logged = async () => {
      const { details, isInteractive } = await machine.database
        .selectFrom("signInEvent")
        .select(["details", "isInteractive"])
        .where("tenantId", "=", tenantId)
        .orderBy("occurredAt", "desc")
        .executeTakeFirstOrThrow();
      const outcomes = (details["policies"] ?? []) as PolicyOutcome[];
      return [isInteractive, ...outcomes.map(({ isReportOnly, result }) => [isReportOnly, result])];
    };
    const loggedAfter = async (visit: () => Promise<unknown>) => {
      house.moveClock(1);
      await visit();
      return logged();
    };
    const [reported, blocked] = [
      [true, "blocked"],
      [false, "blocked"],
    ];
    expect(await loggedAfter(() => visitor.get(at()))).toEqual([false, reported]);
    expect(await loggedAfter(renew)).toEqual([false, reported]);
    accepted(await changePolicy(machine, byOperator, policy, { state: "on" }));
    expect(await loggedAfter(() => silently(visitor))).toEqual([false, blocked]);
    expect(await loggedAfter(renew)).toEqual([false, blocked]);
    expect(await loggedAfter(() => visitor.get(at()))).toEqual([true, blocked]);
    accepted(await changePolicy(machine, byOperator, policy, { state: "off" }));
    expect(await loggedAfter(renew)).toEqual([false]);
  });

  it("that only reports, or is switched off, keeps nobody out", async () => {
    const { visitor, userId } = await signedIn("max");
    const policy = await block(machine, tenantId, conditionsFor({ userIds: [userId] }), "report");
    expect((await silently(visitor)).code).not.toBeNull();
    accepted(await changePolicy(machine, byOperator, policy, { state: "on" }));
    expect((await silently(visitor)).error).toBe("access_denied");
    accepted(await changePolicy(machine, byOperator, policy, { state: "off" }));
    expect((await silently(visitor)).code).not.toBeNull();
  });
});
