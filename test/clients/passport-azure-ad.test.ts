import { BearerStrategy, OIDCStrategy, type Strategy } from "passport-azure-ad";
import { beforeAll, describe, expect, it } from "vitest";
import { application } from "../journeys/main-job/sign-in-steps.ts";
import { houseForClients, kindsOfPerson, type PersonOfHouse } from "../support/house-for-clients.ts";
import { addOrdersApi, ordersScope } from "../support/orders-api.ts";
import { tokensFor } from "../support/tokens-of-person.ts";
import { formOf } from "../support/visitor.ts";

const house = houseForClients();
let apiId = "";

beforeAll(async () => {
  ({ clientId: apiId } = await addOrdersApi(house.current));
});

type Attempted =
  | { readonly kind: "success"; readonly user: unknown }
  | { readonly kind: "redirect"; readonly url: string }
  | { readonly kind: "failure"; readonly reason: string };

/** What Passport does with a strategy for one request. */
function attempt(strategy: Strategy, request: object, options: object = {}): Promise<Attempted> {
  return new Promise((resolve, reject) => {
    const attempting = Object.assign(Object.create(strategy) as Strategy, {
      success: (user: unknown) => resolve({ kind: "success", user }),
      redirect: (url: string) => resolve({ kind: "redirect", url }),
      fail: (reason: unknown) => resolve({ kind: "failure", reason: String(reason) }),
      error: reject,
    });
    attempting.authenticate({ query: {}, body: {}, headers: {}, ...request }, options);
  });
}

type Version = "v1" | "v2";

function identityMetadata(version: Version = "v2"): string {
  const path = version === "v2" ? "/v2.0" : "";
  return `${house.current.authority}${path}/.well-known/openid-configuration`;
}

type ResponseType = "code" | "id_token" | "code id_token";

function webApplication(responseType: ResponseType, version: Version): OIDCStrategy {
  const { clientId, clientSecret = "" } = application(house.current.contoso, "Tender Room");
  return new OIDCStrategy(
    {
      identityMetadata: identityMetadata(version),
      clientID: clientId,
      clientSecret,
      responseType,
      responseMode: responseType === "code" ? "query" : "form_post",
      redirectUrl: "http://localhost/callback",
      allowHttpForRedirectUrl: true,
      validateIssuer: true,
      loggingLevel: "error",
      // The first version names a resource instead.
      scope: ["profile", "offline_access", ...(version === "v2" ? ["User.Read"] : [])],
    },
    (issuer, _subject, profile, accessToken, _refreshToken, done) =>
      done(null, { issuer, profile, accessToken }),
  );
}

/** From the application's page to the person's, and back with an answer. */
async function signIn(
  responseType: ResponseType,
  { visitor }: PersonOfHouse,
  version: Version = "v2",
  options: object = {},
): Promise<Attempted> {
  const strategy = webApplication(responseType, version);
  const session = {};
  const begun = await attempt(strategy, { session }, options);
  if (begun.kind !== "redirect") return begun;
  const answered = await visitor.get(begun.url);
  const answer =
    responseType === "code"
      ? { query: Object.fromEntries(answered.url.searchParams) }
      : { method: "POST", body: formOf(answered).fields };
  return attempt(strategy, { session, ...answer }, options);
}

describe.each(kindsOfPerson)("passport-azure-ad, for a %s", (kind) => {
  it.each<ResponseType>(["code", "id_token", "code id_token"])(
    "signs in to a web application by %s",
    async (responseType) => {
      const somebody = house.current.people[kind];
      const { claims } = somebody;
      const signedIn = await signIn(responseType, somebody);
      expect(signedIn).toMatchObject({
        kind: "success",
        user: {
          issuer: `${house.current.authority}/v2.0`,
          profile: { oid: claims.oid, _json: { tid: claims.tid, ...(claims.idp && { idp: claims.idp }) } },
        },
      });
    },
  );

  it.each<ResponseType>(["code", "id_token", "code id_token"])(
    "signs in by the document of the first version, by %s",
    async (responseType) => {
      const somebody = house.current.people[kind];
      const { oid } = somebody.claims;
      const signedIn = await signIn(responseType, somebody, "v1");
      expect(signedIn).toMatchObject({
        kind: "success",
        user: { issuer: `${house.current.authority}/`, profile: { oid, displayName: expect.any(String) } },
      });
    },
  );

  it("gets a token for the resource that it names in the first version", async () => {
    const somebody = house.current.people[kind];
    const signedIn = await signIn("code", somebody, "v1", { resourceURL: "https://graph.microsoft.com" });
    const { accessToken = "" } = (signedIn as { user?: { accessToken?: string } }).user ?? {};
    const me = await fetch(`${house.current.publicUrl}/v1.0/me`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(await me.json()).toMatchObject({ id: somebody.claims.oid });
  });

  it("is let in to an API by a token for it, and by no other", async () => {
    const api = new BearerStrategy(
      {
        identityMetadata: identityMetadata(),
        clientID: apiId,
        validateIssuer: true,
        loggingLevel: "error",
        scope: ["Orders.Read"],
      },
      (claims, done) => done(null, claims),
    );
    const somebody = house.current.people[kind];
    const call = (token: string) => attempt(api, { headers: { authorization: `Bearer ${token}` } });
    const { accessToken } = await tokensFor(house.current, somebody, { scope: ordersScope });
    expect(await call(accessToken)).toMatchObject({
      kind: "success",
      user: { oid: somebody.claims.oid, tid: somebody.claims.tid, scp: "Orders.Read", aud: apiId },
    });
    const forGraph = await tokensFor(house.current, somebody, { scope: "User.Read" });
    expect(await call(forGraph.accessToken)).toMatchObject({ kind: "failure" });
    expect(await call(forGraph.idToken)).toMatchObject({ kind: "failure" });
  });
});
