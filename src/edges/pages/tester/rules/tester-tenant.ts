import type { Platform } from "../../../../domain/applications/rules/application.ts";

/** A tenant the tester offers, with its applications. */
export interface TesterTenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly applications: readonly TesterApplication[];
}

/** An application the tester can play. */
export interface TesterApplication {
  readonly clientId: string;
  readonly displayName: string;
  /** The platform under which the tester's address is registered; undefined where it is not, as with automation. */
  readonly platform: Platform | undefined;
  /** Known in demo mode only; used on the server and never written into a page. */
  readonly demoSecret?: string | undefined;
}
