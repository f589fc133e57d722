import { ConfidentialClientApplication, InteractionRequiredAuthError } from "@azure/msal-node";
import { describe, expect, it } from "vitest";
import { revokeSessions } from "../../src/domain/directory/revoke-sessions.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson, type PersonOfHouse } from "../support/house-for-clients.ts";
import { byOperator } from "../support/test-machine.ts";
import type { Seen } from "../support/visitor.ts";

const house = houseForClients();
const redirectUri = "http://localhost:51237/callback";
const scopes = ["User.Read"];

/** A web application that says that it understands challenges. */
function challengeable(): ConfidentialClientApplication {
  const { contoso, authority, host } = house.current;
  const { clientId, clientSecret = "" } = application(contoso, "Tender Room");
  const clientCapabilities = ["CP1"];
  const auth = { clientId, clientSecret, authority, knownAuthorities: [host], clientCapabilities };
  return new ConfidentialClientApplication({ auth });
}

/** Graph as the resource, which looks at every use whether what was given still counts. */
function callGraph(accessToken: string): Promise<Response> {
  const headers = { authorization: `Bearer ${accessToken}` };
  return fetch(`${house.current.demo.graphUrl}/me`, { headers });
}

/** The claims that an application takes from a resource's challenge, as Microsoft's guidance describes it. */
function claimsOf(refused: Response): string {
  const header = refused.headers.get("www-authenticate") ?? "";
  expect(header).toContain('error="insufficient_claims"');
  return Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? "", "base64").toString();
}

/** Proves once more who they are, on the page that the application sent them to. */
async function proveAgain({ visitor, password, address }: PersonOfHouse, page: Seen): Promise<Seen> {
  if (password !== "") return visitor.submit(page, { password });
  const enterCode = await visitor.submit(page, {});
  return visitor.submit(enterCode, { code: await house.current.newestCode(address) });
}

describe.each(kindsOfPerson)("a claims challenge, handled by MSAL for Node, for a %s", (kind) => {
  it("fails silently, is met by the person, and leaves no second one", async () => {
    const { machine, contoso, people } = house.current;
    const somebody = people[kind];
    const client = challengeable();
    const asked = await client.getAuthCodeUrl({ scopes, redirectUri });
    const code = (await somebody.visitor.get(asked)).url.searchParams.get("code") ?? "";
    const { account, accessToken } = await client.acquireTokenByCode({ scopes, redirectUri, code });
    if (!account) throw new Error("MSAL kept no account");
    expect((await callGraph(accessToken)).status).toBe(200);

    // A token says its second only: what is revoked within that second counts from the next.
    const userId = somebody.claims.oid as UserId;
    const revokeAndCall = async () => {
      await revokeSessions(machine, byOperator, { tenantId: contoso.tenantId, userId });
      return (await callGraph(accessToken)).status;
    };
    await expect.poll(revokeAndCall).toBe(401);
    const claims = claimsOf(await callGraph(accessToken));
    const silent = client.acquireTokenSilent({ scopes, account, claims });
    const refusal = await silent.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
    expect(refusal).toMatchObject({ errorCode: "interaction_required", claims });

    const loginHint = account.username;
    const page = await somebody.visitor.get(
      await client.getAuthCodeUrl({ scopes, redirectUri, claims, loginHint }),
    );
    expect(page.url.searchParams.has("code")).toBe(false);
    const answered = await proveAgain(somebody, page);
    const met = await client.acquireTokenByCode({
      ...{ scopes, redirectUri, claims },
      code: answered.url.searchParams.get("code") ?? "",
    });
    expect(met.account?.homeAccountId).toBe(somebody.homeAccountId);
    expect((await callGraph(met.accessToken)).status).toBe(200);
    if (!met.account) throw new Error("MSAL kept no account");
    const renewed = await client.acquireTokenSilent({ scopes, account: met.account, claims });
    expect(renewed.fromCache).toBe(false);
    expect((await callGraph(renewed.accessToken)).status).toBe(200);
  });
});
