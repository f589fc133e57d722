import { beforeAll, describe, expect, it } from "vitest";
import { registerApplication } from "../../../src/domain/applications/register-application.ts";
import { acceptAtHome, askForTokens, type TokenReply } from "../../support/house-applications.ts";
import { payloadOf } from "../../support/protocol-client.ts";
import { type TestHouse, testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../../support/visitor.ts";

let house: TestHouse;
let clientId: string;

beforeAll(async () => {
  house = await testHouse();
  const { application } = accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId: house.contoso.tenantId,
      displayName: "Television",
      redirectUris: [],
      allowsPublicClient: true,
    }),
  );
  clientId = application.applicationId;
});

interface Device {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly message: string;
}

async function device(scope = "openid profile offline_access", query = ""): Promise<Device> {
  const address = `${house.machine.configuration.publicUrl}/${house.contoso.tenantId}/oauth2/v2.0/devicecode${query}`;
  const body = new URLSearchParams({ client_id: clientId, scope });
  const answer = await house.fetch(new Request(address, { method: "POST", body }));
  const codes = (await answer.json()) as Record<string, string>;
  return {
    deviceCode: codes["device_code"] ?? "",
    userCode: codes["user_code"] ?? "",
    message: codes["message"] ?? "",
  };
}

function poll({ deviceCode }: Device): Promise<TokenReply> {
  const parameters = { grant_type: "device_code", client_id: clientId, device_code: deviceCode };
  return askForTokens(house, house.contoso.tenantId, parameters);
}

async function enterCode(visitor: Visitor, code: string): Promise<Seen> {
  return visitor.submit(await visitor.get("/devicelogin"), { code });
}

async function memberAt(
  confirmation: "password" | "session",
  visitor: Visitor,
  asking: Device,
): Promise<Seen> {
  const first = await enterCode(visitor, asking.userCode);
  if (confirmation === "session") return first;
  const [mia] = house.contoso.users.filter(({ displayName }) => displayName.startsWith("Mia"));
  if (!mia) throw new Error("Contoso has no Mia");
  const password = await visitor.submit(first, { email: mia.userName });
  return visitor.submit(password, { password: mia.password });
}

describe("somebody signs in on a device", () => {
  it("by typing its code elsewhere, signing in there, and saying that it is theirs", async () => {
    const visitor = house.visitor();
    const television = await device();
    expect(television.message).toContain("/devicelogin");
    const confirm = await memberAt("password", visitor, television);
    expect(textOf(confirm)).toContain("Is this device yours?");
    expect(textOf(confirm)).toContain("Television");
    expect(textOf(confirm)).toContain("Contoso");
    expect(textOf(confirm)).toContain("If somebody sent you the code, cancel");
    expect((await poll(television)).body).toMatchObject({ error: "authorization_pending" });

    const done = await visitor.submit(confirm, { decision: "continue" });
    expect(textOf(done)).toContain("Go back to Television");
    const tokens = await poll(television);
    expect(payloadOf(tokens.body["id_token"])).toMatchObject({ tid: house.contoso.tenantId, acct: 0 });

    // Whoever is signed in already is asked nothing but whether the device is theirs.
    const second = await device();
    const asked = await memberAt("session", visitor, second);
    expect(textOf(asked)).toContain("Is this device yours?");
  });

  it("as a guest, by the password of their own organisation", async () => {
    const visitor = house.visitor();
    const [bert] = house.fabrikam.users;
    if (!bert) throw new Error("Fabrikam has nobody");
    const { link, userId } = await house.invite(bert.userName);
    await acceptAtHome(visitor, link, bert.password);
    const television = await device();
    const confirm = await enterCode(visitor, television.userCode.toLowerCase());
    await visitor.submit(confirm, { decision: "continue" });
    const tokens = await poll(television);
    expect(payloadOf(tokens.body["id_token"])).toMatchObject({ oid: userId, acct: 1 });
  });

  it("reads on the device what to do in the language it asked for", async () => {
    expect((await device("openid", "?mkt=de-DE")).message).toContain("geben Sie den Code");
  });

  it("is asked for consent before, like by any application", async () => {
    const visitor = house.visitor();
    const television = await device("openid User.Read");
    const consent = await memberAt("password", visitor, television);
    expect(formOf(consent).action).toContain("/consent");
    const confirm = await visitor.submit(consent, { decision: "accept" });
    await visitor.submit(confirm, { decision: "continue" });
    expect((await poll(television)).body["scope"]).toContain("User.Read");
  });
});

it("a device that names no tenant signs people in to their own organisation", async () => {
  const { application } = accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId: house.contoso.tenantId,
      displayName: "Terminal",
      audience: "tenants",
      redirectUris: [],
      allowsPublicClient: true,
    }),
  );
  const client = { client_id: application.applicationId };
  const address = `${house.machine.configuration.publicUrl}/organizations/oauth2/v2.0/devicecode`;
  const body = new URLSearchParams({ ...client, scope: "openid profile" });
  const answer = await house.fetch(new Request(address, { method: "POST", body }));
  const codes = (await answer.json()) as { device_code: string; user_code: string };
  const pollAt = (place: string) =>
    askForTokens(house, place, { ...client, grant_type: "device_code", device_code: codes.device_code });
  expect((await pollAt("organizations")).body).toMatchObject({ error: "authorization_pending" });

  const visitor = house.visitor();
  const [bert] = house.fabrikam.users;
  if (!bert) throw new Error("Fabrikam has nobody");
  const where = await enterCode(visitor, codes.user_code);
  expect(textOf(where)).toContain("Terminal");
  const password = await visitor.submit(where, { email: bert.userName });
  const consent = await visitor.submit(password, { password: bert.password });
  const confirm = await visitor.submit(consent, { decision: "accept" });
  expect(textOf(confirm)).toContain("Fabrikam");
  await visitor.submit(confirm, { decision: "continue" });

  const { tenantId } = house.fabrikam;
  expect((await pollAt(tenantId)).body).toMatchObject({ error_codes: [700005] });
  const tokens = await pollAt("organizations");
  expect(payloadOf(tokens.body["id_token"])).toMatchObject({ tid: tenantId, acct: 0 });
});

describe("nobody is signed in on a device", () => {
  it("who says that it is not theirs", async () => {
    const visitor = house.visitor();
    const phisher = await device();
    const confirm = await memberAt("password", visitor, phisher);
    const declined = await visitor.submit(confirm, { decision: "cancel" });
    expect(textOf(declined)).toContain("The device was not signed in");
    expect((await poll(phisher)).body).toMatchObject({ error: "authorization_declined" });
  });

  it("by a code that is wrong, over, or typed before", async () => {
    const visitor = house.visitor();
    const wrong = await enterCode(visitor, "BBBB-BBBB");
    expect(wrong.status).toBe(400);
    expect(textOf(wrong)).toContain("This code is not known");
    expect(wrong.html).toContain('value="BBBB-BBBB"');

    const late = await device();
    const confirm = await memberAt("password", visitor, late);
    house.moveClock(901);
    expect(textOf(await enterCode(visitor, late.userCode))).toContain("This code is not known");
    const over = await visitor.submit(confirm, { decision: "continue" });
    expect(textOf(over)).toContain("took too long");
    expect((await poll(late)).body).toMatchObject({ error: "expired_token" });
  });

  it("by a form of another site, or by a link that carries the code", async () => {
    const visitor = house.visitor();
    const asking = await device();
    await visitor.get("/devicelogin");
    const forged = await visitor.post("/devicelogin", { csrf: "AAAA", code: asking.userCode });
    expect(forged.url.pathname).toBe("/devicelogin");
    const linked = await visitor.get(`/devicelogin?user_code=${asking.userCode}&code=${asking.userCode}`);
    expect(linked.html).not.toContain(`value="${asking.userCode}"`);
  });

  it("by guessing codes", async () => {
    const visitor = house.visitor();
    const asking = await device();
    const page = await visitor.get("/devicelogin");
    const { fields } = formOf(page);
    for (let tries = 0; tries < 32; tries++)
      await visitor.post("/devicelogin", { ...fields, code: `BBBB-BBB${tries}` });
    const right = await visitor.post("/devicelogin", { ...fields, code: asking.userCode });
    expect(right.status).toBe(400);
    expect(textOf(right)).toContain("Too many tries");
  });
});
