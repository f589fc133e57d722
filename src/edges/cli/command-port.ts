import type { Machine } from "../../platform/machine.ts";

/** What commands need of the rest of the house; the composition root hands it in. */
export interface CommandPort {
  /** Where the person at the terminal keeps what is theirs alone. */
  readonly personalFolder: string;
  /** Runs the service until it is told to stop. */
  serve(options: { readonly https: boolean }): Promise<void>;
  /** Runs the demo until it is told to stop. */
  demo(options: { readonly https: boolean; readonly json: boolean }): Promise<void>;
  /** A machine for one command: shares the database of a running service, does no jobs. Throws StartRefused. */
  withMachine<Value>(
    work: (machine: Machine) => Promise<Value>,
    /** `anyMasterKey`: also with a key that is not the data's own. */
    options?: { readonly anyMasterKey?: boolean },
  ): Promise<Value>;
  /** Brings the schema up to date; the names of the migrations that ran. Throws StartRefused. */
  migrate(): Promise<readonly string[]>;
}
