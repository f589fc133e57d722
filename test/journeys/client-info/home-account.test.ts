import { beforeAll, describe, expect, it } from "vitest";
import { addClientSecret } from "../../../src/domain/applications/add-client-secret.ts";
import { ensureGraphServicePrincipal } from "../../../src/domain/applications/ensure-graph-service-principal.ts";
import { grantPermission } from "../../../src/domain/applications/grant-permission.ts";
import { registerApplication } from "../../../src/domain/applications/register-application.ts";
import {
  acceptAtHome,
  acceptByCode,
  askForTokens,
  authorizeAddress,
  type ClientOfHouse,
  codeGrant,
  signInAt,
} from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;
const apiUri = "api://everything.contoso.example";
let client: ClientOfHouse;

beforeAll(async () => {
  const { application, servicePrincipal } = accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Does everything",
      redirectUris: [{ platform: "web", uri: "https://everything.contoso.example/callback" }],
      identifierUris: [apiUri],
      exposedScopes: [{ value: "act", displayName: "Act", consentBy: "user" }],
      issuesIdToken: true,
      allowsPublicClient: true,
    }),
  );
  const { applicationId } = application;
  const secret = { tenantId, applicationId, lifetimeDays: 30, secret: "a secret that only this test knows" };
  accepted(await addClientSecret(machine, byOperator, secret));
  const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
  const clientId = servicePrincipal.servicePrincipalId;
  await machine.database.transaction().execute(async (transaction) => {
    for (const grant of [
      { resourceId: graph.servicePrincipalId, scopes: ["User.Read"] },
      { resourceId: clientId, scopes: ["act"] },
    ])
      await grantPermission(transaction, machine.clock(), byOperator, { tenantId, clientId, ...grant });
  });
  client = {
    clientId: applicationId,
    clientSecret: secret.secret,
    redirectUri: "https://everything.contoso.example/callback",
  };
});

interface Person {
  readonly visitor: Visitor;
  readonly home: { readonly uid: string; readonly utid: string };
}

const people: Readonly<
  Record<"member" | "guest of another organisation" | "guest by mailed code", () => Promise<Person>>
> = {
  async member() {
    const mia = contoso.users.find(({ displayName }) => displayName.startsWith("Mia "));
    if (!mia) throw new Error("Contoso has no Mia");
    const visitor = house.visitor();
    await signInAt(visitor, "/myapps", mia.userName, mia.password);
    return { visitor, home: { uid: mia.userId, utid: tenantId } };
  },
  async "guest of another organisation"() {
    const [bert] = fabrikam.users;
    if (!bert) throw new Error("Fabrikam has nobody");
    const visitor = house.visitor();
    await acceptAtHome(visitor, (await house.invite(bert.userName)).link, bert.password);
    return { visitor, home: { uid: bert.userId, utid: fabrikam.tenantId } };
  },
  async "guest by mailed code"() {
    const address = "otto@elsewhere.example";
    const { link, userId } = await house.invite(address);
    const visitor = house.visitor();
    await acceptByCode(house, visitor, link, address);
    return { visitor, home: { uid: userId, utid: tenantId } };
  },
};

const scope = `openid profile offline_access ${apiUri}/act`;
const asked = { client_info: "1" };
const proved = () => ({ client_id: client.clientId, client_secret: client.clientSecret });
const ask = async (parameters: Record<string, string | undefined>) =>
  (await askForTokens(house, tenantId, { ...asked, ...parameters })).body;

function fragmentOf({ url }: Seen): URLSearchParams {
  return new URLSearchParams(url.hash.slice(1));
}

/** The tokens of a device whose code somebody typed. */
async function onDevice(visitor: Visitor): Promise<Record<string, unknown>> {
  const address = `${machine.configuration.publicUrl}/${tenantId}/oauth2/v2.0/devicecode`;
  const body = new URLSearchParams({ client_id: client.clientId, scope: "openid profile" });
  const answer = await house.fetch(new Request(address, { method: "POST", body }));
  const codes = (await answer.json()) as Record<string, string>;
  const confirm = await visitor.submit(await visitor.get("/devicelogin"), { code: codes["user_code"] ?? "" });
  expect(textOf(await visitor.submit(confirm, { decision: "continue" }))).toContain("Go back");
  const device = { grant_type: "device_code", device_code: codes["device_code"] };
  return ask({ ...device, client_id: client.clientId });
}

describe("client_info", () => {
  it.each(Object.keys(people) as (keyof typeof people)[])(
    "names the home account of a %s in every answer, byte for byte",
    async (kind) => {
      const { visitor, home } = await people[kind]();
      const coded = await visitor.get(authorizeAddress(tenantId, client, { ...asked, scope }));
      const hybrid = await visitor.get(
        authorizeAddress(tenantId, client, { ...asked, scope, response_type: "code id_token", nonce: "n" }),
      );
      const redeemed = await ask(codeGrant(client, coded));
      const refreshToken = String(redeemed["refresh_token"]);
      const refreshed = await ask({ ...proved(), grant_type: "refresh_token", refresh_token: refreshToken });
      const onBehalf = await ask({
        ...proved(),
        grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
        requested_token_use: "on_behalf_of",
        scope: "openid https://graph.microsoft.com/User.Read",
        assertion: String(redeemed["access_token"]),
      });
      const device = await onDevice(visitor);
      const expected = Buffer.from(JSON.stringify(home)).toString("base64url");
      expect({
        code: coded.url.searchParams.get("client_info"),
        hybrid: fragmentOf(hybrid).get("client_info"),
        redeemed: redeemed["client_info"],
        refreshed: refreshed["client_info"],
        onBehalf: onBehalf["client_info"],
        device: device["client_info"],
      }).toEqual({
        code: expected,
        hybrid: expected,
        redeemed: expected,
        refreshed: expected,
        onBehalf: expected,
        device: expected,
      });
    },
  );
});
