/**
 * A process that queues mails as fast as it can and sends them, until it is killed. For each mail whose transaction
 * is committed it prints a line: mail id and address.
 */
import { writeSync } from "node:fs";
import { systemClock } from "../../../src/foundation/clock.ts";
import type { TenantId } from "../../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../../src/foundation/new-identifier.ts";
import { readConfiguration } from "../../../src/platform/config/configuration.ts";
import { openPool, overPool } from "../../../src/platform/database/open-pool.ts";
import { openJobQueue } from "../../../src/platform/jobs/open-job-queue.ts";
import { queueMail } from "../../../src/platform/mail/queue-mail.ts";
import { startMailSending } from "../../../src/platform/mail/start-mail-sending.ts";
import { masterKeyFrom } from "../../../src/platform/secrets/master-key.ts";
import { openLog } from "../../../src/platform/telemetry/log.ts";

const log = openLog("silent");
const configuration = readConfiguration(process.env, { mode: "production" });
const connection = { connectionString: configuration.databaseUrl ?? "" };
const database = overPool(openPool(connection, 5, log));
const jobs = await openJobQueue({ connection, log, doesWork: true });
const masterKey = masterKeyFrom(Buffer.alloc(32, 7));
const machine = { configuration, database, clock: systemClock, masterKey, jobs, log };
await startMailSending(machine, jobs, async () => undefined);

const tenantId = newIdentifier<TenantId>();
for (let count = 0; ; count += 1) {
  const address = `guest-${process.pid}-${count}@fabrikam.example`;
  const mailId = await database.transaction().execute((transaction) =>
    queueMail(machine, transaction, {
      tenantId,
      purpose: "invitation",
      content: {
        fromName: "Contoso via Guesthouse",
        to: { address },
        subject: "You are invited",
        html: "<p>Come in</p>",
        text: "Come in",
        language: "en",
      },
    }),
  );
  writeSync(1, `${mailId} ${address}\n`);
  // A little slower than mails leave, so that some are always on their way and none pile up.
  await new Promise((resolve) => setTimeout(resolve, 4));
}
