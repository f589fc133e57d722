import { randomUUID } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { type ForgedPath, type ForgingProvider, startForgingProvider } from "../support/forging-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { accepting, comeBack, newestLogged, throughForgingProvider } from "../support/through-provider.ts";
import { textOf } from "../support/visitor.ts";

const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());

// Limits of time run out when a test says so, and not before: on a busy machine an honest answer takes its time.
const limits = new Map<AbortController, number>();
vi.spyOn(AbortSignal, "timeout").mockImplementation((milliseconds) => {
  const limit = new AbortController();
  limits.set(limit, milliseconds);
  return limit.signal;
});
/** The ten seconds that a provider has are over. */
function timeIsUp(): void {
  for (const [limit, milliseconds] of limits)
    if (milliseconds <= 10_000) limit.abort(new DOMException("over", "TimeoutError"));
}
// What a provider publishes is read anew after a while; this clock goes on to then, and never back.
const now = performance.now.bind(performance);
let ahead = 0;
vi.spyOn(performance, "now").mockImplementation(() => now() + ahead);

let partner: ForgingProvider;

beforeAll(async () => {
  partner = await startForgingProvider();
  partner.publish({ userinfo_endpoint: `${partner.issuer}/userinfo` });
  published.set("partner.example", [`DirectFedAuthUrl=${partner.issuer}/authorize`]);
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId: contoso.tenantId,
      kind: "openid-connect",
      displayName: "Partner",
      settings: { discoveryUrl: partner.issuer, clientId: partner.clientId },
      secret: "the secret at the partner",
      domains: ["partner.example" as DomainName],
    }),
  );
});
afterAll(() => partner?.close());
beforeEach(() => {
  ahead += 11 * 60_000;
  limits.clear();
  // The log is in order of time.
  house.moveClock(1);
});

let people = 0;
const newAddress = () => `guest-${++people}@partner.example`;

async function stateOf(userId: string): Promise<string | undefined> {
  return (await findUser(machine.database, contoso.tenantId, userId as UserId))?.redemptionState;
}

const asJson = { "content-type": "application/json" };
const away = "provider-unreachable";
const wrong = "provider-answer-wrong";
/** Each answer is nothing that anybody could use, at any of the addresses. */
const troubles: readonly [string, (response: ServerResponse) => unknown, string][] = [
  ["nothing, for ever", () => timeIsUp(), away],
  [
    "a beginning, and no end",
    (response) => response.writeHead(200, asJson).write('{"keys":[', timeIsUp),
    away,
  ],
  ["a broken connection", (response) => response.destroy(), away],
  ["too much", (response) => response.writeHead(200, asJson).end(`["${"x".repeat(2_000_000)}"]`), away],
  [
    "a way inside",
    (response) => response.writeHead(302, { location: "http://169.254.169.254/" }).end(),
    away,
  ],
  ["a page", (response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>Moving"), wrong],
  ["a page that calls itself JSON", (response) => response.writeHead(200, asJson).end("<p>Moving"), wrong],
  ["half of it", (response) => response.writeHead(200, asJson).end('{"issuer":"http'), wrong],
  ["an empty page", (response) => response.writeHead(200, asJson).end(), wrong],
  ["a list", (response) => response.writeHead(200, asJson).end("[]"), wrong],
  ["nothing in it", (response) => response.writeHead(200, asJson).end("{}"), wrong],
  ["an error", (response) => response.writeHead(500, asJson).end("{}"), wrong],
  ["an error page", (response) => response.writeHead(503).end("<p>Later"), wrong],
];

const places: readonly [ForgedPath, string][] = [
  ["/.well-known/openid-configuration", "endpoint-reached"],
  ["/token", "code-redeemed"],
  ["/keys", "keys-readable"],
  ["/userinfo", "profile-read"],
];

describe.each(places)("trouble: while the provider answers at %s", (path, check) => {
  it.each(troubles)("with %s, its guest is told so, and comes in later", async (name, answer, code) => {
    const address = newAddress();
    // The address is told for the access token only, so that every one of the places is needed.
    const forgery = {
      claims: { sub: address },
      userInfo: { sub: address, email: address, email_verified: true },
    };
    const { visitor, page, userId } = await accepting(house, address);
    partner.answerWith(path, answer);
    const failed = await throughForgingProvider(visitor, page, partner, forgery);
    partner.answerWith(path, undefined);
    expect(textOf(failed)).toContain("Partner could not sign you in");
    expect(failed.html).toContain("/code-instead");
    expect(await newestLogged(house, partner.issuer)).toMatchObject({
      failureReason: name === "a way inside" && path === "/token" ? wrong : code,
      details: { provider: "Partner", check, detail: expect.stringMatching(/\S/) },
    });
    expect(await stateOf(userId)).toBe("pending");
    const well = await throughForgingProvider(visitor, page, partner, forgery);
    expect(textOf(well)).toContain("Review permissions");
  });
});

describe("trouble: a provider's clock", () => {
  it.each<[string, Readonly<Record<string, number>>, string]>([
    ["a little ahead", { iat: 100, nbf: 100, exp: 400 }, "let in"],
    ["far ahead", { iat: 1000, nbf: 1000, exp: 1300 }, "time"],
    ["far ahead, without a word since when it holds", { iat: 1000, exp: 1300 }, "time"],
    ["ahead in the beginning alone", { nbf: 1000 }, "time"],
    ["a little behind", { iat: -400, nbf: -400, exp: -100 }, "let in"],
    ["far behind", { iat: -1300, nbf: -1300, exp: -1000 }, "time"],
    ["behind, with tokens that hold for long", { iat: -1300, exp: 3600 }, "let in"],
    ["at an end that never comes", { exp: 1e308 }, "let in"],
    ["beyond all dates", { iat: 1e308, exp: 1e308 }, "time"],
  ])("that is %s", async (_name, offsets, ends) => {
    const address = newAddress();
    const { visitor, page } = await accepting(house, address);
    const seconds = Math.floor(machine.clock().getTime() / 1000);
    const times = Object.entries(offsets).map(([name, offset]) => [name, seconds + offset]);
    const claims = { sub: address, email: address, email_verified: true, ...Object.fromEntries(times) };
    const seen = await throughForgingProvider(visitor, page, partner, { claims });
    expect(textOf(seen)).toContain(
      ends === "let in" ? "Review permissions" : "Partner could not sign you in",
    );
    if (ends !== "let in")
      expect(await newestLogged(house, partner.issuer)).toMatchObject({ details: { check: ends } });
  });
});

describe("trouble: while a GitHub server answers", () => {
  const answers = new Map<string, (response: ServerResponse) => unknown>();
  const server = createServer((request, response) => answers.get(request.url ?? "")?.(response));
  let origin = "";
  const json = (value: unknown) => (response: ServerResponse) =>
    response.writeHead(200, asJson).end(JSON.stringify(value));

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    published.set("forge.example", [`DirectFedAuthUrl=${origin}/login/oauth/authorize`]);
    accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId: contoso.tenantId,
        kind: "github",
        displayName: "Forge",
        settings: { clientId: "x", enterpriseUrl: origin },
        secret: "y",
        domains: ["forge.example" as DomainName],
      }),
    );
  });
  afterAll(() => void server.close().closeAllConnections());

  it.each(["/login/oauth/access_token", "/api/v3/user", "/api/v3/user/emails"])(
    "at %s with anything of that kind, its guest is told so, and comes in later",
    async (path) => {
      const address = `guest-${++people}@forge.example`;
      const { visitor, page, userId } = await accepting(house, address);
      const comesBack = async () => {
        const sentTo = (await visitor.get(`${page}/provider`)).url;
        return comeBack(visitor, sentTo, { code: randomUUID() });
      };
      const isWell = () => {
        answers.set("/login/oauth/access_token", json({ access_token: "t", token_type: "bearer" }));
        answers.set("/api/v3/user", json({ id: people, login: "vera" }));
        answers.set("/api/v3/user/emails", json([{ email: address, verified: true, primary: true }]));
      };
      for (const [name, answer] of troubles) {
        isWell();
        answers.set(path, answer);
        limits.clear();
        house.moveClock(1);
        const failed = await comesBack();
        expect(textOf(failed), name).toContain("Forge could not sign you in");
        expect(failed.html, name).toContain("/code-instead");
        expect(await newestLogged(house, origin), name).toMatchObject({ details: { provider: "Forge" } });
        expect(await stateOf(userId), name).toBe("pending");
      }
      isWell();
      expect(textOf(await comesBack())).toContain("Review permissions");
    },
  );
});
