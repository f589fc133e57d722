import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findUserByIdentity, identitiesOf } from "../../src/domain/directory/find-user.ts";
import type { FederatedProviderKind } from "../../src/domain/directory/rules/external-identity.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import { removeIdentityProvider } from "../../src/domain/federation/remove-identity-provider.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { ProviderId, UserId } from "../../src/foundation/identifiers.ts";
import { readConfiguration } from "../../src/platform/config/configuration.ts";
import { startForgingProvider } from "../support/forging-provider.ts";
import { type ForgingSamlProvider, startForgingSamlProvider } from "../support/forging-saml-provider.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";

const house = await testHouse({
  configuration: readConfiguration({ GUESTHOUSE_OUTBOUND_ALLOW: "127.0.0.0/8" }, { mode: "demo" }),
});
const { contoso, fabrikam, machine } = house;
const { tenantId } = contoso;

let honest: Awaited<ReturnType<typeof startForgingProvider>>;
let attacker: ForgingSamlProvider;

beforeAll(async () => {
  honest = await startForgingProvider();
  attacker = await startForgingSamlProvider(machine.clock);
});
afterAll(() => Promise.all([honest?.close(), attacker?.close()]));

function add(kind: FederatedProviderKind, settings: object, where = tenantId) {
  return addIdentityProvider(machine, byOperator, {
    tenantId: where,
    kind,
    displayName: "Partner",
    settings: { ...settings },
    secret: undefined,
    domains: [] as DomainName[],
  });
}

const addHonest = () => add("openid-connect", { discoveryUrl: honest.issuer, clientId: honest.clientId });

/** A provider that calls itself by the issuer of another one: for assertions that is a text like any other. */
const addImpostor = (kind: "saml" | "ws-federation", where = tenantId) =>
  add(
    kind,
    { issuer: honest.issuer, signInUrl: attacker.signInUrl, certificates: [attacker.certificate()] },
    where,
  );

/** A guest who accepted with the honest provider. */
async function linkGuest(subject: string): Promise<UserId> {
  const { userId } = await house.invite(`${subject}@partner.example`);
  await machine.database
    .insertInto("externalIdentity")
    .values({
      tenantId,
      userId: userId as UserId,
      issuer: honest.issuer,
      subject,
      providerKind: "openid-connect",
      email: null,
      linkedAt: machine.clock(),
    })
    .execute();
  return userId as UserId;
}

function remove(providerId: ProviderId) {
  return removeIdentityProvider(machine, byOperator, { tenantId, providerId });
}

describe("17: guests stay with the kind of provider that they accepted with", () => {
  it.each(["saml", "ws-federation"] as const)(
    "a %s provider cannot take a removed issuer's place",
    async (kind) => {
      const { providerId } = accepted(await addHonest());
      const userId = await linkGuest(`victim-of-${kind}`);
      accepted(await remove(providerId));
      expect(await addImpostor(kind)).toMatchObject({ refusal: { code: "issuer-of-guests" } });
      const rows = await machine.database
        .selectFrom("identityProvider")
        .selectAll()
        .where("tenantId", "=", tenantId)
        .execute();
      expect(rows).toEqual([]);
      const [identity] = (await identitiesOf(machine.database, tenantId, [userId])).values();
      expect(identity).toMatchObject({ issuer: honest.issuer, providerKind: "openid-connect" });
    },
  );

  it("also not while the guests are deleted, since they can come back", async () => {
    await machine.database
      .updateTable("user")
      .set({ deletedAt: machine.clock() })
      .where("tenantId", "=", tenantId)
      .where("mail", "like", "victim-of-%")
      .execute();
    expect(
      await findUserByIdentity(machine.database, tenantId, honest.issuer, "victim-of-saml"),
    ).toBeUndefined();
    expect(await addImpostor("saml")).toMatchObject({ refusal: { code: "issuer-of-guests" } });
  });

  it("the same kind may come back, and other organisations are not concerned", async () => {
    accepted(await remove(accepted(await addHonest()).providerId));
    accepted(await addImpostor("saml", fabrikam.tenantId));
  });

  it("once the guests are reset, another kind may be added", async () => {
    await machine.database.deleteFrom("externalIdentity").where("issuer", "=", honest.issuer).execute();
    accepted(await addImpostor("ws-federation"));
  });
});
