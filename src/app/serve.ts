import { readFileSync } from "node:fs";
import { mailPictures } from "../domain/directory/branding/find-mail-picture.ts";
import { findSetUpTicket } from "../domain/directory/set-up-ticket.ts";
import { untilAskedToStop } from "../edges/cli/until-asked-to-stop.ts";
import type { Configuration } from "../platform/config/configuration.ts";
import { startMailSending } from "../platform/mail/start-mail-sending.ts";
import type { LocalCertificate } from "../platform/secrets/local-certificate.ts";
import { buildApp } from "./build-app.ts";
import { demoChecklist } from "./demo/demo-checklist.ts";
import { demoDescription, writeDemoFile } from "./demo/demo-file.ts";
import { claimDataFor } from "./demo/demo-mark.ts";
import { type DemoOrganisations, demoOrganisations } from "./demo/demo-organisations.ts";
import { seedDemo } from "./demo/seed-demo.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { startListening, stopListening } from "./listen.ts";
import { type OpenMachine, openMachine } from "./open-machine.ts";
import { recordServiceAddress } from "./service-record.ts";
import { startMetadataReadings } from "./start-metadata-readings.ts";
import { startSignOutNotices } from "./start-sign-out-notices.ts";

/**
 * Runs a node of the service until SIGINT or SIGTERM, then takes it down in order: no new requests, running ones
 * end, jobs end, connections close, and the embedded database stops last. Throws StartRefused.
 */
export async function serve(
  configuration: Configuration,
  options: { readonly json: boolean },
): Promise<void> {
  const started = performance.now();
  const stop = untilAskedToStop();
  const open = await openMachine(configuration, { serves: true });
  try {
    await claimDataFor(
      configuration.mode,
      open.machine.database,
      configuration.databaseUrl ? "DATABASE_URL" : configuration.dataDirectory,
    );
    await runUntil(stop, open, { started, json: options.json });
  } finally {
    await open.close();
  }
}

async function runUntil(
  stop: Promise<unknown>,
  open: OpenMachine,
  options: { readonly started: number; readonly json: boolean },
): Promise<void> {
  const { machine, jobs } = open;
  const { configuration } = machine;
  const demo = configuration.mode === "demo" ? demoOrganisations(configuration.publicUrl) : undefined;
  if (demo) await seedDemo(machine, demo);
  await recordServiceAddress(machine);
  const certificate = await certificateOf(configuration, machine.clock());
  const trust = certificate ? { trustedCertificates: [readFileSync(certificate.authorityPath, "utf8")] } : {};
  const server = await startListening(configuration, buildApp(machine, demo, trust).fetch, certificate);
  const mail = await startMailSending(machine, jobs, mailPictures(machine.database));
  await startSignOutNotices(machine, jobs);
  await startMetadataReadings(machine, jobs);
  const housekeeping = startHousekeeping(machine);
  try {
    await announce(open, demo, { ...options, certificate });
    await stop;
  } finally {
    const tidied = housekeeping.stop();
    await stopListening(server);
    await jobs.stop();
    await mail.stop();
    await tidied;
  }
}

async function certificateOf(configuration: Configuration, now: Date): Promise<LocalCertificate | undefined> {
  if (!configuration.https) return undefined;
  // Loaded when needed: the certificate library would cost every start a quarter of a second.
  const { openLocalCertificate } = await import("../platform/secrets/local-certificate.ts");
  return openLocalCertificate(configuration.dataDirectory, new URL(configuration.publicUrl).hostname, now);
}

async function announce(
  { machine }: OpenMachine,
  demo: DemoOrganisations | undefined,
  start: {
    readonly started: number;
    readonly json: boolean;
    readonly certificate: LocalCertificate | undefined;
  },
): Promise<void> {
  const { configuration } = machine;
  const { publicUrl, dataDirectory } = configuration;
  if (demo) {
    const description = demoDescription(publicUrl, demo);
    const demoFile = writeDemoFile(dataDirectory, description);
    const seconds = (performance.now() - start.started) / 1000;
    const authorityPath = start.certificate?.authorityPath;
    process.stdout.write(
      start.json
        ? `${JSON.stringify(description)}\n`
        : demoChecklist(publicUrl, demo, { seconds, demoFile, authorityPath }),
    );
    return;
  }
  const ticket = await findSetUpTicket(machine);
  process.stdout.write(`Guesthouse is ready          ${publicUrl}\n`);
  if (ticket) {
    process.stdout.write(
      `\nThere is no organisation yet. Set up the first one and its administrator with this link; it works once:\n\n  ${publicUrl}/set-up?ticket=${ticket}\n\n`,
    );
  }
}
