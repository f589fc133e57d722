import type { Circumstances } from "../../domain/audit/circumstances.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { Machine } from "../../platform/machine.ts";
import type { InviteOptions } from "./invite-options.ts";
import type { InviteFile } from "./read-invite-file.ts";
import type { RequestOfRow } from "./request-of-row.ts";

/** One run of `guesthouse invite --csv`. */
export interface ImportRun {
  readonly machine: Machine;
  readonly tenant: Tenant;
  readonly circumstances: Circumstances;
  readonly file: InviteFile;
  readonly requestOf: RequestOfRow;
  readonly options: InviteOptions;
}
