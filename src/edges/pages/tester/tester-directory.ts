import type { TesterTenant } from "./rules/tester-tenant.ts";

/** What the tester offers to choose from; the composition root knows where it comes from. */
export interface TesterDirectory {
  listTenants(): Promise<readonly TesterTenant[]>;
}
