import { X509Certificate } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testMachine } from "../../../test/support/test-machine.ts";
import type { ApplicationId, ServicePrincipalId, TenantId } from "../../foundation/identifiers.ts";
import { masterKeyFrom } from "../../platform/secrets/master-key.ts";
import { newTokenId } from "./issue-user-tokens.ts";
import { rotateSigningKeys } from "./rotate-signing-keys.ts";
import { applicationAccessTokenClaims } from "./rules/access-token-claims.ts";
import { signToken } from "./sign-token.ts";
import { forgetSigningKeys, publicKeyOf, signingKeys } from "./signing-keys.ts";
import { verifyAccessToken } from "./verify-access-token.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const start = machine.clock();
const audience = "22222222-2222-4222-8222-222222222222";

beforeEach(async () => {
  await database.deleteFrom("signingKey").execute();
  forgetSigningKeys(database);
  machine.setClock(start);
});

function hoursLater(hours: number): void {
  machine.setClock(new Date(start.getTime() + hours * 3_600_000));
}

function tokenFor(changes: Record<string, unknown> = {}): Promise<string> {
  const claims = applicationAccessTokenClaims({
    publicUrl: machine.configuration.publicUrl,
    tenantId: "33333333-3333-4333-8333-333333333333" as TenantId,
    version: 2,
    audience,
    clientId: "44444444-4444-4444-8444-444444444444" as ApplicationId,
    clientProof: "secret",
    roles: [],
    clientCapabilities: [],
    tokenId: newTokenId(),
    now: machine.clock(),
    lifetimeSeconds: 4000,
    servicePrincipalId: "55555555-5555-4555-8555-555555555555" as ServicePrincipalId,
  });
  return signToken(machine, { ...claims, ...changes });
}

function headerOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString()) as Record<
    string,
    unknown
  >;
}

describe("the ring of signing keys", () => {
  it("is made once, however many nodes begin at the same moment", async () => {
    const nodes = Array.from({ length: 4 }, () => ({ ...machine, database: database.withPlugin(passing) }));
    const rings = await Promise.all(nodes.map((node) => signingKeys(node)));
    expect(new Set(rings.map((ring) => ring.current.keyId)).size).toBe(1);
    expect(rings[0]?.published).toHaveLength(2);
  });

  it("keeps private keys encrypted under the master key", async () => {
    await signingKeys(machine);
    const rows = await database.selectFrom("signingKey").selectAll().execute();
    for (const row of rows) {
      expect(row.privateKeyEncrypted.toString("latin1")).not.toContain("PRIVATE KEY");
      expect(JSON.stringify(row.publicJwk)).not.toMatch(/"(d|p|q)":/);
    }
    forgetSigningKeys(database);
    const stranger = { ...machine, masterKey: masterKeyFrom(Buffer.alloc(32, 9)) };
    await expect(signingKeys(stranger)).rejects.toThrow();
    forgetSigningKeys(database);
  });

  it("publishes a certificate whose key is the signing key", async () => {
    const { current, published } = await signingKeys(machine);
    const key = published.find((one) => one.kid === current.keyId);
    const certificate = new X509Certificate(Buffer.from(key?.x5c[0] ?? "", "base64"));
    expect(certificate.publicKey.export({ format: "jwk" })).toMatchObject({ n: key?.n, e: key?.e });
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it("signs with the next key only after it was published for a day, and keeps tokens in flight valid", async () => {
    const before = await signingKeys(machine);
    const inFlight = await tokenFor();
    hoursLater(23);
    expect(await rotateSigningKeys(machine, { asked: true })).toBe("not-due");
    hoursLater(24.5);
    const announced = before.published.map((key) => key.kid);
    const stillInFlight = await tokenFor();
    expect(await rotateSigningKeys(machine, { asked: true })).toBe("rotated");
    const fresh = await tokenFor();
    expect(headerOf(fresh)["kid"]).not.toBe(headerOf(inFlight)["kid"]);
    expect(announced).toContain(headerOf(fresh)["kid"]);
    expect(await verifyAccessToken(machine, stillInFlight, audience)).toMatchObject({ ok: true });
    expect(await verifyAccessToken(machine, fresh, audience)).toMatchObject({ ok: true });
    expect((await signingKeys(machine)).published).toHaveLength(3);
  });

  it("drops a retired key once the last token it signed is over", async () => {
    const first = (await signingKeys(machine)).current.keyId;
    hoursLater(25);
    await rotateSigningKeys(machine, { asked: true });
    hoursLater(25 + 26);
    await rotateSigningKeys(machine);
    expect((await signingKeys(machine)).published.map((key) => key.kid)).not.toContain(first);
  });

  it("rotates by itself after ninety days, once for all nodes", async () => {
    await signingKeys(machine);
    hoursLater(89 * 24);
    expect(await rotateSigningKeys(machine)).toBe("not-due");
    hoursLater(90 * 24);
    const outcomes = await Promise.all([rotateSigningKeys(machine), rotateSigningKeys(machine)]);
    expect(outcomes.sort()).toEqual(["not-due", "rotated"]);
  });

  it("does not know a key id that nobody made", async () => {
    await signingKeys(machine);
    expect(await publicKeyOf(machine, "made-up")).toBeUndefined();
  });
});

describe("an access token is refused", () => {
  it("when it is over, not yet valid, for somebody else or from somewhere else", async () => {
    const now = Math.floor(start.getTime() / 1000);
    const refusals = {
      "token-expired": await tokenFor({ exp: now - 60 }),
      "token-audience-wrong": await tokenFor({ aud: "66666666-6666-4666-8666-666666666666" }),
      "token-issuer-unknown": await tokenFor({
        iss: "https://evil.example/33333333-3333-4333-8333-333333333333/v2.0",
      }),
      "token-malformed": await tokenFor({ azp: undefined }),
    };
    for (const [code, token] of Object.entries(refusals))
      expect(await verifyAccessToken(machine, token, audience)).toEqual({ ok: false, refusal: { code } });
  });

  it("when its issuer and its tenant differ", async () => {
    const token = await tokenFor({ tid: "77777777-7777-4777-8777-777777777777" });
    expect(await verifyAccessToken(machine, token, audience)).toMatchObject({
      refusal: { code: "token-issuer-unknown" },
    });
  });

  it("when it was altered, unsigned, or signed by another algorithm with the public key as secret", async () => {
    const token = await tokenFor();
    const [header = "", payload = "", signature = ""] = token.split(".");
    const other = Buffer.from(
      JSON.stringify({ ...JSON.parse(Buffer.from(payload, "base64url").toString()), roles: ["All"] }),
    );
    const asHeader = (fields: object) =>
      Buffer.from(JSON.stringify({ ...headerOf(token), ...fields })).toString("base64url");
    const forged = [
      `${header}.${other.toString("base64url")}.${signature}`,
      `${asHeader({ alg: "none" })}.${payload}.`,
      `${asHeader({ alg: "HS256" })}.${payload}.${signature}`,
      `${asHeader({ kid: "unknown" })}.${payload}.${signature}`,
      `${asHeader({ kid: undefined, jwk: { kty: "RSA" } })}.${payload}.${signature}`,
    ];
    for (const text of forged)
      expect(await verifyAccessToken(machine, text, audience)).toEqual({
        ok: false,
        refusal: { code: "token-signature-invalid" },
      });
    for (const text of ["", "a.b", "a.b.c", "é.é.é"])
      expect(await verifyAccessToken(machine, text, audience)).toMatchObject({ ok: false });
  });
});

/** A plugin that does nothing: it makes handles that look like those of other processes. */
const passing: Parameters<typeof database.withPlugin>[0] = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => result,
};
