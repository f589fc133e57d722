import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createApiConnector } from "../../src/domain/signup/api-connectors/save-api-connector.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type SignUpApi, startSignUpApi } from "../support/sign-up-api.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const { contoso, fabrikam, machine } = house;
const place = `/sign-up-apis?tenant=${contoso.tenantId}`;
const password = "a password for everybody here";
let api: SignUpApi;

beforeAll(async () => {
  api = await startSignUpApi();
  accepted(
    await createApiConnector(machine, byOperator, contoso.tenantId, {
      displayName: "Partner register",
      targetUrl: `${api.url}?code=the-key`,
      credentials: { kind: "basic", userName: "house", password: "secret-of-the-house" },
    }),
  );
  for (const [tenant, name, domain] of [
    [contoso, "flora", "contoso.example"],
    [fabrikam, "frank", "fabrikam.example"],
  ] as const) {
    const user = accepted(
      await createMember(machine, byOperator, {
        tenantId: tenant.tenantId,
        userPrincipalName: `${name}@${domain}`,
        displayName: name,
        password,
      }),
    );
    accepted(
      await assignDirectoryRole(machine, byOperator, {
        tenantId: tenant.tenantId,
        userId: user.userId,
        role: "external-id-user-flow-administrator",
      }),
    );
  }
});

afterAll(() => api?.close());

beforeEach(() => {
  api.asked.length = 0;
});

async function signedIn(address: string, itsPassword = password): Promise<Visitor> {
  const visitor = house.visitor();
  const asked = await visitor.submit(await visitor.get(place), { email: address });
  await visitor.submit(asked, { password: itsPassword });
  return visitor;
}

describe("the administrator's page of APIs", () => {
  it("sends a sample and shows what was asked and answered, without secrets", async () => {
    const visitor = await signedIn("flora@contoso.example");
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).toContain("Your APIs at sign-up");
    const list = await visitor.get(place);
    expect(textOf(list)).toContain("It was not asked yet.");
    api.behave({
      status: 200,
      body: { version: "1.0.0", action: "ShowBlockPage", userMessage: "Ask <Ada>." },
    });
    const seen = await visitor.submit(list, { step: "after-proof" }, "/sign-up-apis");
    expect(api.asked).toHaveLength(1);
    expect(JSON.parse(api.asked[0]?.body ?? "")).toMatchObject({
      step: "PostFederationSignup",
      email: "sample.person@example.com",
    });
    expect(textOf(seen)).toContain("It turned the person away");
    expect(textOf(seen)).toContain("Sample");
    expect(seen.html).toContain("Ask &lt;Ada&gt;.");
    expect(seen.html).toContain("code=***");
    for (const secret of ["the-key", "secret-of-the-house"]) expect(seen.html).not.toContain(secret);
  });

  it("says why a call failed", async () => {
    const visitor = await signedIn("flora@contoso.example");
    api.behave({ status: 500, body: "down" });
    const seen = await visitor.submit(await visitor.get(place), { step: "before-creation" }, "/sign-up-apis");
    expect(textOf(seen)).toContain("The call failed");
    expect(textOf(seen)).toMatch(/2 attempts/);
    expect(textOf(seen)).toContain("500");
  });

  it("asks nobody without the form of this very session, and at no moment of its own making", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const list = await visitor.get(place);
    const apiId = /name="api" value="([^"]+)"/.exec(list.html)?.[1] ?? "";
    expect(apiId).not.toBe("");
    await visitor.post(place, { api: apiId, step: "after-proof", csrf: "no" });
    await visitor.submit(list, { step: "never" }, "/sign-up-apis");
    expect(api.asked).toEqual([]);
  });

  it("is closed to members without the role", async () => {
    const member = contoso.users.find(({ roles }) => roles.length === 0);
    const visitor = await signedIn(member?.userName ?? "", member?.password);
    for (const seen of [await visitor.get(place), await visitor.post(place, { step: "after-proof" })]) {
      expect(seen.status).toBe(403);
      expect(textOf(seen)).not.toContain("Partner register");
    }
    expect(textOf(await visitor.get(`/myapps?tenant=${contoso.tenantId}`))).not.toContain("Your APIs");
  });

  it("is closed to administrators of another organisation", async () => {
    const visitor = await signedIn("frank@fabrikam.example");
    const seen = await visitor.get(place);
    expect(seen.html).not.toContain("Partner register");
    const own = await visitor.get(`/sign-up-apis?tenant=${fabrikam.tenantId}`);
    expect(own.html).not.toContain("Partner register");
    expect(api.asked).toEqual([]);
  });
});
