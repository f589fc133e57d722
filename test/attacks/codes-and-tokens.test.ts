import { beforeAll, describe, expect, it } from "vitest";
import {
  askForTokens,
  authorizeAddress,
  type ClientOfHouse,
  clientsOf,
  codeGrant,
  proofKey,
  signInAt,
} from "../support/house-applications.ts";
import { testHouse } from "../support/test-house.ts";

const house = await testHouse();
const { contoso, fabrikam } = house;
const { web, spa, native } = clientsOf(house);
const mia = contoso.users[2];
const visitor = house.visitor();

beforeAll(async () => {
  await signInAt(visitor, "/myapps", mia?.userName ?? "", mia?.password ?? "");
});

/** What redeems a fresh code; with `bound` it is bound to a proof key. */
async function freshGrant(client: ClientOfHouse, bound: boolean) {
  const { verifier, challenge } = proofKey();
  const answered = await visitor.get(
    authorizeAddress(
      contoso.tenantId,
      client,
      bound ? { code_challenge: challenge, code_challenge_method: "S256" } : {},
    ),
  );
  return codeGrant(client, answered, bound ? verifier : undefined);
}

const redeem = (
  parameters: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
  tenantId: string = contoso.tenantId,
) => askForTokens(house, tenantId, parameters, headers);

const refreshOf = (client: ClientOfHouse, refreshToken: unknown) => ({
  grant_type: "refresh_token",
  client_id: client.clientId,
  client_secret: client.clientSecret,
  refresh_token: String(refreshToken),
});

describe("9: a code is good once, where it was meant", () => {
  it("a replayed code is refused and ends what its first use gave", async () => {
    const grant = await freshGrant(web, true);
    const first = await redeem(grant);
    expect(first.status).toBe(200);
    expect((await redeem(grant)).body["error"]).toBe("invalid_grant");
    const renewed = await redeem(refreshOf(web, first.body["refresh_token"]));
    expect(renewed.body["error"]).toBe("invalid_grant");
  });

  it("of eight redemptions at once at most one gives tokens", async () => {
    const grant = await freshGrant(web, true);
    const replies = await Promise.all(Array.from({ length: 8 }, () => redeem(grant)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it("another client, another tenant or another redirect address gets nothing, and the code stays good", async () => {
    const grant = await freshGrant(web, true);
    const automation = contoso.applications[2];
    const others = [
      redeem({ ...grant, client_id: automation?.applicationId, client_secret: automation?.secret }),
      redeem(
        { ...grant, client_id: spa.clientId, client_secret: undefined },
        { origin: "http://localhost:4001" },
      ),
      redeem(grant, {}, fabrikam.tenantId),
      redeem({ ...grant, redirect_uri: "http://localhost:9999/callback" }),
      redeem({ ...grant, redirect_uri: undefined }),
      redeem({ ...grant, client_secret: "wrong" }),
      redeem({ ...grant, client_secret: undefined }),
    ];
    for (const reply of await Promise.all(others)) {
      expect(reply.status).toBeGreaterThanOrEqual(400);
      expect(reply.body).not.toHaveProperty("access_token");
    }
    expect((await redeem(grant)).status).toBe(200);
  });

  it("a code ends after ten minutes", async () => {
    const grant = await freshGrant(web, true);
    house.moveClock(601);
    expect((await redeem(grant)).body["error"]).toBe("invalid_grant");
  });

  it("a code made for another tenant by changing its tenant part is unknown", async () => {
    const grant = await freshGrant(web, true);
    const [version, , secret] = String(grant["code"]).split(".");
    const renamed = Buffer.from(fabrikam.tenantId.replaceAll("-", ""), "hex").toString("base64url");
    const reply = await redeem({ ...grant, code: `${version}.${renamed}.${secret}` }, {}, fabrikam.tenantId);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.body).not.toHaveProperty("access_token");
  });
});

describe("9 and 10: the proof key cannot be left out or changed", () => {
  it("a bound code without its verifier, or with another, is refused", async () => {
    const grant = await freshGrant(web, true);
    for (const verifier of [undefined, proofKey().verifier, "", "short"]) {
      expect((await redeem({ ...grant, code_verifier: verifier })).status).toBe(400);
    }
  });

  it("a verifier for a code that was asked for without a key is refused", async () => {
    const grant = await freshGrant(web, false);
    expect((await redeem({ ...grant, code_verifier: proofKey().verifier })).status).toBe(400);
  });

  it("a public client without a key gets no tokens, nor with a secret instead", async () => {
    const unbound = await freshGrant(native, false);
    expect((await redeem(unbound)).status).toBe(400);
    expect((await redeem({ ...unbound, client_secret: web.clientSecret })).status).toBeGreaterThanOrEqual(
      400,
    );
    const unboundPage = await freshGrant(spa, false);
    expect((await redeem(unboundPage, { origin: "http://localhost:4001" })).status).toBe(400);
  });
});

describe("10: a browser application redeems from its own page only", () => {
  it("no origin, a foreign one and an opaque one are refused; its own is served", async () => {
    const grant = await freshGrant(spa, true);
    for (const headers of [{}, { origin: "https://evil.example" }, { origin: "null" }] as const) {
      const reply = await redeem(grant, headers);
      expect(reply.status).toBe(400);
    }
    const own = await redeem(grant, { origin: "http://localhost:4001" });
    expect(own.status).toBe(200);
    expect(own.headers.get("access-control-allow-credentials")).toBeNull();
    for (const headers of [{}, { origin: "https://evil.example" }] as const) {
      const reply = await redeem(refreshOf(spa, own.body["refresh_token"]), headers);
      expect(reply.status).toBe(400);
    }
  });

  it("a page is never served a web application's code", async () => {
    const grant = await freshGrant(web, true);
    expect((await redeem(grant, { origin: "http://localhost:4000" })).status).toBe(400);
  });
});

describe("9: a refresh token is good once", () => {
  it("one that comes back ends its whole family", async () => {
    const first = (await redeem(await freshGrant(web, true))).body["refresh_token"];
    const second = (await redeem(refreshOf(web, first))).body["refresh_token"];
    expect(second).toBeTruthy();
    expect((await redeem(refreshOf(web, first))).body["error"]).toBe("invalid_grant");
    expect((await redeem(refreshOf(web, second))).body["error"]).toBe("invalid_grant");
  });

  it("of eight uses at once at most one gives a successor, and that one is ended", async () => {
    const first = (await redeem(await freshGrant(web, true))).body["refresh_token"];
    const replies = await Promise.all(Array.from({ length: 8 }, () => redeem(refreshOf(web, first))));
    const winners = replies.filter(({ status }) => status === 200);
    expect(winners.length).toBeLessThanOrEqual(1);
    for (const { body } of winners) {
      expect((await redeem(refreshOf(web, body["refresh_token"]))).status).toBe(400);
    }
  });

  it("another client, another tenant and no credential get nothing for it", async () => {
    const token = (await redeem(await freshGrant(web, true))).body["refresh_token"];
    const automation = contoso.applications[2];
    const thieves = [
      redeem({ ...refreshOf(web, token), client_secret: undefined }),
      redeem({ ...refreshOf(web, token), client_secret: "wrong" }),
      redeem({
        ...refreshOf(web, token),
        client_id: automation?.applicationId,
        client_secret: automation?.secret,
      }),
      redeem(refreshOf(web, token), {}, fabrikam.tenantId),
    ];
    for (const reply of await Promise.all(thieves)) expect(reply.status).toBeGreaterThanOrEqual(400);
    expect((await redeem(refreshOf(web, token))).status).toBe(200);
  });

  it("it gives no permission that nobody agreed to", async () => {
    const token = (await redeem(await freshGrant(web, true))).body["refresh_token"];
    const reply = await redeem({ ...refreshOf(web, token), scope: "User.ReadWrite.All" });
    expect(reply.status).toBe(400);
  });
});
