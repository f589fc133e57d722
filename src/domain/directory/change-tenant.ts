import type { EmailAddress } from "../../foundation/email-address.ts";
import type { TenantId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { recordEvent } from "../audit/record-event.ts";
import { forgetTenants } from "./find-tenant.ts";
import type { Tenant } from "./rules/tenant.ts";
import { selectTenants, updateTenant } from "./tenant-store.ts";

/** What can be changed of an organisation; what is left out stays, null empties. */
export interface TenantChanges {
  readonly displayName?: string;
  readonly defaultLanguage?: string;
  /** Whom guests write to. */
  readonly contactEmail?: EmailAddress | null;
  readonly privacyStatementUrl?: string | null;
  readonly technicalContacts?: readonly EmailAddress[];
}

/** Changes what an organisation says of itself. */
export async function changeTenant(
  machine: Machine,
  circumstances: Circumstances,
  input: { readonly tenantId: TenantId; readonly changes: TenantChanges },
): Promise<Result<Tenant, { readonly code: "tenant-not-found" }>> {
  const { tenantId, changes } = input;
  const { technicalContacts, ...plain } = changes;
  const outcome = await machine.database.transaction().execute(async (transaction) => {
    const [before] = await selectTenants(transaction, { tenantId });
    if (!before) return refuse({ code: "tenant-not-found" } as const);
    await updateTenant(transaction, tenantId, {
      ...plain,
      ...(technicalContacts && { technicalContacts: [...technicalContacts] }),
      // At least one assignment, also for an empty change.
      displayName: changes.displayName ?? before.displayName,
    });
    const [after] = await selectTenants(transaction, { tenantId });
    if (!after) throw new Error("the tenant just changed is not there");
    await recordEvent(transaction, machine.clock(), circumstances, {
      tenantId,
      activity: "tenant-changed",
      result: "success",
      target: { kind: "tenant", id: tenantId, name: after.displayName },
      details: { changed: changedProperties(before, after, Object.keys(changes) as (keyof TenantChanges)[]) },
    });
    return accept(after);
  });
  forgetTenants(machine.database);
  return outcome;
}

function changedProperties(
  before: Tenant,
  after: Tenant,
  names: readonly (keyof TenantChanges)[],
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]),
  );
}
