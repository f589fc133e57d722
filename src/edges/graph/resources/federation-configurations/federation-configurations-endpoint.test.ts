import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type ForgingSamlProvider,
  startForgingSamlProvider,
} from "../../../../../test/support/forging-saml-provider.ts";
import { startForgingWsFederationProvider } from "../../../../../test/support/forging-ws-federation-provider.ts";
import { type GraphTenant, graphStage } from "../../../../../test/support/graph-stage.ts";
import { accepted, byOperator } from "../../../../../test/support/test-machine.ts";
import { recordRedemption } from "../../../../domain/directory/record-redemption.ts";
import { inviteGuest } from "../../../../domain/invitations/invite-guest.ts";
import { readConfiguration } from "../../../../platform/config/configuration.ts";

const published = new Map<string, readonly string[]>();
const stage = await graphStage({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
let partner: ForgingSamlProvider;
let contoso: GraphTenant;
let token: string;

beforeAll(async () => {
  partner = await startForgingSamlProvider(() => new Date());
  for (const domain of ["partner.example", "partner.test"])
    published.set(domain, [`DirectFedAuthUrl=${partner.signInUrl}`]);
  contoso = await stage.organisation("Contoso", "contoso");
  token = await contoso.appToken(["IdentityProvider.ReadWrite.All"]);
});
afterAll(() => partner?.close());

const root = "/directory/federationConfigurations";
const type = "samlOrWsFedExternalDomainFederation";
const path = `${root}/microsoft.graph.${type}`;

function base64(pem: string): string {
  return pem.replaceAll(/-----[A-Z ]+-----|\s/g, "");
}

function described(changes: object = {}): object {
  return {
    "@odata.type": `microsoft.graph.${type}`,
    displayName: "Partner",
    issuerUri: partner.entityId,
    metadataExchangeUri: null,
    passiveSignInUri: partner.signInUrl,
    preferredAuthenticationProtocol: "saml",
    domains: [{ "@odata.type": "microsoft.graph.externalDomainName", id: "partner.example" }],
    signingCertificate: base64(partner.certificate()),
    ...changes,
  };
}

describe("SAML providers", () => {
  let id = "";

  it("are added by what a partner tells, and shown with their domains", async () => {
    const answer = await stage.call(`POST ${path}`, token, { body: described() });
    expect(answer.status).toBe(201);
    id = answer.body.id;
    expect(answer.headers.get("location")).toMatch(new RegExp(`${root}/${id}$`));
    expect(answer.body).toMatchObject({
      ...described({ "@odata.type": `#microsoft.graph.${type}` }),
      domains: [{ id: "partner.example" }],
    });
  });

  it("have their guests reset by who may change how people sign in, too", async () => {
    const invited = accepted(
      await inviteGuest(stage.machine, byOperator, {
        ...{ tenantId: contoso.tenant.tenantId, email: "vera@partner.example", sendMail: false },
        redirectUrl: "https://app.contoso.example/",
      }),
    );
    const { userId } = invited.user;
    const identity = { issuer: partner.entityId, subject: "vera", providerKind: "saml" as const };
    await stage.machine.database.transaction().execute((transaction) =>
      recordRedemption(transaction, {
        ...{ tenantId: contoso.tenant.tenantId, userId, now: new Date() },
        identity: { ...identity, email: "vera@partner.example" },
      }),
    );
    const count = () => stage.call(`GET ${root}/${id}/affectedGuests/$count`, token);
    expect((await count()).text).toBe("1");
    const body = { sendInvitationMessage: false };
    expect((await stage.call(`POST ${root}/${id}/resetGuests`, token, { body })).status).toBe(403);
    const both = await contoso.appToken(["IdentityProvider.ReadWrite.All", "User.ReadWrite.All"]);
    const reset = await stage.call(`POST ${root}/${id}/resetGuests`, both, { body });
    expect(reset).toMatchObject({
      status: 200,
      body: {
        value: [
          {
            mail: "vera@partner.example",
            refusal: null,
            inviteRedeemUrl: expect.stringContaining("/redeem"),
          },
        ],
      },
    });
    expect((await count()).text).toBe("0");
    const others = await stage.call(`POST /identity/identityProviders/${id}/resetGuests`, both, { body });
    expect(others.status).toBe(404);
  });

  it("are switched off and on without asking them, which the audit log says", async () => {
    expect((await stage.call(`GET ${path}/${id}`, token)).body.isEnabled).toBe(true);
    const away = { isEnabled: false, passiveSignInUri: "http://no.example" };
    expect((await stage.call(`PATCH ${path}/${id}`, token, { body: away })).status).toBe(400);
    expect((await stage.call(`GET ${path}/${id}`, token)).body.isEnabled).toBe(true);
    for (const isEnabled of [false, false, true])
      expect(await stage.call(`PATCH ${path}/${id}`, token, { body: { isEnabled } })).toMatchObject({
        status: 200,
        body: { isEnabled },
      });
    const audit = await stage.machine.database
      .selectFrom("auditEvent")
      .select("activity")
      .where("targetId", "=", id)
      .orderBy("occurredAt")
      .execute();
    const activities = audit.map(({ activity }) => activity);
    expect(activities.filter((one) => /enabled|disabled/.test(one)).sort()).toEqual([
      "identity-provider-disabled",
      "identity-provider-enabled",
    ]);
    expect(activities).not.toContain("identity-provider-updated");
  });

  it("may sign people in without a request only where that is allowed, without asking the provider", async () => {
    const read = await stage.call(`GET ${path}/${id}`, token);
    expect(read.body.isUnsolicitedSignInAllowed).toBe(false);
    const body = { isUnsolicitedSignInAllowed: true };
    const changed = await stage.call(`PATCH ${path}/${id}`, token, { body });
    expect(changed).toMatchObject({ status: 200, body: { ...body, issuerUri: partner.entityId } });
    const audit = await stage.machine.database
      .selectFrom("auditEvent")
      .select("details")
      .where("targetId", "=", id)
      .where("activity", "=", "identity-provider-updated")
      .execute();
    expect(audit.at(-1)?.details).toMatchObject({ acceptsUnsolicited: true });
    const back = { isUnsolicitedSignInAllowed: false };
    expect((await stage.call(`PATCH ${path}/${id}`, token, { body: back })).body).toMatchObject(back);
  });

  it("are listed and read however the type is spelled, and found by a domain", async () => {
    for (const address of [path, `${root}/graph.${type}`]) {
      const listed = await stage.call(`GET ${address}`, token);
      expect(listed.body.value).toMatchObject([{ id, domains: [{ id: "partner.example" }] }]);
    }
    for (const address of [`${root}/${id}`, `${root}/graph.${type}/${id}`, `${root}/${id}/graph.${type}`])
      expect((await stage.call(`GET ${address}`, token)).body).toMatchObject({ id, displayName: "Partner" });
    const found = async (domain: string) =>
      (await stage.call(`GET ${path}?$filter=domains/any(x: x/id eq '${domain}')`, token)).body.value.length;
    expect(await found("partner.example")).toBe(1);
    expect(await found("elsewhere.example")).toBe(0);
    expect((await stage.call("GET /identity/identityProviders", token)).text).not.toContain(id);
    expect((await stage.call(`GET /identity/identityProviders/${id}`, token)).status).toBe(404);
  });

  it("are changed in part, and the answer is what they are now", async () => {
    const patch = (body: object) => stage.call(`PATCH ${root}/graph.${type}/${id}`, token, { body });
    const changed = await patch({ displayName: "Partner Ltd" });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ displayName: "Partner Ltd", domains: [{ id: "partner.example" }] });
    await partner.rollKey();
    const fromMetadata = await patch({ metadataExchangeUri: partner.metadataUrl });
    expect(fromMetadata.body).toMatchObject({
      metadataExchangeUri: partner.metadataUrl,
      signingCertificate: base64(partner.certificate()),
    });
    expect((await patch({ metadataExchangeUri: null })).body.metadataExchangeUri).toBeNull();
    expect((await patch({ issuerUri: "https://other.example" })).status).toBe(400);
    expect((await patch({ domains: [] })).status).toBe(400);
  });

  it("believe a next certificate beside the one that signs now, until it takes its place", async () => {
    const patch = async (body: object) =>
      (await stage.call(`PATCH ${path}/${id}`, token, { body })).body as Record<string, unknown>;
    const current = base64(partner.certificate());
    expect(await patch({})).toMatchObject({
      signingCertificate: current,
      nextSigningCertificate: null,
      signingCertificateEndDateTime: expect.stringMatching(/^20/),
      signingCertificateWarning: null,
    });
    // Ten days from the clock of the test.
    await partner.rollKey((stage.machine.clock().getTime() - Date.now()) / 86_400_000 + 10);
    const next = base64(partner.certificate());
    expect(await patch({ nextSigningCertificate: next })).toMatchObject({
      signingCertificate: current,
      nextSigningCertificate: next,
    });
    expect(await patch({ signingCertificate: next, nextSigningCertificate: null })).toMatchObject({
      signingCertificate: next,
      nextSigningCertificate: null,
    });
    expect((await patch({ signingCertificate: current }))["nextSigningCertificate"]).toBeNull();
    expect((await patch({ nextSigningCertificate: "AAAA" }))["error"]).toBeDefined();
    const ending = await patch({ signingCertificate: next });
    expect(ending["signingCertificateWarning"]).toBe("endsSoon");
    await partner.rollKey();
  });

  it("are given domains and lose them, in a collection of its own", async () => {
    const domains = `${root}/${id}/microsoft.graph.${type}/domains`;
    const add = (domain: string) => stage.call(`POST ${domains}`, token, { body: { id: domain } });
    const added = await add("partner.test");
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ id: "partner.test" });
    expect((await stage.call(`GET ${domains}`, token)).body.value).toHaveLength(2);
    expect((await add("unproven.example")).body.error.details[0]).toMatchObject({
      code: "domain-not-proven",
      message: expect.stringContaining(`DirectFedAuthUrl=${partner.signInUrl}`),
    });
    expect((await add("no domain")).status).toBe(400);
    expect((await stage.call(`DELETE ${domains}/partner.test`, token)).status).toBe(204);
    expect((await stage.call(`DELETE ${domains}/partner.test`, token)).status).toBe(404);
  });

  it("are refused with what to do about it", async () => {
    const post = (changes: object) => stage.call(`POST ${path}`, token, { body: described(changes) });
    expect(await post({ domains: [] })).toMatchObject({ status: 409 });
    expect((await post({ preferredAuthenticationProtocol: "wsTrust" })).status).toBe(400);
    const other = { issuerUri: "https://other.example", domains: [] };
    expect((await post({ ...other, signingCertificate: "AAAA" })).body.error.details[0].code).toBe(
      "settings-wrong",
    );
    expect((await post({ ...other, metadataExchangeUri: partner.metadataUrl })).status).toBe(400);
    expect((await post({ ...other, unknown: 1 })).status).toBe(400);
  });

  it("speak WS-Federation where that is asked for, and no other protocol later", async () => {
    const sts = await startForgingWsFederationProvider(() => new Date());
    published.set("sts.example", [`DirectFedAuthUrl=${sts.signInUrl}`]);
    const added = await stage.call(`POST ${path}`, token, {
      body: {
        displayName: "Old partner",
        metadataExchangeUri: sts.metadataUrl,
        preferredAuthenticationProtocol: "wsFed",
        domains: [{ id: "sts.example" }],
      },
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      issuerUri: sts.entityId,
      passiveSignInUri: sts.signInUrl,
      preferredAuthenticationProtocol: "wsFed",
      signingCertificate: base64(sts.certificate()),
    });
    const change = (preferredAuthenticationProtocol: string) =>
      stage.call(`PATCH ${path}/${added.body.id}`, token, { body: { preferredAuthenticationProtocol } });
    expect((await change("saml")).body.error.message).toContain("cannot change");
    expect((await change("wsFed")).status).toBe(200);
    const listed = (await stage.call(`GET ${path}`, token)).body.value;
    expect(
      listed.map((one: Record<string, string>) => one["preferredAuthenticationProtocol"]).sort(),
    ).toEqual(["saml", "wsFed"]);
    expect((await stage.call("GET /identity/identityProviders", token)).text).not.toContain(added.body.id);
    expect((await stage.call(`DELETE ${root}/${added.body.id}`, token)).status).toBe(204);
    await sts.close();
  });

  it("are managed by global administrators only, among people, and read with fewer rights", async () => {
    const scopes = ["IdentityProvider.ReadWrite.All"];
    const mia = await contoso.userToken(await contoso.member("mia"), scopes);
    expect((await stage.call(`GET ${path}`, mia)).status).toBe(403);
    const anna = await contoso.userToken(await contoso.member("anna", "global-administrator"), scopes);
    expect((await stage.call(`GET ${path}`, anna)).status).toBe(200);
    const reader = await contoso.appToken(["Domain.Read.All"]);
    expect((await stage.call(`GET ${path}`, reader)).status).toBe(200);
    expect((await stage.call(`DELETE ${root}/${id}`, reader)).status).toBe(403);
  });

  it("belong to one organisation", async () => {
    const fabrikam = await stage.organisation("Fabrikam", "fabrikam");
    const foreign = await fabrikam.appToken(["IdentityProvider.ReadWrite.All"]);
    expect((await stage.call(`GET ${root}/${id}`, foreign)).status).toBe(404);
    expect((await stage.call(`DELETE ${root}/${id}`, foreign)).status).toBe(404);
    expect((await stage.call(`PATCH ${path}/${id}`, foreign, { body: {} })).status).toBe(404);
    const domains = `${root}/${id}/graph.${type}/domains`;
    expect((await stage.call(`POST ${domains}`, foreign, { body: { id: "a.example" } })).status).toBe(404);
  });

  it("are removed", async () => {
    expect((await stage.call(`DELETE ${root}/${id}`, token)).status).toBe(204);
    expect((await stage.call(`GET ${root}/${id}`, token)).status).toBe(404);
  });
});
