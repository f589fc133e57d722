import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addIdentityProvider } from "../../../src/domain/federation/add-identity-provider.ts";
import { forgetProviders } from "../../../src/domain/federation/find-provider.ts";
import { changeCollaborationSettings } from "../../../src/domain/policies/change-collaboration-settings.ts";
import type { CollaborationSettings } from "../../../src/domain/policies/rules/collaboration-settings.ts";
import type { DomainName } from "../../../src/foundation/domain-name.ts";
import type { ProviderId } from "../../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../../src/foundation/new-identifier.ts";
import { readConfiguration } from "../../../src/platform/config/configuration.ts";
import { type ForgingProvider, startForgingProvider } from "../../support/forging-provider.ts";
import { acceptByCode, authorizeAddress, clientsOf } from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { type Seen, textOf, type Visitor } from "../../support/visitor.ts";

let provider: ForgingProvider;
const published = new Map<string, readonly string[]>();
const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
  names: { textRecords: async (domain) => ({ ok: true, value: published.get(domain) ?? [] }) },
});
const { contoso, machine } = house;
machine.setClock(new Date());
const { tenantId } = contoso;
const { web } = clientsOf(house);

beforeAll(async () => {
  provider = await startForgingProvider();
  published.set("partner.example", [`DirectFedAuthUrl=${provider.issuer}/authorize`]);
  accepted(
    await addIdentityProvider(machine, byOperator, {
      tenantId,
      kind: "openid-connect",
      displayName: "Partner",
      settings: { discoveryUrl: provider.issuer, clientId: provider.clientId },
      secret: undefined,
      domains: ["partner.example" as DomainName],
    }),
  );
});
afterAll(() => provider?.close());

beforeEach(() => settle({ redemptionOrder: ["tenant", "external-federation", "social"] }));

async function settle(changes: Partial<CollaborationSettings>): Promise<void> {
  accepted(await changeCollaborationSettings(machine, byOperator, { tenantId, changes }));
}

function ask(more: Readonly<Record<string, string>>, visitor: Visitor = house.visitor()): Promise<Seen> {
  return visitor.get(authorizeAddress(tenantId, web, more));
}

const isAtProvider = ({ url }: Seen) => url.origin === provider.issuer;

describe("a domain hint", () => {
  it.each(["partner.example", "PARTNER.example", " partner.example "])(
    "leads straight to the provider of a domain: %j",
    async (hint) => {
      const seen = await ask({ domain_hint: hint });
      expect(isAtProvider(seen)).toBe(true);
      expect(seen.url.searchParams.get("login_hint")).toBeNull();
    },
  );

  it("takes the address along that the application knows", async () => {
    const seen = await ask({ domain_hint: "partner.example", login_hint: "ada@partner.example" });
    expect(isAtProvider(seen)).toBe(true);
    expect(seen.url.searchParams.get("login_hint")).toBe("ada@partner.example");
    // Without the hint the person is told first where they are led.
    expect(textOf(await ask({ login_hint: "ada@partner.example" }))).toContain("Partner signs you in next");
  });

  it("leads to another organisation of the deployment, by domain and by id", async () => {
    for (const hint of ["fabrikam.example", house.fabrikam.tenantId])
      expect((await ask({ domain_hint: hint })).html).toContain("fabrikam.example");
  });

  it.each([
    "nobody.example",
    "organizations",
    "consumers",
    "google.com",
    "<script>",
    "..",
    "%00",
    "x".repeat(2000),
  ])("that means nothing here is no error: %.20s", async (hint) => {
    const seen = await ask({ domain_hint: hint });
    expect(seen.status).toBe(200);
    expect(textOf(seen)).toContain("Sign in");
  });

  it.each([
    ["google", "https://accounts.google.com", ["google.com", "gmail.com"]],
    [
      "microsoft",
      "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0",
      ["consumers", "live.com"],
    ],
    ["facebook", "facebook.com", ["facebook.com", "Facebook.com"]],
    ["github", "github.com", ["github.com"]],
    ["apple", "https://appleid.apple.com", ["apple.com", "icloud.com"]],
    ["linkedin", "https://www.linkedin.com/oauth", ["linkedin.com"]],
  ])("names accounts that anybody may have as the dialect does: %s", async (kind, issuer, hints) => {
    const providerId = newIdentifier<ProviderId>();
    await machine.database
      .insertInto("identityProvider")
      .values({
        ...{ tenantId, providerId, kind, issuer, displayName: "Accounts", settings: "{}" },
        createdAt: machine.clock(),
      })
      .execute();
    forgetProviders(machine.database);
    for (const hint of hints) {
      // Who is asked to choose an account is told where they are led.
      const seen = await ask({ domain_hint: hint, prompt: "select_account" });
      expect(textOf(seen)).toContain("Accounts signs you in next");
    }
    await machine.database.deleteFrom("identityProvider").where("providerId", "=", providerId).execute();
    forgetProviders(machine.database);
  });

  it("is kept by the page that says what went wrong there, and the person may go another way", async () => {
    const visitor = house.visitor();
    const sent = await ask({ domain_hint: "partner.example" }, visitor);
    const back = new URL(sent.url.searchParams.get("redirect_uri") ?? "");
    back.search = new URLSearchParams({
      ...{ error: "access_denied", iss: provider.issuer },
      state: sent.url.searchParams.get("state") ?? "",
    }).toString();
    const failed = await visitor.get(back.href);
    expect(textOf(failed)).toContain("Partner could not sign you in");
    const another = await visitor.get(`${failed.url.pathname}/another`);
    expect(textOf(another)).toContain("Sign in");
    // A form has been posted by now: a page stands between it and the provider.
    const typed = await visitor.submit(another, { email: "ada@partner.example" });
    expect(textOf(typed)).toContain("Partner signs you in next");
  });

  it("to a provider that is away ends on a page that names it, and does not go round in circles", async () => {
    const away = await startForgingProvider();
    published.set("away.example", [`DirectFedAuthUrl=${away.issuer}/authorize`]);
    const { providerId } = accepted(
      await addIdentityProvider(machine, byOperator, {
        tenantId,
        kind: "openid-connect",
        displayName: "Away",
        settings: { discoveryUrl: away.issuer, clientId: "a client" },
        secret: undefined,
        domains: ["away.example" as DomainName],
      }),
    );
    // Its metadata is kept for a while; as another client we have not asked for it yet.
    await machine.database
      .updateTable("identityProvider")
      .set({ settings: JSON.stringify({ discoveryUrl: away.issuer, clientId: "another", scope: "openid" }) })
      .where("providerId", "=", providerId)
      .execute();
    forgetProviders(machine.database);
    await away.close();
    expect(textOf(await ask({ domain_hint: "away.example" }))).toContain("Away did not answer");
  });
});

describe("a domain hint is no way around", () => {
  it("the provider that a guest accepted with", async () => {
    const address = "moved@partner.example";
    // Accepted with a code, at a time when that was their way.
    await settle({ redemptionOrder: [] });
    const { link } = await house.invite(address);
    await acceptByCode(house, house.visitor(), link, address);
    await settle({ redemptionOrder: ["tenant", "external-federation", "social"] });
    const hinted = await ask({ domain_hint: "partner.example", login_hint: address });
    expect(textOf(hinted)).toContain("We will mail a code");
    const visitor = house.visitor();
    const sent = await ask({ domain_hint: "partner.example" }, visitor);
    const back = new URL(sent.url.searchParams.get("redirect_uri") ?? "");
    const claims = {
      nonce: sent.url.searchParams.get("nonce"),
      email: address,
      email_verified: true,
      sub: "1",
    };
    back.search = new URLSearchParams({
      ...{ code: provider.codeFor({ claims }), iss: provider.issuer },
      state: sent.url.searchParams.get("state") ?? "",
    }).toString();
    const refused = await visitor.get(back.href);
    expect(refused.status).toBe(403);
    expect(textOf(refused)).toContain("another way");
  });

  it("the order of the organisation", async () => {
    await settle({ redemptionOrder: ["social"] });
    for (const hint of ["partner.example", "fabrikam.example"]) {
      const seen = await ask({ domain_hint: hint });
      expect(isAtProvider(seen)).toBe(false);
      expect(seen.html).toContain('name="email"');
    }
  });

  it("silence: nobody is led anywhere", async () => {
    const seen = await ask({ domain_hint: "partner.example", prompt: "none" });
    expect(seen.url.searchParams.get("error")).toBe("login_required");
  });
});
