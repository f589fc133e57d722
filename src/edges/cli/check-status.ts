import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { graphApplicationId } from "../../domain/applications/rules/graph-permissions.ts";
import { listTenants } from "../../domain/directory/find-tenant.ts";
import { issueApplicationToken } from "../../domain/tokens/issue-application-token.ts";
import { type SigningKeys, signingKeys } from "../../domain/tokens/signing-keys.ts";
import { verifyAccessToken } from "../../domain/tokens/verify-access-token.ts";
import { isDatabaseReady } from "../../platform/database/is-database-ready.ts";
import type { Machine } from "../../platform/machine.ts";
import { mailBacklog } from "../../platform/mail/mail-state.ts";
import { askService } from "./ask-service.ts";
import { durationText } from "./rules/duration-text.ts";

/** One thing looked at. `note`: nothing is broken, but somebody should know. */
export interface StatusCheck {
  readonly name: string;
  readonly state: "ok" | "note" | "failed";
  readonly detail: string;
}

export const serviceCheck = "Service";

type Finding = Omit<StatusCheck, "name">;

/** Looks at everything the service needs to work, by using it. */
export async function checkStatus(
  machine: Machine,
): Promise<{ readonly publicUrl: string; readonly checks: readonly StatusCheck[] }> {
  const checks: StatusCheck[] = [];
  for (const [name, check] of all) {
    const finding = await check(machine).catch(
      (error: unknown): Finding => ({ state: "failed", detail: (error as Error).message }),
    );
    checks.push({ name, ...finding });
  }
  return { publicUrl: machine.configuration.publicUrl, checks };
}

const all: readonly (readonly [name: string, check: (machine: Machine) => Promise<Finding>])[] = [
  ["Database", checkDatabase],
  ["Signing keys", checkKeys],
  ["Token", checkToken],
  ["Mail", checkMail],
  [serviceCheck, askService],
];

/** That the command has come so far proves the migrations, too: it does not run on any other schema. */
async function checkDatabase({ database, configuration }: Machine): Promise<Finding> {
  const started = performance.now();
  if (!(await isDatabaseReady(database)))
    return { state: "failed", detail: "does not answer within a second" };
  const kind = configuration.databaseUrl ? "of DATABASE_URL" : `in ${configuration.dataDirectory}`;
  return { state: "ok", detail: `${kind}, answers in ${milliseconds(started)}; the schema is up to date` };
}

/** Reading the ring decrypts the key that signs, which only the right master key can. */
async function checkKeys(machine: Machine): Promise<Finding> {
  const { configuration } = machine;
  let keys: SigningKeys;
  try {
    keys = await signingKeys(machine);
  } catch (error) {
    const source = configuration.masterKey
      ? "GUESTHOUSE_MASTER_KEY"
      : `master.key in ${configuration.dataDirectory}`;
    return {
      state: "failed",
      detail: `the signing key cannot be decrypted (${(error as Error).message}): ${source} is not the master key this database was made with`,
    };
  }
  const { current, published } = keys;
  return {
    state: "ok",
    detail: `the master key opens the one that signs, ${current.keyId}; ${published.length} published`,
  };
}

/** Makes a token as an application would get one, and checks it as Graph would. It gives no right to anything. */
async function checkToken(machine: Machine): Promise<Finding> {
  const [tenant] = await listTenants(machine.database);
  if (tenant === undefined)
    return {
      state: "note",
      detail: "not tried: there is no organisation yet (npm start prints a set-up link)",
    };
  const started = performance.now();
  const { tenantId } = tenant;
  const graph = await findApplicationInTenant(machine.database, tenantId, graphApplicationId);
  if (graph === undefined) return { state: "failed", detail: `${tenant.displayName} does not have Graph` };
  const token = await issueApplicationToken(machine, {
    tenantId,
    client: graph,
    clientProof: "secret",
    resource: graph,
    audience: graphApplicationId,
    roles: [],
    clientCapabilities: [],
  });
  const verified = await verifyAccessToken(machine, token.text);
  if (!verified.ok)
    return { state: "failed", detail: `a token was made and refused: ${verified.refusal.code}` };
  return {
    state: "ok",
    detail: `made for ${tenant.displayName}, signed and verified in ${milliseconds(started)}`,
  };
}

/** Mails normally leave within seconds. */
const longWaitSeconds = 600;

async function checkMail({ database, configuration, clock }: Machine): Promise<Finding> {
  const { queued, failed, oldestQueuedAt } = await mailBacklog(database);
  const waited = oldestQueuedAt ? (clock().getTime() - oldestQueuedAt.getTime()) / 1000 : 0;
  const since = queued > 0 ? `, the oldest for ${durationText(waited)}` : "";
  const unset =
    configuration.smtpUrl === undefined && configuration.mode === "production" ? "; SMTP_URL is not set" : "";
  return {
    state: failed > 0 || waited > longWaitSeconds || unset !== "" ? "note" : "ok",
    detail: `${queued} waiting${since}; ${failed} failed${unset}`,
  };
}

function milliseconds(started: number): string {
  return `${Math.max(1, Math.round(performance.now() - started))} ms`;
}
