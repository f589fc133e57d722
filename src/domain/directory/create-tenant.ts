import { randomBytes } from "node:crypto";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
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
  const tenantId = input.tenantId ?? newIdentifier<TenantId>();
  const outcome = await machine.database
    .transaction()
    .execute(async (transaction) => {
      const recorded = await recordTenant(transaction, machine.clock(), circumstances, {
        ...input,
        tenantId,
      });
      if (!recorded.ok && recorded.refusal.code === "tenant-exists") throw new TenantTaken();
      return recorded;
    })
    .catch((error: unknown): Result<Tenant, TenantRefusal> => {
      if (error instanceof TenantTaken) return refuse({ code: "tenant-exists" });
      throw error;
    });
  forgetTenants(machine.database);
  return outcome;
}

/** Writes a tenant down as part of a transaction, which is to be undone when this is refused. */
export async function recordTenant(
  transaction: DatabaseTransaction,
  now: Date,
  circumstances: Circumstances,
  input: NewTenant & { readonly tenantId: TenantId },
): Promise<Result<Tenant, TenantRefusal>> {
  const { tenantId } = input;
  const initial = initialDomain(input.name);
  if (!initial) return refuse({ code: "tenant-name-invalid" });
  const domains = [...new Set(input.domains ?? [])].filter((domain) => domain !== initial);

  const row = {
    tenantId,
    displayName: input.displayName,
    initialDomain: initial,
    privacyStatementUrl: input.privacyStatementUrl ?? null,
    termsUrl: input.termsUrl ?? null,
    contactEmail: input.contactEmail ?? null,
    defaultLanguage: input.defaultLanguage ?? "en",
    pairwiseSalt: randomBytes(32),
    createdAt: now,
  };
  const added = await insertTenant(transaction, row, [
    { tenantId, name: initial, isInitial: true, isDefault: domains.length === 0, verifiedAt: now },
    ...domains.map((name, index) => ({
      tenantId,
      name,
      isInitial: false,
      isDefault: index === 0,
      verifiedAt: now,
    })),
  ]);
  if (!added) return refuse({ code: "tenant-exists" });
  await recordEvent(transaction, now, circumstances, {
    tenantId,
    activity: "tenant-created",
    result: "success",
    target: { kind: "tenant", id: tenantId, name: input.displayName },
  });
  const [tenant] = await selectTenants(transaction, { tenantId });
  if (!tenant) throw new Error("the tenant just made is not there");
  return accept(tenant);
}

/** Thrown inside the transaction so that everything of it is undone. */
class TenantTaken extends Error {}
