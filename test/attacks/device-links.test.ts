import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { authorizeAddress, type ClientOfHouse } from "../support/house-applications.ts";
import { type TestHouse, testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { textOf } from "../support/visitor.ts";

let house: TestHouse;
/** Of the attacker, for everybody; it may ask for device codes. */
let client: ClientOfHouse;

beforeAll(async () => {
  house = await testHouse();
  const redirectUri = "https://evil.example/callback";
  const { application } = accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId: house.fabrikam.tenantId,
      displayName: "Helpful",
      audience: "tenants",
      allowsPublicClient: true,
      redirectUris: [{ platform: "web", uri: redirectUri }],
    }),
  );
  client = { clientId: application.applicationId, clientSecret: undefined, redirectUri };
});

async function deviceCode(place: string): Promise<string> {
  const address = `${house.machine.configuration.publicUrl}/${place}/oauth2/v2.0/devicecode`;
  const body = new URLSearchParams({ client_id: client.clientId, scope: "openid" });
  const answer = await house.fetch(new Request(address, { method: "POST", body }));
  const { device_code: code } = (await answer.json()) as { device_code: string };
  expect(code).toBeDefined();
  return code;
}

it.each(["organizations", "the attacker's tenant"])(
  "9: no link types a device's code by itself, whatever it carries along: %s",
  async (place) => {
    const code = await deviceCode(place === "organizations" ? place : house.fabrikam.tenantId);
    const link = authorizeAddress("organizations", client, {
      device_code_hash: createHash("sha256").update(code).digest("hex"),
    });
    const mia = house.contoso.users.find(({ displayName }) => displayName.startsWith("Mia"));
    const visitor = house.visitor();
    const atHome = await visitor.submit(await visitor.get(link), { email: mia?.userName ?? "" });
    const signedIn = await visitor.submit(atHome, { password: mia?.password ?? "" });
    const end = signedIn.html.includes("/consent")
      ? await visitor.submit(signedIn, { decision: "accept" })
      : signedIn;
    expect(end.html, textOf(end)).not.toContain("/device");
    expect(end.url.origin).toBe("https://evil.example");
  },
);
