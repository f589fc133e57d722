import type { TenantId, UserId } from "../../foundation/identifiers.ts";
import { newOrderedIdentifier } from "../../foundation/new-identifier.ts";
import type { Database } from "../../platform/database/database.ts";
import { gatheredWrites } from "../../platform/database/gathered.ts";
import { insertSignInEvents, type SignInEventRow } from "./audit-store.ts";
import type { Circumstances } from "./circumstances.ts";
import type { PolicyOutcome } from "./rules/policy-outcome.ts";

/** One attempt to sign in to an application, as the sign-in log holds it. */
export interface SignInEntry {
  readonly tenantId: TenantId;
  readonly application?: { readonly id: string; readonly name: string };
  readonly resourceId?: string;
  readonly user?: { readonly id: UserId; readonly name: string; readonly kind: "member" | "guest" };
  readonly identityProvider?: string;
  readonly homeTenantId?: TenantId;
  readonly isInteractive: boolean;
  /** The AADSTS number; 0 for success. */
  readonly errorCode: number;
  readonly failureReason?: string;
  /** What the tenant's conditional access policies said; absent where none is in use. */
  readonly policies?: readonly PolicyOutcome[] | undefined;
  readonly details?: Record<string, unknown>;
}

const appendSignInEvent = gatheredWrites<SignInEventRow>(insertSignInEvents);

/** Appends to the sign-in log; resolves when the entry is kept. */
export async function recordSignIn(
  database: Database,
  now: Date,
  circumstances: Circumstances,
  entry: SignInEntry,
): Promise<void> {
  await appendSignInEvent(database, {
    tenantId: entry.tenantId,
    eventId: newOrderedIdentifier(now),
    occurredAt: now,
    applicationId: entry.application?.id ?? null,
    applicationName: entry.application?.name ?? null,
    resourceId: entry.resourceId ?? null,
    userId: entry.user?.id ?? null,
    userName: entry.user?.name ?? null,
    userKind: entry.user?.kind ?? null,
    identityProvider: entry.identityProvider ?? null,
    homeTenantId: entry.homeTenantId ?? null,
    isInteractive: entry.isInteractive,
    errorCode: entry.errorCode,
    failureReason: entry.failureReason ?? null,
    ipAddress: circumstances.ipAddress ?? null,
    userAgent: circumstances.userAgent ?? null,
    correlationId: circumstances.correlationId,
    details: { ...entry.details, ...(entry.policies?.length && { policies: entry.policies }) },
  });
}
