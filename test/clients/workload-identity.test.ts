import { ClientAssertionCredential } from "@azure/identity";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import { addFederatedCredential } from "../../src/domain/applications/set-federated-credential.ts";
import { houseForClients } from "../support/house-for-clients.ts";
import { permitApplication } from "../support/permit-application.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { startTokenIssuer } from "../support/token-issuer.ts";

const audience = "api://AzureADTokenExchange";
const subject = "repo:contoso/tenders:ref:refs/heads/main";
const scope = "https://graph.microsoft.com/.default";

/** A build service elsewhere, whose certificate the operator of the house trusts. */
const pipeline = await startTokenIssuer();
const house = houseForClients({
  NODE_EXTRA_CA_CERTS: pipeline.authorityPath,
  GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8",
});
let clientId: string;
let tokensGiven = 0;

beforeAll(async () => {
  const { machine, contoso } = house.current;
  const { tenantId } = contoso;
  const { application } = accepted(
    await registerApplication(machine, byOperator, { tenantId, displayName: "Pipeline", redirectUris: [] }),
  );
  const { objectId, applicationId } = application;
  const { issuer } = pipeline;
  const properties = { name: "main-branch", issuer, subject, audiences: [audience], description: undefined };
  accepted(await addFederatedCredential(machine, byOperator, { tenantId, objectId, properties }));
  await permitApplication(machine, tenantId, applicationId, ["User.Read.All"]);
  clientId = applicationId;
});

afterAll(() => pipeline.close());

/** What the build service gives its job, which has no secret of the application. */
function jobToken(sub = subject): Promise<string> {
  tokensGiven += 1;
  const now = Math.floor(Date.now() / 1000);
  return pipeline.sign({ iss: pipeline.issuer, sub, aud: audience, nbf: now, exp: now + 300 });
}

async function expectGood(accessToken: string | undefined): Promise<void> {
  const { tenantId } = house.current.contoso;
  expect(decodeJwt(accessToken ?? "")).toMatchObject({
    tid: tenantId,
    appid: clientId,
    appidacr: "2",
    idtyp: "app",
  });
  const headers = { authorization: `Bearer ${accessToken}` };
  expect((await fetch(`${house.current.demo.graphUrl}/users?$top=1`, { headers })).status).toBe(200);
}

describe("an application without a secret, proved by a token of its build service", () => {
  function msal(clientAssertion: () => Promise<string>): ConfidentialClientApplication {
    const { authority, host } = house.current;
    const auth = { clientId, clientAssertion, authority, knownAuthorities: [host] };
    return new ConfidentialClientApplication({ auth });
  }

  function identity(assertion: () => Promise<string>): ClientAssertionCredential {
    const { contoso, publicUrl: authorityHost } = house.current;
    const options = { authorityHost, disableInstanceDiscovery: true, retryOptions: { maxRetries: 0 } };
    return new ClientAssertionCredential(contoso.tenantId, clientId, assertion, options);
  }

  it("is let in through MSAL for Node, which asks the application for it again when a token is to be new", async () => {
    const client = msal(() => jobToken());
    const token = await client.acquireTokenByClientCredential({ scopes: [scope] });
    expect(token?.fromCache).toBe(false);
    await expectGood(token?.accessToken);
    expect((await client.acquireTokenByClientCredential({ scopes: [scope] }))?.fromCache).toBe(true);
    const before = tokensGiven;
    const anew = await client.acquireTokenByClientCredential({ scopes: [scope], skipCache: true });
    expect(anew?.fromCache).toBe(false);
    await expectGood(anew?.accessToken);
    expect(tokensGiven).toBe(before + 1);
  });

  it("is let in through Azure's identity library", async () => {
    const { token } = await identity(() => jobToken()).getToken(scope);
    await expectGood(token);
  });

  it("is not let in by a token of another branch, and told which part is wrong", async () => {
    const ofFork = () => jobToken(`${subject}-fork`);
    await expect(msal(ofFork).acquireTokenByClientCredential({ scopes: [scope] })).rejects.toMatchObject({
      errorCode: "invalid_client",
      errorNo: 700213,
    });
    await expect(identity(ofFork).getToken(scope)).rejects.toMatchObject({
      name: "AuthenticationRequiredError",
      message: expect.stringContaining("AADSTS700213"),
    });
  });
});
