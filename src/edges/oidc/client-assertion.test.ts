import { SignJWT } from "jose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ClientCertificate, clientCertificate } from "../../../test/support/client-certificate.ts";
import {
  answerOf,
  authorize,
  payloadOf,
  type TokenReply,
  token,
} from "../../../test/support/protocol-client.ts";
import {
  apiUri,
  type ProtocolStage,
  protocolStage,
  webRedirect,
} from "../../../test/support/protocol-stage.ts";
import { testDatabase } from "../../../test/support/test-database.ts";
import { accepted, byOperator, testMachine } from "../../../test/support/test-machine.ts";
import { addCertificate } from "../../domain/applications/add-certificate.ts";

const { database } = await testDatabase();
const machine = testMachine(database);
const start = machine.clock();
const certificate = await clientCertificate(start);
const unregistered = await clientCertificate(start);
const shortLived = await clientCertificate(start, { validDays: 1 });
let stage: ProtocolStage;

beforeAll(async () => {
  stage = await protocolStage(machine);
  for (const { application } of [stage.automation, stage.web])
    for (const { der } of [certificate, shortLived]) {
      const { tenantId, objectId } = application;
      accepted(await addCertificate(machine, byOperator, { tenantId, objectId, certificate: der }));
    }
});

beforeEach(() => machine.setClock(start));

interface AssertionChange {
  readonly by?: ClientCertificate;
  readonly algorithm?: string;
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
}

/** What an application signs; a claim of undefined is left out. */
function assertion(change: AssertionChange = {}): Promise<string> {
  const { by = certificate, algorithm = "PS256" } = change;
  const { applicationId, tenantId } = stage.automation.application;
  const seconds = Math.floor(machine.clock().getTime() / 1000);
  const claims = {
    iss: applicationId,
    sub: applicationId,
    aud: `${machine.configuration.publicUrl}/${tenantId}/oauth2/v2.0/token`,
    jti: "an-id",
    nbf: seconds,
    exp: seconds + 600,
    ...change.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: algorithm,
      "x5t#S256": by.sha256.toString("base64url"),
      ...change.header,
    })
    .sign(by.privateKey);
}

function ask(clientAssertion: string, more: Record<string, string | undefined> = {}): Promise<TokenReply> {
  return token(stage, {
    grant_type: "client_credentials",
    client_id: stage.automation.application.applicationId,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: clientAssertion,
    scope: `${apiUri}/.default`,
    ...more,
  });
}

function refusal(number: number, error = "invalid_client") {
  return { status: error === "invalid_client" ? 401 : 400, body: { error, error_codes: [number] } };
}

describe("an application with a certificate", () => {
  it.each([
    ["PS256", "x5t#S256"],
    ["RS256", "x5t"],
    ["RS256", "x5t#S256"],
  ])("proves itself by %s and %s, and its tokens say how", async (algorithm, name) => {
    const thumbprint = name === "x5t" ? certificate.sha1 : certificate.sha256;
    const header = { "x5t#S256": undefined, [name]: thumbprint.toString("base64url") };
    const reply = await ask(await assertion({ algorithm, header }));
    expect(reply.status).toBe(200);
    expect(payloadOf(reply.body["access_token"])).toMatchObject({ azpacr: "2", roles: ["Orders.Process"] });
  });

  it("presents one assertion several times, as the dialect's libraries do", async () => {
    const one = await assertion();
    expect((await ask(one)).status).toBe(200);
    expect((await ask(one)).status).toBe(200);
  });

  it("redeems codes with it", async () => {
    stage.signInAs(stage.member);
    const { applicationId } = stage.web.application;
    const answer = answerOf(await authorize(stage, stage.web, {}));
    const claims = { iss: applicationId, sub: applicationId };
    const reply = await ask(await assertion({ claims }), {
      grant_type: "authorization_code",
      client_id: applicationId,
      code: answer.fields["code"],
      redirect_uri: webRedirect,
      scope: undefined,
    });
    expect(reply.status).toBe(200);
  });
});

describe("an assertion proves nothing", () => {
  it.each<[string, number, () => AssertionChange]>([
    ["by a key that is not registered", 700027, () => ({ by: unregistered })],
    [
      "by another key than that of the certificate it names",
      700027,
      () => ({
        by: unregistered,
        header: { "x5t#S256": certificate.sha256.toString("base64url") },
      }),
    ],
    ["that names no certificate", 700027, () => ({ header: { "x5t#S256": undefined } })],
    ["by an algorithm that is not supported", 700027, () => ({ algorithm: "RS512" })],
    ["that never ends", 700027, () => ({ claims: { exp: undefined } })],
    ["whose time is over", 700024, () => ({ claims: { exp: Math.floor(start.getTime() / 1000) - 301 } })],
    [
      "whose time has not come",
      700024,
      () => ({ claims: { nbf: Math.floor(start.getTime() / 1000) + 301 } }),
    ],
    [
      "about somebody else than its issuer",
      50048,
      () => ({ claims: { sub: stage.web.application.applicationId } }),
    ],
    ["for another service", 700023, () => ({ claims: { aud: "https://login.example/x/oauth2/v2.0/token" } })],
    [
      "for another tenant",
      700023,
      () => ({
        claims: { aud: `${machine.configuration.publicUrl}/${stage.fabrikam.tenantId}/oauth2/v2.0/token` },
      }),
    ],
  ])("%s", async (_, number, change) => {
    expect(await ask(await assertion(change()))).toMatchObject(refusal(number));
  });

  it("once the certificate is over", async () => {
    machine.setClock(new Date(start.getTime() + 2 * 24 * 3600 * 1000));
    expect(await ask(await assertion({ by: shortLived }))).toMatchObject(refusal(700027));
    expect((await ask(await assertion())).status).toBe(200);
  });

  it("when it is unsigned, signed with the public key as a secret, or no token at all", async () => {
    const [, payload = ""] = (await assertion()).split(".");
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const named = { "x5t#S256": certificate.sha256.toString("base64url") };
    const shared = await new SignJWT(payloadOf(`.${payload}`))
      .setProtectedHeader({ alg: "HS256", ...named })
      .sign(Buffer.from(certificate.pem));
    for (const wrong of [`${part({ alg: "none", ...named })}.${payload}.`, shared, "nonsense"])
      expect(await ask(wrong)).toMatchObject(refusal(700027));
  });

  it("of one application for another", async () => {
    const { applicationId } = stage.web.application;
    expect(await ask(await assertion(), { client_id: applicationId })).toMatchObject(refusal(700211));
  });

  it("beside a secret, of an unknown kind, or from a page", async () => {
    const one = await assertion();
    expect(await ask(one, { client_secret: stage.secret })).toMatchObject(
      refusal(9002313, "invalid_request"),
    );
    expect(await ask(one, { client_assertion_type: "saml" })).toMatchObject(
      refusal(90023, "invalid_request"),
    );
    const fromPage = await token(
      stage,
      {
        grant_type: "client_credentials",
        client_id: stage.automation.application.applicationId,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: one,
        scope: `${apiUri}/.default`,
      },
      { headers: { origin: "https://web.contoso.example" } },
    );
    expect(fromPage).toMatchObject(refusal(9002326, "invalid_request"));
  });

  it("of a public client", async () => {
    const { applicationId } = stage.native.application;
    const claims = { iss: applicationId, sub: applicationId };
    expect(await ask(await assertion({ claims }), { client_id: applicationId })).toMatchObject(
      refusal(700027),
    );
  });
});

it("the discovery documents of both versions tell that certificates are welcome", async () => {
  for (const path of ["v2.0/.well-known/openid-configuration", ".well-known/openid-configuration"]) {
    const answer = await stage.app.request(`/${stage.contoso.tenantId}/${path}`);
    const document = (await answer.json()) as Record<string, unknown>;
    expect(document["token_endpoint_auth_methods_supported"]).toContain("private_key_jwt");
  }
});
