import { addDomain } from "../../src/domain/directory/add-domain.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createTenant } from "../../src/domain/directory/create-tenant.ts";
import type { User } from "../../src/domain/directory/rules/user.ts";
import { verifyDomain } from "../../src/domain/directory/verify-domain.ts";
import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import type { IdentityProvider } from "../../src/domain/federation/rules/identity-provider.ts";
import { forgetSigningKeys } from "../../src/domain/tokens/signing-keys.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { TenantId } from "../../src/foundation/identifiers.ts";
import { openNameService } from "../../src/platform/names/name-service.ts";
import { type NameServer, startNameServer } from "./name-server.ts";
import { type ServedHouse, serveHouse } from "./serve-house.ts";
import { accepted, byOperator } from "./test-machine.ts";

export const passwordAtPartner = "a password at the partner";

/** Two deployments that share nothing but the network: Contoso on one, its partner Northwind on the other. */
export interface TwoHouses {
  readonly names: NameServer;
  readonly host: ServedHouse;
  readonly partner: ServedHouse;
  /** The organisation on the second. */
  readonly northwind: TenantId;
  /** What an administrator of Contoso types to add it. */
  readonly address: string;
  /** A new member of Northwind, with the password above. */
  member(name: string, more?: Partial<Pick<User, "kind" | "accountEnabled">>): Promise<User>;
  /** Lets Contoso trust Northwind. */
  addPartner(more?: { readonly domains?: readonly string[] }): ReturnType<typeof addIdentityProvider>;
  close(): Promise<void>;
}

export async function startTwoHouses(): Promise<TwoHouses> {
  const names = await startNameServer();
  const service = openNameService([names.address]);
  const host = await serveHouse({ names: service });
  const partner = await serveHouse({ names: service }, "127.0.0.1");
  const northwind = await newOrganisation(partner, names, { name: "northwind", displayName: "Northwind" });
  publish(names, "northwind.example", `DirectFedAuthUrl=${partner.publicUrl}/${northwind}`);
  const address = `${partner.publicUrl}/northwind.example`;
  return {
    names,
    host,
    partner,
    northwind,
    address,
    async member(name, more = {}) {
      return accepted(
        await createMember(partner.machine, byOperator, {
          tenantId: northwind,
          userPrincipalName: `${name}@northwind.example`,
          displayName: `${name.charAt(0).toUpperCase()}${name.slice(1)} of Northwind`,
          password: passwordAtPartner,
          ...more,
        }),
      );
    },
    addPartner: ({ domains = [] } = {}) =>
      addIdentityProvider(host.machine, byOperator, {
        tenantId: host.contoso.tenantId,
        kind: "guesthouse",
        displayName: "Northwind",
        settings: { address },
        secret: undefined,
        domains: domains as readonly DomainName[],
      }),
    async close() {
      await host.close();
      await partner.close();
      await names.close();
    },
  };
}

/** An organisation whose domain, `<name>.example`, it has proved. */
export async function newOrganisation(
  { machine }: ServedHouse,
  names: NameServer,
  organisation: { readonly name: string; readonly displayName: string },
): Promise<TenantId> {
  const { tenantId } = accepted(await createTenant(machine, byOperator, organisation));
  const name = `${organisation.name}.example` as DomainName;
  const { verificationText } = accepted(await addDomain(machine, byOperator, { tenantId, name }));
  publish(names, name, verificationText ?? "");
  accepted(await verifyDomain(machine, byOperator, { tenantId, name }));
  return tenantId;
}

/** One more TXT record of a domain. */
export function publish(names: NameServer, domain: string, record: string): void {
  names.records.set(domain, [...(names.records.get(domain) ?? []), record]);
}

/** The partner has new keys, as after a rotation that has run its course. */
export async function replaceKeys({ machine }: ServedHouse): Promise<void> {
  await machine.database.deleteFrom("signingKey").execute();
  forgetSigningKeys(machine.database);
}

/** The provider that Contoso has for Northwind. */
export async function trustedPartner(houses: TwoHouses): Promise<IdentityProvider> {
  return accepted(await houses.addPartner());
}
