import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { findExternalUsersByAddress } from "../../src/domain/directory/find-user.ts";
import { listConnectorCalls } from "../../src/domain/signup/api-connectors/find-api-connectors.ts";
import { createApiConnector } from "../../src/domain/signup/api-connectors/save-api-connector.ts";
import type { ApiConnector, ConnectorStep } from "../../src/domain/signup/rules/api-connector.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { setFlowConnector } from "../../src/domain/signup/set-flow-connector.ts";
import { switchSignUp } from "../../src/domain/signup/switch-sign-up.ts";
import { updateUserFlow } from "../../src/domain/signup/update-user-flow.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import { type EmailAddress, normalizeEmailAddress } from "../../src/foundation/email-address.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { authorizeAddress, clientsOf, signInAt } from "../support/house-applications.ts";
import { askIn, freshFlow, openSignUp } from "../support/open-sign-up.ts";
import { type SignUpApi, startSignUpApi } from "../support/sign-up-api.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, textOf } from "../support/visitor.ts";

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
  it("is asked before the person agrees to anything, once and by a press alone, and fills the form", async () => {
    await askAt("after-proof");
    api.behave(goOn({ postalCode: "9000", jobTitle: "not asked", userType: "Member" }));
    const { visitor, page, address } = await stranger("ada");
    expect(textOf(page)).toContain("Contoso checks first");
    // No reload asks, and nobody gets past it by the addresses of later pages.
    await visitor.get(page.url.pathname);
    const { csrf = "" } = formOf(page).fields;
    for (const [place, decision] of [
      ["agree", "accept"],
      ["answers", "create"],
    ] as const)
      await visitor.post(`${page.url.pathname}/sign-up/${place}`, { csrf, ...answers, decision });
    expect(api.asked).toEqual([]);
    expect(await guests(address)).toEqual([]);
    const agree = await visitor.submit(page, {});
    expect(textOf(agree)).toContain("You have no account at Contoso yet");
    await visitor.get(page.url.pathname);
    expect(textOf(await visitor.submit(page, {}))).toContain("You have no account at Contoso yet");
    expect(api.asked).toHaveLength(1);
    const asked = await visitor.submit(agree, { decision: "accept" });
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
    const told = await visitor.submit(page, {});
    expect(told.status).toBe(403);
    expect(told.html).toContain("&lt;b&gt;Ask&lt;/b&gt; your buyer.");
    expect(textOf(told)).toContain("does not let you sign up");
    // Nobody gets past it by the address of a later page, and looking again asks nothing.
    const { csrf = "" } = formOf(told).fields;
    const agreed = await visitor.post(`${page.url.pathname}/sign-up/agree`, { csrf, decision: "accept" });
    expect(agreed.status).toBe(403);
    expect(textOf(agreed)).toContain("does not let you sign up");
    expect(await guests(address)).toEqual([]);
    expect(api.asked).toHaveLength(1);
    // A press asks again, and the way back to the application is open.
    api.behave(goOn());
    expect(textOf(await visitor.submit(told, { decision: "check" }))).toContain("You have no account");
  });

  it("lets whoever it turned away go back to the application, which hears that there is no account", async () => {
    await askAt("after-proof");
    api.behave({
      status: 200,
      body: { version: "1.0.0", action: "ShowBlockPage", userMessage: "No." },
    });
    const { visitor, page } = await stranger("bob");
    const landed = await visitor.submit(await visitor.submit(page, {}), { decision: "cancel" });
    expect(landed.url.searchParams.get("error")).toBe("access_denied");
  });

  it("is asked once, however often the button is pressed while it thinks", async () => {
    await askAt("after-proof");
    const answer = Promise.withResolvers<void>();
    api.behave({ ...goOn({ city: "Gent" }), after: answer.promise });
    const { visitor, page } = await stranger("carol");
    const first = visitor.submit(page, {});
    await expect.poll(() => api.asked.length).toBe(1);
    const second = await visitor.submit(page, {});
    expect(textOf(second)).toContain("The check is under way");
    expect(second.html).not.toContain("submit-at-once");
    answer.resolve();
    expect(textOf(await first)).toContain("You have no account at Contoso yet");
    expect(textOf(await visitor.submit(second, { decision: "check" }))).toContain("You have no account");
    expect(api.asked).toHaveLength(1);
  });

  it("is asked anew by a press where it never answered, and nothing goes on by itself", async () => {
    await askAt("after-proof");
    api.behave({ status: 401, body: "" });
    const { visitor, page, address } = await stranger("dora");
    const failed = await visitor.submit(page, {});
    expect(textOf(failed)).toContain("Contoso cannot check this at the moment");
    expect(failed.html).not.toContain("submit-at-once");
    expect(api.asked).toHaveLength(1);
    api.behave(goOn());
    await visitor.get(page.url.pathname);
    expect(api.asked).toHaveLength(1);
    expect(textOf(await visitor.submit(failed, {}))).toContain("You have no account at Contoso yet");
    expect(await guests(address)).toEqual([]);
  });

  it("is left alone by somebody who presses for ever", async () => {
    await askAt("after-proof");
    api.behave({ status: 200, body: { version: "1.0.0", action: "ShowBlockPage", userMessage: "No." } });
    const { visitor, page } = await stranger("dina");
    let told = await visitor.submit(page, {});
    for (let presses = 0; presses < 20; presses++) told = await visitor.submit(page, {});
    expect(told.status).toBe(400);
    expect(textOf(told)).toContain("Too many tries");
    expect(api.asked).toHaveLength(20);
  });

  it("is asked about whoever was past it before the flow had it, and what they typed stays", async () => {
    await askAt(undefined);
    const { visitor, page, address } = await stranger("emil");
    const questions = await visitor.submit(page, { decision: "accept" });
    await askAt("after-proof");
    api.behave(goOn({ city: "Gent", postalCode: "9000" }));
    const stopped = await visitor.submit(questions, answers);
    expect(textOf(stopped)).toContain("Contoso checks first");
    expect(await guests(address)).toEqual([]);
    const passed = await visitor.submit(stopped, {});
    expect(passed.html).toContain('value="Gent"');
    expect(api.asked).toHaveLength(1);
  });

  it("hears nothing of somebody whom the flow would not take, and nothing where sign-up is off", async () => {
    await askAt("after-proof");
    const changes = { blockedDomains: ["fabrikam.example" as DomainName] };
    accepted(await updateUserFlow(machine, byOperator, { flow: await freshFlow(machine, flow), changes }));
    const { visitor, page } = await stranger("emma");
    expect(textOf(page)).not.toContain("Contoso checks first");
    accepted(
      await updateUserFlow(machine, byOperator, {
        flow: await freshFlow(machine, flow),
        changes: { blockedDomains: [] },
      }),
    );
    const open = await visitor.get(page.url.pathname);
    expect(textOf(open)).toContain("Contoso checks first");
    await switchSignUp(machine, byOperator, { tenantId, isEnabled: false });
    await visitor.submit(open, {});
    await switchSignUp(machine, byOperator, { tenantId, isEnabled: true });
    expect(api.asked).toEqual([]);
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
    await askAt("after-proof");
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
    const told = await visitor.submit(page, {});
    expect(textOf(told)).toContain("We have your request, and write to you.");
    const back = await signInAt(
      house.visitor(),
      authorizeAddress(tenantId, web, { scope: "openid" }),
      address,
      password,
    );
    expect(textOf(back)).toContain("Contoso checks first");
    expect(await guests(address)).toEqual([]);
    const agree = await visitor.submit(await visitor.get(page.url.pathname), { decision: "check" });
    const asked = await visitor.submit(agree, { decision: "accept" });
    const landed = await visitor.submit(asked, answers);
    expect(landed.url.searchParams.has("code")).toBe(true);
    expect(await guests(address)).toMatchObject([{ origin: "self-service-sign-up" }]);
  });
});
