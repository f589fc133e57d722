import { type Context, Hono } from "hono";
import { findApplicationInTenant } from "../../../domain/applications/find-application.ts";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import { findInvitationByTicket } from "../../../domain/invitations/find-invitation-by-ticket.ts";
import { type InvitationStanding, standingOf } from "../../../domain/redemption/read-invitation.ts";
import { startTransaction } from "../../../domain/signin/sign-in-transaction.ts";
import { maskEmailAddress } from "../../../foundation/email-address.ts";
import { type InvitationId, parseGuid, type TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { ensureBrowser } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { clientAddress } from "../../shared/request-context.ts";
import { frameOf } from "../layout/frame-of.ts";
import { invitedPage } from "../views/invited-page.ts";
import { problemPage } from "../views/problem-page.ts";
import type { ProblemKind } from "../views/problem-texts.ts";
import { namedInviter } from "./named-inviter.ts";

/**
 * The link in an invitation mail. Opening it changes nothing, however often a scanner does; the form on it begins the
 * journey that may redeem it.
 */
export function redeemRoutes(machine: Machine): Hono {
  return new Hono()
    .get("/", async (c) => {
      const found = await findByLink(c, machine);
      return found.kind === "found"
        ? showInvitation(c, machine, found.standing)
        : showProblem(c, machine, found);
    })
    .post("/", async (c) => {
      const found = await findByLink(c, machine);
      if (found.kind !== "found") return showProblem(c, machine, found);
      const { standing } = found;
      const session = await ensureBrowser(c, machine);
      const form = await readForm(c);
      if (!isCsrfToken(machine, session.sessionId, form["csrf"])) return showInvitation(c, machine, standing);
      if (form["decision"] === "not-now") return showLater(c, machine, standing);
      const { tenantId, invitationId } = standing.invitation;
      const transactionId = await startTransaction(machine, session.sessionId, {
        kind: "redeem",
        tenantId,
        invitationId,
      });
      return c.redirect(`/signin/${transactionId}`, 303);
    });
}

type Found =
  | { readonly kind: "found"; readonly standing: InvitationStanding }
  | {
      readonly kind: "problem";
      readonly problem: ProblemKind;
      readonly standing?: InvitationStanding;
      readonly retryAfterSeconds?: number;
    };

async function findByLink(c: Context, machine: Machine): Promise<Found> {
  const tenantId = parseGuid<TenantId>(c.req.query("tenant") ?? "");
  const invitationId = parseGuid<InvitationId>(c.req.query("invitation") ?? "");
  const ticket = c.req.query("ticket") ?? "";
  const network = clientAddress(c, machine.configuration.behindProxy) ?? "unknown";
  const retryAfterSeconds = await machine.limits.waitOf("ticket-tried-by-network", network);
  if (retryAfterSeconds !== undefined) return { kind: "problem", problem: "rate-limited", retryAfterSeconds };
  const invitation =
    tenantId && invitationId
      ? await findInvitationByTicket(machine.database, tenantId, invitationId, ticket, machine.clock())
      : undefined;
  if (!invitation) {
    await machine.limits.consume("ticket-tried-by-network", network);
    return { kind: "problem", problem: "invitation-unknown" };
  }
  const standing = await standingOf(machine, invitation);
  if (!standing.problem) return { kind: "found", standing };
  const problem =
    standing.problem === "invitation-accepted" ? "invitation-already-accepted" : standing.problem;
  return { kind: "problem", problem, standing };
}

async function showInvitation(
  c: Context,
  machine: Machine,
  { invitation }: InvitationStanding,
): Promise<Response> {
  const tenant = await findTenant(machine.database, invitation.tenantId);
  const application =
    invitation.applicationId &&
    (await findApplicationInTenant(machine.database, invitation.tenantId, invitation.applicationId));
  const session = await ensureBrowser(c, machine);
  const url = new URL(c.req.url);
  return c.html(
    invitedPage({
      frame: frameOf(c, machine, tenant, { uiLocales: invitation.messageLanguage }),
      csrf: csrfToken(machine, session.sessionId),
      action: `${url.pathname}${url.search}`,
      inviter: namedInviter(invitation.inviter),
      application: application ? { displayName: application.application.displayName } : undefined,
      invitedAddress: maskEmailAddress(invitation.email),
      message: invitation.messageBody,
      expires: invitation.expiresAt,
    }),
  );
}

async function showLater(
  c: Context,
  machine: Machine,
  { invitation }: InvitationStanding,
): Promise<Response> {
  const tenant = await findTenant(machine.database, invitation.tenantId);
  const url = new URL(c.req.url);
  return c.html(
    problemPage({
      frame: frameOf(c, machine, tenant),
      problem: "redemption-declined",
      nextUrl: `${url.pathname}${url.search}`,
    }),
  );
}

async function showProblem(
  c: Context,
  machine: Machine,
  found: Extract<Found, { readonly kind: "problem" }>,
): Promise<Response> {
  const invitation = found.standing?.invitation;
  const tenant = invitation && (await findTenant(machine.database, invitation.tenantId));
  const isAccepted = found.problem === "invitation-already-accepted";
  return c.html(
    problemPage({
      frame: frameOf(c, machine, tenant),
      problem: found.problem,
      ...(invitation && {
        inviter: namedInviter(invitation.inviter),
        when:
          invitation.state === "expired"
            ? invitation.expiresAt
            : isAccepted
              ? invitation.acceptedAt
              : invitation.revokedAt,
      }),
      retryAfterSeconds: found.retryAfterSeconds,
      nextUrl: isAccepted ? invitation?.redirectUrl : undefined,
      details: { time: machine.clock(), correlationId: c.get("correlationId"), traceId: c.get("requestId") },
    }),
    found.problem === "rate-limited" ? 429 : isAccepted ? 200 : 404,
  );
}
