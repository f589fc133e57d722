import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { JWTPayload } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { payloadOf, type TokenReply, token } from "../../../test/support/protocol-client.ts";
import { apiUri, type ProtocolStage, protocolStage } from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { startTokenIssuer, type TokenIssuer } from "../../../test/support/token-issuer.ts";
import { addFederatedCredential } from "../../domain/applications/set-federated-credential.ts";
import { verifyClientAssertion } from "../../domain/tokens/verify-client-assertion.ts";
import { readConfiguration } from "../../platform/config/configuration.ts";

const audience = "api://AzureADTokenExchange";
const subject = "repo:contoso/tenders:ref:refs/heads/main";
const { database } = await testDatabase();
const configuration = readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" });
const machine = testMachine(database, { configuration });
const guarded = testMachine(database);
const start = machine.clock();
let stage: ProtocolStage;
let pipeline: TokenIssuer;

beforeAll(async () => {
  pipeline = await startTokenIssuer();
  setDefaultCACertificates([...getCACertificates(), readFileSync(pipeline.authorityPath, "utf8")]);
  stage = await protocolStage(machine);
  const { tenantId, objectId } = stage.automation.application;
  const properties = {
    name: "main-branch",
    issuer: pipeline.issuer,
    subject,
    audiences: [audience],
    description: undefined,
  };
  accepted(await addFederatedCredential(machine, byOperator, { tenantId, objectId, properties }));
});

beforeEach(() => {
  machine.setClock(start);
  pipeline.claimedIssuer = undefined;
  pipeline.asked.length = 0;
});

afterAll(() => pipeline.close());

/** What the pipeline's job says of itself; a claim of undefined is left out. */
function jobToken(change: Record<string, unknown> = {}): Promise<string> {
  const seconds = Math.floor(machine.clock().getTime() / 1000);
  return pipeline.sign({
    iss: pipeline.issuer,
    sub: subject,
    aud: audience,
    nbf: seconds,
    exp: seconds + 300,
    ...change,
  });
}

function ask(assertion: string): Promise<TokenReply> {
  return token(stage, {
    grant_type: "client_credentials",
    client_id: stage.automation.application.applicationId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
    scope: `${apiUri}/.default`,
  });
}

function refusal(number: number) {
  return { status: 401, body: { error: "invalid_client", error_codes: [number] } };
}

describe("a federated credential", () => {
  it("proves the application by another issuer's token, whose keys are kept", async () => {
    const reply = await ask(await jobToken());
    expect(reply.status).toBe(200);
    expect(payloadOf(reply.body["access_token"])).toMatchObject({ azpacr: "2" });
    pipeline.asked.length = 0;
    expect((await ask(await jobToken())).status).toBe(200);
    expect(pipeline.asked).toEqual([]);
  });

  it("follows the issuer to a new key, and asks for one that is not there once a minute at most", async () => {
    await ask(await jobToken());
    await pipeline.changeKey();
    machine.setClock(new Date(start.getTime() + 61_000));
    expect((await ask(await jobToken())).status).toBe(200);
    await pipeline.changeKey();
    pipeline.asked.length = 0;
    expect(await ask(await jobToken())).toMatchObject(refusal(700027));
    expect(pipeline.asked).toEqual([]);
    machine.setClock(new Date(start.getTime() + 130_000));
    expect((await ask(await jobToken())).status).toBe(200);
  });

  it.each<[string, number, JWTPayload]>([
    ["another issuer", 700211, { iss: "https://elsewhere.example" }],
    ["another subject", 700213, { sub: `${subject}-fork` }],
    ["a subject that differs in case", 700213, { sub: subject.toUpperCase() }],
    ["another audience", 700212, { aud: "api://other" }],
  ])("calls nobody for the keys of %s", async (_, number, change) => {
    expect(await ask(await jobToken(change))).toMatchObject(refusal(number));
    expect(pipeline.asked).toEqual([]);
  });

  it("is no good when its time is over, when it never ends, or when it was changed", async () => {
    const seconds = Math.floor(start.getTime() / 1000);
    expect(await ask(await jobToken({ exp: seconds - 301 }))).toMatchObject(refusal(700024));
    expect(await ask(await jobToken({ exp: undefined }))).toMatchObject(refusal(700027));
    const [header = "", payload = ""] = (await jobToken()).split(".");
    const other = (await jobToken({ jti: "other" })).split(".")[2];
    expect(await ask(`${header}.${payload}.${other}`)).toMatchObject(refusal(700027));
    const none = Buffer.from('{"alg":"none"}').toString("base64url");
    expect(await ask(`${none}.${payload}.`)).toMatchObject(refusal(700027));
  });

  it("is no token of a person", async () => {
    expect(await ask(await jobToken({ scp: "User.Read" }))).toMatchObject(refusal(700229));
  });
});

describe("an issuer's document", () => {
  it("that names another issuer is not believed", async () => {
    pipeline.claimedIssuer = "https://elsewhere.example";
    machine.setClock(new Date(start.getTime() + 2 * 3600 * 1000));
    expect(await ask(await jobToken())).toMatchObject(refusal(700027));
  });

  it("inside the network is not asked for unless the operator allows it", async () => {
    // Long after the keys were read, so that they would have to be read again.
    const later = new Date(start.getTime() + 3 * 3600 * 1000);
    machine.setClock(later);
    guarded.setClock(later);
    const assertion = await jobToken();
    const { application } = stage.automation;
    const presented = { tenant: stage.contoso, application, assertion };
    expect(await verifyClientAssertion(guarded, presented)).toMatchObject({ ok: false });
    expect(pipeline.asked).toEqual([]);
    expect(await verifyClientAssertion(machine, presented)).toEqual({ ok: true, value: undefined });
  });
});
