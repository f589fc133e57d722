import { createHash, createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clientCertificate } from "../../../../test/support/client-certificate.ts";
import { keyBag } from "../../../../test/support/key-bag.ts";
import { type SignUpApi, startSignUpApi } from "../../../../test/support/sign-up-api.ts";
import { testDatabase } from "../../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../../test/support/test-machine.ts";
import type { TenantId } from "../../../foundation/identifiers.ts";
import { readConfiguration } from "../../../platform/config/configuration.ts";
import { createTenant } from "../../directory/create-tenant.ts";
import { signingKeys } from "../../tokens/signing-keys.ts";
import type { ApiConnector } from "../rules/api-connector.ts";
import { callApiConnector } from "./call-api-connector.ts";
import { findApiConnector, listConnectorCalls } from "./find-api-connectors.ts";
import { type ConnectorProperties, changeApiConnector, createApiConnector } from "./save-api-connector.ts";

const { database } = await testDatabase();
const configuration = readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" });
const machine = testMachine(database, { configuration });
const goOn = { version: "1.0.0", action: "Continue", city: "Lund" };
let api: SignUpApi;
let tenantId: TenantId;

beforeAll(async () => {
  api = await startSignUpApi({ asksForCertificate: true });
  ({ tenantId } = accepted(
    await createTenant(machine, byOperator, { displayName: "Contoso", name: "contoso" }),
  ));
});

afterAll(() => api?.close());

beforeEach(() => {
  api.asked.length = 0;
  api.behave({ status: 200, body: goOn });
});

async function connector(properties: ConnectorProperties = {}): Promise<ApiConnector> {
  const credentials = { kind: "basic", userName: "house", password: "key of the house" } as const;
  return accepted(
    await createApiConnector(machine, byOperator, tenantId, {
      displayName: "Partners",
      targetUrl: `${api.url}?code=hidden-key`,
      credentials,
      ...properties,
    }),
  );
}

async function ask(asked: ApiConnector, patienceMilliseconds?: number) {
  const current = await findApiConnector(database, asked);
  if (!current) throw new Error("the connector is there");
  const { outcome } = await callApiConnector(machine, {
    connector: current,
    question: {
      step: "before-creation",
      email: "vera@peer.example",
      identity: undefined,
      values: { City: "Malmö" },
      languageTag: "sv",
      applicationId: "9f1c6a0e-6f0a-4f3e-9a44-0f5c6a9d1f00",
    },
    flowName: "Partners",
    correlationId: byOperator.correlationId,
    ...(patienceMilliseconds !== undefined && { patienceMilliseconds }),
  });
  const [call] = await listConnectorCalls(database, asked);
  return { outcome, call };
}

describe("a call of an organisation's API", () => {
  it("asks with the credentials it was given and hands on the answer; the log keeps both, without secrets", async () => {
    const { outcome, call } = await ask(await connector());
    expect(outcome).toEqual({ ok: true, value: { kind: "continue", claims: { city: "Lund" } } });
    const [asked] = api.asked;
    expect(asked?.path).toBe("/sign-up?code=hidden-key");
    expect(asked?.headers["authorization"]).toBe(
      `Basic ${Buffer.from("house:key of the house").toString("base64")}`,
    );
    expect(JSON.parse(asked?.body ?? "")).toMatchObject({ email: "vera@peer.example", city: "Malmö" });
    expect(call).toMatchObject({
      connectorName: "Partners",
      flowName: "Partners",
      attempts: 1,
      outcome: "continue",
      status: 200,
      request: { url: `${api.url}?code=***`, body: { city: "Malmö" } },
      answer: JSON.stringify(goOn),
    });
    expect(JSON.stringify(call)).not.toMatch(/hidden-key|key of the house/);
  });

  it("proves where it comes from, to everybody and to those who share a secret", async () => {
    const signingSecret = "a secret that is long enough for this";
    await ask(await connector({ signingSecret }));
    const [asked] = api.asked;
    const { current, publicKeys } = await signingKeys(machine);
    const key = publicKeys.get(current.keyId);
    if (!key) throw new Error("the key that signs is published");
    const { payload } = await jwtVerify(String(asked?.headers["guesthouse-token"]), key, {
      issuer: `${configuration.publicUrl}/${tenantId}/v2.0`,
      audience: new URL(api.url).origin,
      currentDate: machine.clock(),
    });
    expect(payload["body_sha256"]).toBe(
      createHash("sha256")
        .update(asked?.body ?? "")
        .digest("base64url"),
    );
    expect(payload.jti).toBe(asked?.headers["idempotency-key"]);
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(asked?.headers["guesthouse-signature"]),
    ) ?? [undefined, "", ""];
    expect(signature).toBe(
      createHmac("sha256", signingSecret).update(`${time}.${asked?.body}`).digest("hex"),
    );
  });

  it("shows the certificate that was uploaded last and holds now", async () => {
    const [old, current, later] = await Promise.all([
      clientCertificate(machine.clock()),
      clientCertificate(machine.clock()),
      clientCertificate(new Date(machine.clock().getTime() + 40 * 24 * 3600 * 1000)),
    ]);
    const uploaded = (certificate: typeof old) =>
      ({ kind: "certificate", file: keyBag("x", certificate), password: "x" }) as const;
    const made = await connector({ credentials: uploaded(old) });
    for (const certificate of [current, later]) {
      machine.setClock(new Date(machine.clock().getTime() + 1000));
      accepted(await changeApiConnector(machine, byOperator, made, { credentials: uploaded(certificate) }));
    }
    await ask(made);
    const fingerprint = current.sha1
      .toString("hex")
      .toUpperCase()
      .replace(/..(?=.)/g, "$&:");
    expect(api.asked[0]?.clientFingerprint).toBe(fingerprint);
    expect(api.asked[0]?.headers["authorization"]).toBeUndefined();
  });

  it("asks once more when there is no answer, under the same idempotency key", async () => {
    api.behave("hang-up", { status: 200, body: goOn });
    const { outcome, call } = await ask(await connector());
    expect(outcome.ok).toBe(true);
    expect(call?.attempts).toBe(2);
    expect(new Set(api.asked.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect(api.asked).toHaveLength(2);
  });

  it("loses its patience with an API that hangs", async () => {
    api.behave("hang");
    const { outcome, call } = await ask(await connector(), 300);
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "api-unreachable" } });
    expect(call).toMatchObject({ attempts: 2, outcome: "failed", status: null });
    expect(call?.reason).toMatch(/^api-unreachable: time-limit-reached/);
  });

  it("does not ask again what the API refused or answered wrongly", async () => {
    const made = await connector();
    for (const [status, body, code] of [
      [401, "", "api-answer-wrong"],
      [200, "<html>", "api-answer-wrong"],
      [307, "", "api-answer-wrong"],
    ] as const) {
      api.asked.length = 0;
      api.behave({ status, body, headers: { location: "https://elsewhere.example/" } });
      expect((await ask(made)).outcome).toMatchObject({ ok: false, refusal: { code } });
      expect(api.asked).toHaveLength(1);
    }
  });

  it("reaches nothing inside this network unless the operator allows it", async () => {
    const made = await connector();
    const strict = testMachine(database, { configuration: readConfiguration({}, { mode: "demo" }) });
    const { outcome } = await callApiConnector(strict, {
      connector: made,
      question: {
        step: "after-proof",
        email: "vera@peer.example",
        identity: undefined,
        values: {},
        languageTag: "en",
        applicationId: "x",
      },
      flowName: undefined,
      correlationId: byOperator.correlationId,
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: "api-unreachable" } });
    expect(api.asked).toEqual([]);
  });

  it("leaves an API alone for half a minute after five failures in a row", async () => {
    const made = await connector();
    api.behave({ status: 200, body: "nonsense" });
    for (let failure = 0; failure < 5; failure += 1) await ask(made);
    api.asked.length = 0;
    api.behave({ status: 200, body: goOn });
    expect((await ask(made)).outcome).toMatchObject({ ok: false, refusal: { code: "api-suspended" } });
    expect(api.asked).toEqual([]);
    machine.setClock(new Date(machine.clock().getTime() + 31_000));
    expect((await ask(made)).outcome.ok).toBe(true);
    expect((await findApiConnector(database, made))?.suspendedUntil).toBeUndefined();
  });
});
