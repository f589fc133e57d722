import { ClientCertificateCredential, ClientSecretCredential } from "@azure/identity";
import { decodeJwt } from "jose";
import { expect, it } from "vitest";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients } from "../support/house-for-clients.ts";
import { addOrdersApi } from "../support/orders-api.ts";

const house = houseForClients();
const scope = "https://graph.microsoft.com/.default";

function credential(options: { tenantId?: string; secret?: string } = {}): ClientSecretCredential {
  const { contoso, publicUrl: authorityHost } = house.current;
  const { clientId, clientSecret = "" } = application(contoso, "Contoso automation");
  return new ClientSecretCredential(
    options.tenantId ?? contoso.tenantId,
    clientId,
    options.secret ?? clientSecret,
    { authorityHost, disableInstanceDiscovery: true, retryOptions: { maxRetries: 0 } },
  );
}

it("gets a token for an application and keeps it", async () => {
  const { contoso, demo } = house.current;
  const mine = credential();
  const token = await mine.getToken(scope);
  expect(token.expiresOnTimestamp).toBeGreaterThan(Date.now() + 50 * 60_000);
  expect(decodeJwt(token.token)).toMatchObject({ tid: contoso.tenantId, idtyp: "app" });
  expect((await mine.getToken(scope)).token).toBe(token.token);
  const answer = await fetch(`${demo.graphUrl}/organization`, {
    headers: { authorization: `Bearer ${token.token}` },
  });
  expect(answer.status).toBe(200);
});

it("proves an application by its certificate", async () => {
  const { contoso, publicUrl: authorityHost } = house.current;
  const { clientId, certificate: mine } = await addOrdersApi(house.current);
  const certificate = `${mine.pem}\n${mine.privateKey.export({ type: "pkcs8", format: "pem" })}`;
  const { tenantId } = contoso;
  const proved = new ClientCertificateCredential(
    tenantId,
    clientId,
    { certificate },
    { authorityHost, disableInstanceDiscovery: true },
  );
  const { token } = await proved.getToken(scope);
  expect(decodeJwt(token)).toMatchObject({ appidacr: "2", appid: clientId });
});

it("is served by a domain of the organisation as well as by its id", async () => {
  const { token } = await credential({ tenantId: "contoso.example" }).getToken(scope);
  expect(decodeJwt(token)).toMatchObject({ tid: house.current.contoso.tenantId });
});

it("asks nobody else whether to trust the house under the name adfs", async () => {
  const { publicUrl: authorityHost, contoso } = house.current;
  const { clientId, clientSecret = "" } = application(contoso, "Contoso automation");
  const untold = new ClientSecretCredential("adfs", clientId, clientSecret, { authorityHost });
  const { token } = await untold.getToken(scope);
  expect(decodeJwt(token)).toMatchObject({ tid: contoso.tenantId });
});

it("names the token's resource without the port, as some programs do", async () => {
  const { token } = await credential().getToken("https://localhost/.default");
  const answer = await fetch(`${house.current.demo.graphUrl}/organization`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
});

it("says which error it met", async () => {
  await expect(credential({ secret: "wrong" }).getToken(scope)).rejects.toMatchObject({
    name: "AuthenticationRequiredError",
    message: expect.stringContaining("AADSTS7000215"),
  });
  await expect(credential({ tenantId: "nowhere.example" }).getToken(scope)).rejects.toThrow();
});
