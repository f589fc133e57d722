import type { Actor, Circumstances } from "../../domain/audit/circumstances.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import { type InvitationOutcome, inviteGuests } from "../../domain/invitations/invite-guests.ts";
import { previewInvitations } from "../../domain/invitations/preview-invitations.ts";
import type { InvitedGuest } from "../../domain/invitations/record-invitations.ts";
import type { InviteRequest } from "../../domain/invitations/rules/invite-request.ts";
import type { InvitationPlan } from "../../domain/invitations/rules/repeat-invitation.ts";
import type { Machine } from "../../platform/machine.ts";
import { actingPerson } from "./acting-person.ts";
import { chooseTenant } from "./choose-tenant.ts";
import { CommandRefused } from "./command-refused.ts";
import type { InviteOptions } from "./invite-options.ts";
import { print, printAside, printJson, printTable } from "./print.ts";
import { type InvitedAddress, printInvited } from "./print-invited.ts";
import { requestsOfRows } from "./request-of-row.ts";
import { explainRefusal } from "./rules/explain-refusal.ts";
import { wordOfStep } from "./rules/row-result.ts";
import type { SetExitCode } from "./set-exit-code.ts";

/** Invites the addresses given on the command line; all are checked before the first is invited. */
export async function inviteAddresses(
  machine: Machine,
  emails: readonly string[],
  options: InviteOptions,
  setExitCode: SetExitCode,
): Promise<void> {
  const tenant = await chooseTenant(machine, options);
  const circumstances = await actingPerson(machine, tenant, options.as);
  const requests = await requestsOf(machine, tenant, emails, options);
  const forecasts = await forecastsOf(machine, circumstances.actor, tenant, requests);
  const problems = forecasts.filter(({ problem }) => problem !== undefined);
  if (options.dryRun || problems.length > 0) {
    if (problems.length > 0) setExitCode(1);
    if (options.json) printJson({ tenantId: tenant.tenantId, dryRun: true, forecasts });
    else printForecasts(tenant, forecasts);
    if (problems.length > 0) printAside("\nNobody was invited.");
    return;
  }
  const outcomes = await invite(machine, circumstances, tenant, requests);
  if (outcomes.some(({ ok }) => !ok)) setExitCode(1);
  // An invitation without a mail is of no use without its link.
  const showsLinks = options.links || !options.mail;
  const shown = outcomes.map((outcome, index) => resultOf(requests[index]?.email ?? "", outcome, showsLinks));
  if (options.json) printJson({ tenantId: tenant.tenantId, invitations: shown });
  else printInvited(tenant.displayName, shown);
}

async function requestsOf(
  machine: Machine,
  tenant: Tenant,
  emails: readonly string[],
  options: InviteOptions,
): Promise<InviteRequest[]> {
  const requestOf = await requestsOfRows(machine, tenant, options);
  const requests: InviteRequest[] = [];
  for (const email of emails) {
    const request = await requestOf({ ...emptyRow, email });
    if (!request.ok) throw new CommandRefused(explainRefusal(request.refusal));
    requests.push(request.value);
  }
  return requests;
}

const emptyRow = {
  name: undefined,
  message: undefined,
  language: undefined,
  redirectUrl: undefined,
  sponsors: [],
  application: undefined,
  copies: [],
  sendMail: undefined,
  lifetimeDays: undefined,
};

interface Forecast {
  readonly email: string;
  readonly step: InvitationPlan["step"] | undefined;
  readonly problem: string | undefined;
}

async function forecastsOf(
  machine: Machine,
  actor: Actor,
  { tenantId }: Tenant,
  requests: readonly InviteRequest[],
): Promise<Forecast[]> {
  const preview = await previewInvitations(machine, actor, { tenantId, requests });
  if (!preview.ok) throw new CommandRefused(explainRefusal(preview.refusal));
  return preview.value.map((forecast, index) => {
    const email = requests[index]?.email.trim() ?? "";
    if (!forecast.ok) return { email, step: undefined, problem: explainRefusal(forecast.refusal) };
    const problem = forecast.value.isRepeated ? "The address is given twice." : undefined;
    return { email, step: forecast.value.step, problem };
  });
}

async function invite(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId }: Tenant,
  requests: readonly InviteRequest[],
): Promise<InvitationOutcome[]> {
  const outcomes = await inviteGuests(machine, circumstances, { tenantId, requests });
  if (!outcomes.ok) throw new CommandRefused(explainRefusal(outcomes.refusal));
  return outcomes.value;
}

const forecastWords: { readonly [Step in InvitationPlan["step"]]: string } = {
  "new-guest": "will be invited",
  "invite-again": "has not accepted yet: will be invited again",
  "already-accepted": "has accepted already: nothing will be mailed",
  reset: "will have to accept again",
  convert: "will sign in from outside",
};

function printForecasts(tenant: Tenant, forecasts: readonly Forecast[]): void {
  print(`For ${tenant.displayName}\n`);
  printTable(
    forecasts.map(({ email, step, problem }) => [email, problem ?? (step ? forecastWords[step] : "")]),
    "  ",
  );
}

function resultOf(email: string, outcome: InvitationOutcome, showsLinks: boolean): InvitedAddress {
  const nothing = { userId: null, invitationId: null, mail: "none" } as const;
  if (!outcome.ok) return { email, result: "refused", ...nothing, error: explainRefusal(outcome.refusal) };
  const { invitation, user, step, redeemUrl }: InvitedGuest = outcome.value;
  return {
    email: invitation.email,
    result: wordOfStep(step),
    userId: user.userId,
    invitationId: invitation.invitationId,
    mail: invitation.mailId === undefined ? "none" : "queued",
    ...(showsLinks ? { inviteRedeemUrl: redeemUrl } : {}),
    error: null,
  };
}
