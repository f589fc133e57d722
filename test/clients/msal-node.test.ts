import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { graphApplicationId } from "../../src/domain/applications/rules/graph-permissions.ts";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { agreeForEverybody } from "../support/agree-for-everybody.ts";
import { houseForClients, kindsOfPerson, type PersonOfHouse } from "../support/house-for-clients.ts";
import { addOrdersApi, type OrdersApi, ordersScope } from "../support/orders-api.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { tokensFor } from "../support/tokens-of-person.ts";
import { formOf } from "../support/visitor.ts";

const house = houseForClients();
const redirectUri = "http://localhost:51234/callback";
const scopes = ["User.Read"];
let orders: OrdersApi;

beforeAll(async () => {
  orders = await addOrdersApi(house.current);
});

function settings(name: string) {
  const { contoso, authority, host } = house.current;
  const { clientId, clientSecret = "" } = application(contoso, name);
  return { clientId, clientSecret, authority, knownAuthorities: [host] };
}

function webApplication(name = "Tender Room"): ConfidentialClientApplication {
  return new ConfidentialClientApplication({ auth: settings(name) });
}

function installedApplication(): PublicClientApplication {
  const { clientSecret: _, ...auth } = settings("Tender Room");
  return new PublicClientApplication({ auth });
}

async function whoIs(accessToken: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}` };
  return (await fetch(`${house.current.demo.graphUrl}/me`, { headers })).json();
}

/** What somebody does in a browser elsewhere while a device waits. */
async function letDeviceIn(
  { visitor }: PersonOfHouse,
  codes: { readonly verificationUri: string; readonly userCode: string },
): Promise<void> {
  const asked = await visitor.submit(await visitor.get(codes.verificationUri), { code: codes.userCode });
  await visitor.submit(asked, { decision: "continue" });
}

/** What any application of these must learn about somebody, whichever way it asked. */
function expectPerson(result: unknown, { claims, homeAccountId }: PersonOfHouse): void {
  const { idp, ...known } = claims;
  expect(result).toMatchObject({
    tenantId: claims.tid,
    uniqueId: claims.oid,
    idTokenClaims: known,
    account: {
      homeAccountId,
      localAccountId: claims.oid,
      tenantId: claims.tid,
      environment: house.current.host,
      username: claims.preferred_username,
    },
  });
  expect((result as { idTokenClaims: { idp?: string } }).idTokenClaims.idp).toBe(idp);
}

describe("MSAL for Node", () => {
  it("gets a token for an application itself, calls Graph with it, and keeps it", async () => {
    const client = webApplication("Contoso automation");
    const request = { scopes: ["https://graph.microsoft.com/.default"] };
    const token = await client.acquireTokenByClientCredential(request);
    expect(token?.fromCache).toBe(false);
    const answer = await fetch(`${house.current.demo.graphUrl}/organization`, {
      headers: { authorization: `Bearer ${token?.accessToken}` },
    });
    expect(answer.status).toBe(200);
    expect((await client.acquireTokenByClientCredential(request))?.fromCache).toBe(true);
  });

  it("says that a secret is wrong by its number", async () => {
    const auth = { ...settings("Contoso automation"), clientSecret: "wrong" };
    const client = new ConfidentialClientApplication({ auth });
    const request = { scopes: ["https://graph.microsoft.com/.default"] };
    await expect(client.acquireTokenByClientCredential(request)).rejects.toMatchObject({
      errorCode: "invalid_client",
      errorNo: 7000215,
    });
  });

  it.each(["thumbprintSha256", "thumbprint"] as const)(
    "proves an application by a certificate that it names by its %s",
    async (kind) => {
      const { authority, host } = house.current;
      const { privateKey, pem, sha1, sha256 } = orders.certificate;
      const clientCertificate = {
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        x5c: pem,
        ...(kind === "thumbprint"
          ? { thumbprint: sha1.toString("hex") }
          : { thumbprintSha256: sha256.toString("hex") }),
      };
      const auth = { clientId: orders.clientId, clientCertificate, authority, knownAuthorities: [host] };
      const client = new ConfidentialClientApplication({ auth });
      const token = await client.acquireTokenByClientCredential({
        scopes: [`${house.current.publicUrl}/.default`],
      });
      expect(decodeJwt(token?.accessToken ?? "")).toMatchObject({ appidacr: "2", appid: orders.clientId });
    },
  );

  it("signs members and guests in on devices without a browser", async () => {
    const { machine, contoso, authority, host, people } = house.current;
    const { tenantId } = contoso;
    const television = await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Television",
      redirectUris: [],
      allowsPublicClient: true,
    });
    const clientId = accepted(television).application.applicationId;
    const agreed = { client: clientId, resource: graphApplicationId, scopes };
    await agreeForEverybody(machine, tenantId, agreed);
    // The library waits between two questions, so all of them wait together.
    await Promise.all(
      Object.values(people).map(async (somebody) => {
        const auth = { clientId, authority, knownAuthorities: [host] };
        const client = new PublicClientApplication({ auth });
        const result = await client.acquireTokenByDeviceCode({
          scopes,
          deviceCodeCallback: (codes) => void letDeviceIn(somebody, codes),
        });
        expectPerson(result, somebody);
        const { account } = result ?? {};
        if (!account) throw new Error("MSAL kept no account");
        expectPerson(await client.acquireTokenSilent({ scopes, account, forceRefresh: true }), somebody);
      }),
    );
  });

  it("finds a guest at home where the authority is that of all organisations", async () => {
    const { machine, contoso, fabrikam, publicUrl, host, people } = house.current;
    const { tenantId } = contoso;
    const shared = await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Shared Board",
      audience: "tenants",
      redirectUris: [{ platform: "web", uri: redirectUri }],
    });
    const { applicationId } = accepted(shared).application;
    const secret = { applicationId, secret: "a-secret-of-the-shared-board-for-tests", lifetimeDays: 1 };
    accepted(await addClientSecret(machine, byOperator, { tenantId, ...secret }));
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: applicationId,
        clientSecret: secret.secret,
        authority: `${publicUrl}/organizations`,
        knownAuthorities: [host],
      },
    });
    const { visitor, homeAccountId } = people["guest of another organisation"];
    const asked = await visitor.get(await client.getAuthCodeUrl({ scopes, redirectUri }));
    const { url } = await visitor.submit(asked, { decision: "accept" });
    const code = url.searchParams.get("code") ?? "";
    const result = await client.acquireTokenByCode({ scopes, redirectUri, code });
    expect(result).toMatchObject({ tenantId: fabrikam.tenantId, account: { homeAccountId } });
    const { account } = result;
    if (!account) throw new Error("MSAL kept no account");
    expect((await client.acquireTokenSilent({ scopes, account })).fromCache).toBe(true);
    const renewed = await client.acquireTokenSilent({ scopes, account, forceRefresh: true });
    expect(renewed).toMatchObject({ tenantId: fabrikam.tenantId, account: { homeAccountId } });
  });

  describe.each(kindsOfPerson)("for a %s", (kind) => {
    it("redeems a code with a proof key in a web application, and renews silently", async () => {
      const somebody = house.current.people[kind];
      const client = webApplication();
      const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
      const address = await client.getAuthCodeUrl({
        scopes,
        redirectUri,
        state: "state|of the application",
        codeChallenge: challenge,
        codeChallengeMethod: "S256",
      });
      const answer = (await somebody.visitor.get(address)).url.searchParams;
      expect(answer.get("state")).toBe("state|of the application");
      const code = answer.get("code") ?? "";
      const result = await client.acquireTokenByCode({ scopes, redirectUri, code, codeVerifier: verifier });
      expectPerson(result, somebody);
      expect(await whoIs(result.accessToken)).toMatchObject({ id: somebody.claims.oid });

      const { account } = result;
      if (!account) throw new Error("MSAL kept no account");
      expect((await client.acquireTokenSilent({ scopes, account })).fromCache).toBe(true);
      const renewed = await client.acquireTokenSilent({ scopes, account, forceRefresh: true });
      expect(renewed.fromCache).toBe(false);
      expectPerson(renewed, somebody);
      expect(await client.getTokenCache().getAllAccounts()).toHaveLength(1);
    });

    it("is answered by form post in an installed application that opens a browser", async () => {
      const somebody = house.current.people[kind];
      const client = installedApplication();
      const result = await client.acquireTokenInteractive({
        scopes,
        async openBrowser(address) {
          const form = formOf(await somebody.visitor.get(address));
          await fetch(form.action, { method: "POST", body: new URLSearchParams(form.fields) });
        },
      });
      expectPerson(result, somebody);
      const { account } = result;
      if (!account) throw new Error("MSAL kept no account");
      const renewed = await client.acquireTokenSilent({ scopes, account, forceRefresh: true });
      expectPerson(renewed, somebody);
    });

    it("acts in a service on behalf of whoever called it", async () => {
      const { authority, host, people } = house.current;
      const { accessToken } = await tokensFor(house.current, people[kind], { scope: ordersScope });
      const { clientId, clientSecret } = orders;
      const auth = { clientId, clientSecret, authority, knownAuthorities: [host] };
      const service = new ConfidentialClientApplication({ auth });
      const request = { scopes: ["https://graph.microsoft.com/.default"], oboAssertion: accessToken };
      const result = await service.acquireTokenOnBehalfOf(request);
      expect(result?.fromCache).toBe(false);
      expectPerson(result, people[kind]);
      expect(await whoIs(result?.accessToken ?? "")).toMatchObject({ id: people[kind].claims.oid });
      expect((await service.acquireTokenOnBehalfOf(request))?.fromCache).toBe(true);
    });
  });
});
