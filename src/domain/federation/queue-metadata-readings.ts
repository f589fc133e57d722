import { secondsAfter } from "../../foundation/clock.ts";
import type { Machine } from "../../platform/machine.ts";
import { assertionSettings } from "./connectors/signed-assertions/assertion-provider-settings.ts";
import { lastEndOf } from "./connectors/signed-assertions/certificate-dates.ts";
import { isMetadataDue } from "./connectors/signed-assertions/rules/certificate-watch.ts";
import { markMetadataAsked, selectPublishingProviders } from "./metadata-reading-store.ts";

/** No provider is asked twice within this time, whatever its certificates say. */
const shortestPauseSeconds = 23 * 3600;

/** Has the metadata read of every provider whose time has come; to be run about hourly on any node. */
export async function queueMetadataReadings(machine: Machine): Promise<void> {
  const now = machine.clock();
  const before = secondsAfter(now, -shortestPauseSeconds);
  for (const { tenantId, providerId, settings, askedAt } of await selectPublishingProviders(
    machine.database,
    before,
  )) {
    const endsAt = lastEndOf(assertionSettings.parse(settings).certificates);
    if (endsAt && !isMetadataDue(endsAt, askedAt, now)) continue;
    await machine.database.transaction().execute(async (transaction) => {
      // Another node may have been faster.
      if (await markMetadataAsked(transaction, { tenantId, providerId, now, before }))
        await machine.jobs.enqueue(transaction, "read-provider-metadata", [{ tenantId, providerId }]);
    });
  }
}
