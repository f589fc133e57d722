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
function attempt(strategy: Strategy, request: object): Promise<Attempted> {
  return new Promise((resolve, reject) => {
    const attempting = Object.assign(Object.create(strategy) as Strategy, {
      success: (user: unknown) => resolve({ kind: "success", user }),
      redirect: (url: string) => resolve({ kind: "redirect", url }),
      fail: (reason: unknown) => resolve({ kind: "failure", reason: String(reason) }),
      error: reject,
    });
    attempting.authenticate({ query: {}, body: {}, headers: {}, ...request });
  });
}

function identityMetadata(): string {
  return `${house.current.authority}/v2.0/.well-known/openid-configuration`;
}

type ResponseType = "code" | "id_token" | "code id_token";

function webApplication(responseType: ResponseType): OIDCStrategy {
  const { clientId, clientSecret = "" } = application(house.current.contoso, "Tender Room");
  return new OIDCStrategy(
    {
      identityMetadata: identityMetadata(),
      clientID: clientId,
      clientSecret,
      responseType,
      responseMode: responseType === "code" ? "query" : "form_post",
      redirectUrl: "http://localhost/callback",
      allowHttpForRedirectUrl: true,
      validateIssuer: true,
      loggingLevel: "error",
      scope: ["profile", "offline_access", "User.Read"],
    },
    (issuer, _subject, profile, accessToken, _refreshToken, done) =>
      done(null, { issuer, profile, accessToken }),
  );
}

/** From the application's page to the person's, and back with an answer. */
async function signIn(responseType: ResponseType, { visitor }: PersonOfHouse): Promise<Attempted> {
  const strategy = webApplication(responseType);
  const session = {};
  const begun = await attempt(strategy, { session });
  if (begun.kind !== "redirect") return begun;
  const answered = await visitor.get(begun.url);
  const answer =
    responseType === "code"
      ? { query: Object.fromEntries(answered.url.searchParams) }
      : { method: "POST", body: formOf(answered).fields };
  return attempt(strategy, { session, ...answer });
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
