import { randomBytes } from "node:crypto";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { forgetTenants } from "./find-tenant.ts";
import { initialDomain } from "./rules/initial-domain.ts";
import type { Tenant } from "./rules/tenant.ts";
import { insertTenant, selectTenants } from "./tenant-store.ts";

export interface NewTenant {
  readonly tenantId?: TenantId;
  readonly displayName: string;
  /** Becomes `<name>.guesthouse.internal`. */
  readonly name: string;
  /** Domains whose ownership is known; the first one becomes the default. */
  readonly domains?: readonly DomainName[];
  readonly accentColour?: string;
  readonly privacyStatementUrl?: string;
  readonly termsUrl?: string;
  readonly contactEmail?: string;
  readonly defaultLanguage?: string;
}

export type TenantRefusal = { readonly code: "tenant-name-invalid" | "tenant-exists" };

/** Opens a tenant. Refused when the name cannot be a domain label, or when its id or a domain is taken. */
export async function createTenant(
  machine: Machine,
  circumstances: Circumstances,
  input: NewTenant,
): Promise<Result<Tenant, TenantRefusal>> {
  const now = machine.clock();
  const tenantId = input.tenantId ?? newIdentifier<TenantId>();
  const initial = initialDomain(input.name);
  if (!initial) return refuse({ code: "tenant-name-invalid" });
  const domains = [...new Set(input.domains ?? [])].filter((domain) => domain !== initial);

  const tenant = await machine.database
    .transaction()
    .execute(async (transaction) => {
      const added = await insertTenant(
        transaction,
        {
          tenantId,
          displayName: input.displayName,
          initialDomain: initial,
          accentColour: input.accentColour ?? null,
          privacyStatementUrl: input.privacyStatementUrl ?? null,
          termsUrl: input.termsUrl ?? null,
          contactEmail: input.contactEmail ?? null,
          defaultLanguage: input.defaultLanguage ?? "en",
          pairwiseSalt: randomBytes(32),
          createdAt: now,
        },
        [
          { tenantId, name: initial, isInitial: true, isDefault: domains.length === 0, verifiedAt: now },
          ...domains.map((name, index) => ({
            tenantId,
            name,
            isInitial: false,
            isDefault: index === 0,
            verifiedAt: now,
          })),
        ],
      );
      if (!added) throw new TenantTaken();
      await recordEvent(transaction, now, circumstances, {
        tenantId,
        activity: "tenant-created",
        result: "success",
        target: { kind: "tenant", id: tenantId, name: input.displayName },
      });
      return (await selectTenants(transaction, { tenantId }))[0];
    })
    .catch((error: unknown) => {
      if (error instanceof TenantTaken) return undefined;
      throw error;
    });
  forgetTenants(machine.database);
  return tenant ? accept(tenant) : refuse({ code: "tenant-exists" });
}

/** Thrown inside the transaction so that everything of it is undone. */
class TenantTaken extends Error {}
