import type { Mode } from "../platform/config/configuration.ts";
import { readSetting, writeSetting } from "../platform/database/setting.ts";
import type { Machine } from "../platform/machine.ts";

const addressName = "service-address";

/** Writes down where the service is reached, for commands that make links. */
export async function recordServiceAddress(machine: Machine): Promise<void> {
  await writeSetting(machine.database, addressName, machine.configuration.publicUrl);
}

/**
 * The machine of a command, set like the service that last ran on this data: its mode, and its public address unless
 * the environment names one.
 */
export async function asLastServed(
  machine: Machine,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Machine> {
  const address = await readSetting(machine.database, addressName);
  const mode = await readSetting(machine.database, "data-kind");
  // A port says less than the record: the service on it may speak https.
  const isAddressGiven = Boolean(environment["GUESTHOUSE_PUBLIC_URL"]);
  return {
    ...machine,
    configuration: {
      ...machine.configuration,
      mode: (mode === "demo" ? "demo" : "production") satisfies Mode,
      publicUrl: typeof address === "string" && !isAddressGiven ? address : machine.configuration.publicUrl,
    },
  };
}
