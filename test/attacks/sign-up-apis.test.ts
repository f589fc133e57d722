import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress } from "../../src/domain/directory/find-user.ts";
import { listConnectorCalls } from "../../src/domain/signup/api-connectors/find-api-connectors.ts";
import { createApiConnector } from "../../src/domain/signup/api-connectors/save-api-connector.ts";
import type { ApiConnector, ConnectorStep } from "../../src/domain/signup/rules/api-connector.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { setFlowConnector } from "../../src/domain/signup/set-flow-connector.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { askIn, freshFlow, openSignUp } from "../support/open-sign-up.ts";
import { type SignUpApi, startSignUpApi } from "../support/sign-up-api.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf } from "../support/visitor.ts";

const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const { web } = clientsOf(house);
const password = "a password for everybody here";
const goOn = (claims: object = {}) => ({
  status: 200,
  body: { version: "1.0.0", action: "Continue", ...claims },
});
let api: SignUpApi;
let flow: UserFlow;
let connector: ApiConnector;

beforeAll(async () => {
  api = await startSignUpApi();
  flow = await openSignUp(machine, { tenantId, applicationId: web.clientId, name: "Partners" });
  await askIn(machine, flow, { attributeId: "City" });
  await askIn(machine, flow, { attributeId: "PostalCode", isRequired: false });
  connector = accepted(
    await createApiConnector(machine, byOperator, tenantId, {
      displayName: "Partner register",
      targetUrl: api.url,
      credentials: { kind: "basic", userName: "house", password: "key" },
    }),
  );
});

afterAll(() => api?.close());

beforeEach(() => {
  api.asked.length = 0;
  api.behave(goOn());
});

async function askAt(step: ConnectorStep | undefined): Promise<void> {
  for (const one of ["after-proof", "before-creation"] as const)
    accepted(
      await setFlowConnector(machine, byOperator, {
        flow: await freshFlow(machine, flow),
        step: one,
        connectorId: one === step ? connector.connectorId : undefined,
      }),
    );
}

/** Somebody new at Fabrikam, who stands before the question whether they want an account. */
async function stranger(name: string) {
  const address = `${name}@fabrikam.example`;
  accepted(
    await createMember(machine, byOperator, {
      tenantId: fabrikam.tenantId,
      userPrincipalName: address,
      displayName: name,
      givenName: name,
      password,
    }),
  );
  const visitor = house.visitor();
  const page = await signInAt(
    visitor,
    authorizeAddress(tenantId, web, { scope: "openid" }),
    address,
    password,
  );
  return { visitor, page, address };
}

const guests = (address: string) =>
  findExternalUsersByAddress(machine.database, tenantId, normalizeEmailAddress(address as EmailAddress));
const answers = { "answer-City": "Ghent", "answer-PostalCode": "9", decision: "create" };

describe("an organisation's API after the proof", () => {
  it("is asked once the person agrees, and fills the form", async () => {
    await askAt("after-proof");
    api.behave(goOn({ postalCode: "9000", jobTitle: "not asked", userType: "Member" }));
    const { visitor, page, address } = await stranger("ada");
    expect(api.asked).toEqual([]);
    const asked = await visitor.submit(page, { decision: "accept" });
    expect(asked.html).toContain('value="9000"');
    expect(JSON.parse(api.asked[0]?.body ?? "")).toMatchObject({
      step: "PostFederationSignup",
      client_id: web.clientId,
      email: address,
      givenName: "ada",
    });
    expect(JSON.parse(api.asked[0]?.body ?? "")).not.toHaveProperty("identities");
    const landed = await visitor.submit(asked, { ...answers, "answer-PostalCode": "9000" });
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect((await guests(address))[0]).toMatchObject({
      kind: "guest",
      postalCode: "9000",
      jobTitle: undefined,
    });
    expect(api.asked).toHaveLength(1);
  });

  it("can turn the person away, in its own words, which are text", async () => {
    await askAt("after-proof");
    const userMessage = "<b>Ask</b> your buyer.";
    api.behave({ status: 200, body: { version: "1.0.0", action: "ShowBlockPage", userMessage } });
    const { visitor, page, address } = await stranger("bo");
    const told = await visitor.submit(page, { decision: "accept" });
    expect(told.status).toBe(403);
    expect(told.html).toContain("&lt;b&gt;Ask&lt;/b&gt; your buyer.");
    expect(textOf(told)).toContain("does not let you sign up");
    // Nobody gets past it by the address of a later page.
    expect(textOf(await visitor.get(page.url.pathname))).toContain("You have no account at Contoso yet");
    expect(await guests(address)).toEqual([]);
  });
});

describe("an organisation's API before the guest is made", () => {
  it("has the last word about what was typed", async () => {
    await askAt("before-creation");
    api.behave(goOn({ city: "Gent" }));
    const { visitor, page, address } = await stranger("cleo");
    const asked = await visitor.submit(page, { decision: "accept" });
    expect(api.asked).toEqual([]);
    const landed = await visitor.submit(asked, answers);
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(JSON.parse(api.asked[0]?.body ?? "")).toMatchObject({ city: "Ghent", postalCode: "9" });
    expect((await guests(address))[0]).toMatchObject({ city: "Gent" });
  });

  it("asks for other values, and nothing that was typed is lost", async () => {
    await askAt("before-creation");
    const userMessage = "Enter a <valid> postal code.";
    api.behave(
      { status: 400, body: { version: "1.0.0", status: 400, action: "ValidationError", userMessage } },
      goOn(),
    );
    const { visitor, page, address } = await stranger("dan");
    const asked = await visitor.submit(page, { decision: "accept" });
    const wrong = await visitor.submit(asked, answers);
    expect(wrong.status).toBe(400);
    expect(textOf(wrong)).toContain(userMessage);
    expect(wrong.html).toContain('value="Ghent"');
    expect(await guests(address)).toEqual([]);
    const landed = await visitor.submit(wrong, { ...answers, "answer-PostalCode": "9000" });
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect((await guests(address))[0]).toMatchObject({ postalCode: "9000" });
  });

  it.each([
    ["answers nonsense", { status: 200, body: "<html>" }],
    ["refuses our credentials", { status: 401, body: "" }],
    ["hangs up, twice", "hang-up"],
    ["overwrites what the flow asks with nothing", goOn({ city: "" })],
  ] as const)("lets nobody in when it %s", async (what, behaviour) => {
    await askAt("before-creation");
    api.behave(behaviour);
    const { visitor, page, address } = await stranger(`eve-${what.length}`);
    const asked = await visitor.submit(page, { decision: "accept" });
    const told = await visitor.submit(asked, answers);
    expect(told.status).toBe(400);
    expect(textOf(told)).toContain("Contoso cannot check this at the moment");
    expect(told.html).toContain('value="Ghent"');
    expect(await guests(address)).toEqual([]);
  });

  it("is not asked about somebody who is known already", async () => {
    await askAt("before-creation");
    // The newest of the calls is found by its time.
    house.moveClock(1);
    const { visitor, page, address } = await stranger("fay");
    await visitor.submit(await visitor.submit(page, { decision: "accept" }), answers);
    expect(await guests(address)).toHaveLength(1);
    api.asked.length = 0;
    await signInAt(house.visitor(), authorizeAddress(tenantId, web, { scope: "openid" }), address, password);
    expect(api.asked).toEqual([]);
    const calls = await listConnectorCalls(machine.database, connector);
    expect(calls[0]).toMatchObject({ flowName: "Partners", outcome: "continue" });
  });

  it("asks nobody once it is taken off the flow", async () => {
    await askAt(undefined);
    const { visitor, page } = await stranger("gus");
    const landed = await visitor.submit(await visitor.submit(page, { decision: "accept" }), answers);
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(api.asked).toEqual([]);
  });
});

describe("an organisation's system that decides later", () => {
  const waiting = {
    status: 200,
    body: {
      version: "1.0.0",
      action: "ShowBlockPage",
      userMessage: "We have your request, and write to you.",
    },
  };

  it("has its API turn people away, invites whom it approves, and is not asked about them again", async () => {
    await askAt("before-creation");
    api.behave(waiting);
    const { visitor, page, address } = await stranger("hal");
    const told = await visitor.submit(await visitor.submit(page, { decision: "accept" }), answers);
    expect(textOf(told)).toContain("We have your request, and write to you.");
    expect(await guests(address)).toEqual([]);
    await house.invite(address);
    const place = authorizeAddress(tenantId, web, { scope: "openid" });
    const approved = house.visitor();
    const review = await signInAt(approved, place, address, password);
    expect(textOf(review)).toContain("Review permissions");
    const landed = await approved.submit(review, { decision: "accept" });
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(await guests(address)).toMatchObject([{ origin: "invitation", redemptionState: "accepted" }]);
    expect(api.asked).toHaveLength(1);
  });

  it("has its API let them go on once it knows", async () => {
    await askAt("after-proof");
    api.behave(waiting, goOn());
    const { visitor, page, address } = await stranger("ida");
    const told = await visitor.submit(page, { decision: "accept" });
    expect(textOf(told)).toContain("We have your request, and write to you.");
    const back = await signInAt(
      house.visitor(),
      authorizeAddress(tenantId, web, { scope: "openid" }),
      address,
      password,
    );
    expect(textOf(back)).toContain("Create an account at Contoso");
    expect(await guests(address)).toEqual([]);
    const asked = await visitor.submit(await visitor.get(page.url.pathname), { decision: "accept" });
    const landed = await visitor.submit(asked, answers);
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(await guests(address)).toMatchObject([{ origin: "self-service-sign-up" }]);
  });
});
