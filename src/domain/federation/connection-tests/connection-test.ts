import type { ConnectionTestId, ProviderId, SessionId, TenantId } from "../../../foundation/identifiers.ts";
import type { Actor } from "../../audit/circumstances.ts";
import type { ConnectionFinding } from "../rules/connection-check.ts";
import type { TestDetour } from "../rules/test-state.ts";

/** A round trip through a provider that signs nobody in. */
export interface ConnectionTest {
  readonly tenantId: TenantId;
  readonly testId: ConnectionTestId;
  readonly providerId: ProviderId;
  /** The administrator who made the link, on whose rights it lives. */
  readonly askedBy: Actor;
  /** The browser that used the link. */
  readonly sessionId: SessionId | undefined;
  /** What must come back from the provider. */
  readonly detour: TestDetour | undefined;
  readonly findings: readonly ConnectionFinding[] | undefined;
  readonly expiresAt: Date;
  readonly finishedAt: Date | undefined;
}
