import { describe, expect, it } from "vitest";
import { claimTable } from "./claim-table.js";
import { readToken } from "./read-token.js";
import type { ReadingContext } from "./token-facts.js";

const contoso = "11111111-1111-4111-8111-111111111111";
const fabrikam = "22222222-2222-4222-8222-222222222222";
const context: ReadingContext = {
  nowSeconds: 1_800_000_000,
  organisations: [
    { tenantId: contoso, displayName: "Contoso" },
    { tenantId: fabrikam, displayName: "Fabrikam" },
  ],
  applications: [{ clientId: "tender-room", displayName: "Tender Room" }],
};
const issuedByContoso = { iss: `https://login.example/${contoso}/v2.0`, tid: contoso, aud: "tender-room" };

function tokenOf(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part(claims)}.c2lnbmF0dXJl`;
}
function read(claims: object) {
  const reading = readToken(tokenOf(claims), context);
  if (reading === undefined) throw new Error("unreadable");
  return reading;
}
const explanationOf = (claims: object, name: string) =>
  read(claims).claims.find((claim) => claim.name === name)?.explanation;

describe("readToken", () => {
  it.each([
    [
      "a guest from another tenant, whatever form of issuer names it",
      { ...issuedByContoso, idp: `https://login.example/${fabrikam}/`, acct: 1 },
      "Issued by Contoso; this person was authenticated by Fabrikam: a guest.",
    ],
    [
      "a guest with a mailed code",
      { ...issuedByContoso, idp: "mail" },
      "Issued by Contoso; this person was authenticated by a one-time code sent to their mailbox: a guest.",
    ],
    [
      "a guest with a provider nobody knows by name",
      { ...issuedByContoso, idp: "https://sso.partner.example" },
      "Issued by Contoso; this person was authenticated by https://sso.partner.example: a guest.",
    ],
    [
      "a guest who has a password at the inviting tenant",
      { ...issuedByContoso, acct: 1 },
      "Issued by Contoso, which authenticated this person itself: a guest.",
    ],
    [
      "a member",
      { ...issuedByContoso, acct: 0 },
      "Issued by Contoso; Contoso also authenticated this person: a member.",
    ],
    [
      "a member whose idp names the same tenant in its older form",
      { ...issuedByContoso, idp: `https://sts.example/${contoso}/` },
      "Issued by Contoso; Contoso also authenticated this person: a member.",
    ],
    [
      "an application",
      { ...issuedByContoso, azp: "tender-room", oid: "sp", sub: "sp" },
      "Issued by Contoso to the application Tender Room itself: no person is signed in.",
    ],
    [
      "a provider that tells nothing about tenants",
      { iss: "https://elsewhere.example", sub: "x" },
      "Issued by https://elsewhere.example. The token does not say whether this person is a member or a guest.",
    ],
  ])("says in one sentence what the token of %s is", (_whose, claims, sentence) => {
    expect(read(claims).sentence).toBe(sentence);
  });

  it("explains a claim in the light of the others", () => {
    const guest = {
      ...issuedByContoso,
      idp: `https://login.example/${fabrikam}/v2.0`,
      oid: "o",
      email: "b@f.example",
    };
    expect(explanationOf(guest, "idp")).toBe(
      "Fabrikam authenticated this person; they are a guest of Contoso, that is why it differs from iss.",
    );
    expect(explanationOf(guest, "tid")).toContain("where the person is a guest");
    expect(explanationOf({ ...issuedByContoso, oid: "o" }, "oid")).toContain(
      "This person in the directory of Contoso",
    );
    expect(explanationOf(guest, "oid")).toContain("This guest in the directory of Contoso");
  });

  it("tells times as moments, near and far", () => {
    const { claims } = read({
      iat: 1_800_000_000,
      exp: 1_800_003_600,
      auth_time: 1_799_827_200,
      nbf: 1_799_999_970,
    });
    const told = Object.fromEntries(claims.map((claim) => [claim.name, claim.moment?.relative]));
    expect(told).toEqual({ iat: "now", exp: "in 1 hour", auth_time: "2 days ago", nbf: "30 seconds ago" });
    expect(claims.find((claim) => claim.name === "exp")?.moment?.iso).toBe("2027-01-15T09:00:00.000Z");
  });

  it("says when a token has ended", () => {
    expect(explanationOf({ exp: 1_799_999_999 }, "exp")).toContain("has ended");
    expect(explanationOf({ exp: 1_800_000_001 }, "exp")).not.toContain("has ended");
  });

  it("shows claims it does not know, and strange values of those it knows, as they are", () => {
    const { claims } = read({
      constructor: "x",
      toString: 1,
      exp: "soon",
      groups: [1, { a: 2 }],
      iat: 1e300,
    });
    expect(claims.map(({ name, values, label, moment }) => [name, values, label, moment])).toEqual([
      ["groups", ["1", '{"a":2}'], "Groups", undefined],
      ["iat", ["1e+300"], "Issued at", undefined],
      ["exp", ["soon"], "Expires", undefined],
      ["constructor", ["x"], "", undefined],
      ["toString", ["1"], "", undefined],
    ]);
  });

  it.each([
    "",
    "a.b",
    "a.b.c",
    "a.b.c.d",
    "!!.!!.!!",
    `${Buffer.from("[]").toString("base64url")}.e30.x`,
    "é.é.é",
  ])("takes %j for opaque", (text) => {
    expect(readToken(text, context)).toBeUndefined();
  });

  it("explains every known claim of an empty and of a crowded token without failing", () => {
    for (const [name, entry] of Object.entries(claimTable)) {
      for (const value of [undefined, null, 0, 1, "text", ["pwd", "mfa"], {}, true]) {
        const facts = read({ ...issuedByContoso, [name]: value }).facts;
        expect(entry.explain(facts, value), name).toMatch(/\S/);
      }
    }
  });
});
