import type { Context } from "hono";
import { recordSignIn, type SignInEntry } from "../../../domain/audit/record-sign-in.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { partnerIssuer } from "../../../domain/federation/connectors/guesthouse/rules/partner-addresses.ts";
import { findVisitedOrganisation } from "../../../domain/visits/find-visited-organisation.ts";
import { issueVisitCode } from "../../../domain/visits/issue-visit-code.ts";
import type { Visit } from "../../../domain/visits/rules/visit.ts";
import { parseGuid, type TenantId, type TransactionId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { circumstancesOf } from "../../shared/request-context.ts";
import { signInErrors } from "../../shared/sign-in-errors.ts";
import { findPlaceOfPath } from "../find-tenant-of-path.ts";
import type { OidcPorts } from "../oidc-ports.ts";
import { answerLocation } from "../rules/answer-location.ts";
import { type ProtocolRefusal, protocolError } from "../rules/protocol-error.ts";
import { readParameters } from "../rules/request-parameters.ts";
import { seeOther } from "../see-other.ts";
import { errorDescription, showRefusal } from "../show-refusal.ts";
import { readVisit } from "./read-visit.ts";

/** `GET /{tenant}/partner/authorize`: an organisation of another deployment sends a guest of its own home. */
export async function partnerAuthorizeEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const shown = (refusal: ProtocolRefusal) => showRefusal(c, machine, pages, refusal);
  const parameters = readParameters(new URL(c.req.url).searchParams);
  if (!parameters.ok) return shown(parameters.refusal);
  const place = await findPlaceOfPath(c, machine);
  if (!place.ok) return shown(place.refusal);
  if (place.value.kind === "alias") return shown({ code: "tenant-unknown" });
  const clientId = parameters.value.get("client_id");
  if (clientId === undefined) return shown({ code: "parameter-missing", detail: "client_id" });

  const network = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy).ipAddress;
  const found = await findVisitedOrganisation(machine, clientId, network ?? "unknown");
  if (!found.ok) {
    machine.log.warn(
      { clientId, refusal: found.refusal },
      "an organisation that asks about a member is refused",
    );
    return shown({ code: "client-unknown", detail: clientId });
  }
  const organisation = found.value;
  // RFC 6749 section 3.1.2.3: compared character by character, and nothing is redirected before it is the same.
  const redirectUri = parameters.value.get("redirect_uri");
  if (redirectUri !== organisation.redirectUri)
    return shown({ code: "redirect-uri-unregistered", detail: redirectUri ?? "" });

  const { tenantId } = place.value.tenant;
  const visit = readVisit(parameters.value, organisation);
  if (!visit.ok) {
    const { error, number, text } = protocolError(visit.refusal);
    const state = parameters.value.get("state");
    return seeOther(
      c,
      locationOf(ports, tenantId, { organisation, state }, told(c, ports, error, number, text)),
    );
  }
  return seeOther(c, await signIn.startVisit(c, tenantId, visit.value));
}

/** `GET /{tenant}/partner/complete?transaction=ID`: the journey at home is over. */
export async function partnerCompleteEndpoint(c: Context, ports: OidcPorts): Promise<Response> {
  const { machine, pages, signIn } = ports;
  const transactionId = parseGuid<TransactionId>(c.req.query("transaction") ?? "");
  const outcome = transactionId ? await signIn.completeVisit(c, transactionId) : { kind: "unknown" as const };
  switch (outcome.kind) {
    case "unknown":
      return showRefusal(c, machine, pages, { code: "transaction-unknown" });
    case "interact":
      return seeOther(c, outcome.location);
    case "refused": {
      const { error, number, description } = signInErrors[outcome.code];
      const { tenantId, visit, code: failureReason } = outcome;
      // Who proved the password of a disabled account stands in the log by that.
      if (failureReason !== "account-disabled")
        await log(c, machine, tenantId, visit, { errorCode: number, failureReason });
      return goOn(c, ports, tenantId, visit, told(c, ports, error, number, description));
    }
    case "vouched": {
      const { visit, user, amr, authenticatedAt } = outcome;
      const { tenantId, userId } = user;
      const code = await issueVisitCode(machine, { tenantId, userId, visit, amr, authenticatedAt });
      await log(c, machine, tenantId, visit, {
        user: { id: userId, name: user.userPrincipalName, kind: user.kind },
        errorCode: 0,
      });
      return goOn(c, ports, tenantId, visit, { code });
    }
  }
}

/** Writes to the tenant's sign-in log who asked about one of its people, and what became of it. */
function log(
  c: Context,
  machine: Machine,
  tenantId: TenantId,
  { organisation: { displayName, host } }: Visit,
  outcome: Pick<SignInEntry, "user" | "errorCode" | "failureReason">,
): Promise<void> {
  const circumstances = circumstancesOf(c, { kind: "unknown" }, machine.configuration.behindProxy);
  const details = { askedBy: `${displayName} (${host})` };
  return recordSignIn(machine.database, machine.clock(), circumstances, {
    ...{ tenantId, isInteractive: true, details },
    ...outcome,
  });
}

/** On to the organisation, by a page with a link: a form may have been posted on the way here. */
function goOn(
  c: Context,
  ports: OidcPorts,
  tenantId: TenantId,
  visit: Visit,
  fields: Readonly<Record<string, string>>,
): Response | Promise<Response> {
  c.header("cache-control", "no-store");
  const { displayName, host } = visit.organisation;
  const continueUrl = locationOf(ports, tenantId, visit, fields);
  return ports.pages.showGoingOn(c, { visited: { displayName, host }, continueUrl });
}

/** RFC 9207: the answer says who gives it, so that no other partner's can be taken for it. */
function locationOf(
  { machine }: OidcPorts,
  tenantId: Tenant["tenantId"],
  { organisation, state }: Pick<Visit, "organisation"> & { readonly state: string | undefined },
  fields: Readonly<Record<string, string>>,
): string {
  const iss = partnerIssuer(machine.configuration.publicUrl, tenantId);
  return answerLocation(organisation.redirectUri, "query", {
    ...fields,
    ...(state !== undefined && { state }),
    iss,
  });
}

function told(c: Context, { machine }: OidcPorts, error: string, number: number, text: string) {
  return { error, error_description: errorDescription(c, number, text, machine.clock()) };
}
