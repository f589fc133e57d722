import type { Context } from "hono";
import {
  findApplicationInTenant,
  findOfferedApplication,
} from "../../domain/applications/find-application.ts";
import type { ApplicationInTenant } from "../../domain/applications/rules/application.ts";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { User } from "../../domain/directory/rules/user.ts";
import type { CompletedSignIn } from "../../domain/signin/rules/completed-sign-in.ts";
import { issueCode } from "../../domain/tokens/issue-code.ts";
import { issueUserTokens } from "../../domain/tokens/issue-user-tokens.ts";
import type { AuthorizationGrant } from "../../domain/tokens/rules/authorization-grant.ts";
import { accept, type Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { clientAddress } from "../shared/request-context.ts";
import { type AnswerPlan, readAnswerPlan } from "./answer-plan.ts";
import { chooseAccess } from "./choose-access.ts";
import { clientInfo } from "./client-info.ts";
import type { OidcPorts } from "./oidc-ports.ts";
import { recordOutcome } from "./record-outcome.ts";
import { type ProtocolRefusal, protocolError } from "./rules/protocol-error.ts";
import { parseScope } from "./rules/requested-scopes.ts";
import { sendAnswer } from "./send-answer.ts";
import { errorDescription, errorUri } from "./show-refusal.ts";
import type { SignInCompleted, SignInRefused } from "./sign-in-port.ts";

/** Everything an authorization response is made from. */
interface Answering {
  readonly plan: AnswerPlan;
  readonly tenant: Tenant;
  readonly client: ApplicationInTenant;
  readonly user: User;
  readonly grant: AuthorizationGrant;
}

type AnswerFields = Readonly<Record<string, string | undefined>>;

/** Answers an application whose person has signed in (OpenID Connect Core sections 3.1.2.5, 3.2.2.5 and 3.3.2.5). */
export async function answerSignIn(
  c: Context,
  ports: OidcPorts,
  { signIn, user }: SignInCompleted,
  { isInteractive }: { readonly isInteractive: boolean },
): Promise<Response> {
  const { machine, pages } = ports;
  const answering = await gatherAnswer(c, machine, signIn, user);
  const { plan, tenant, client, grant } = answering;
  const parts = await issueParts(machine, answering);
  const error = parts.ok ? undefined : protocolError(parts.refusal);
  await recordOutcome(c, machine, {
    tenantId: tenant.tenantId,
    client,
    user,
    signIn: grant.signIn,
    isInteractive,
    policies: signIn.policyOutcomes,
    errorCode: error?.number ?? 0,
    ...(error ? { failureReason: error.text } : {}),
  });
  const fields: AnswerFields = parts.ok
    ? {
        ...parts.value,
        client_info: plan.wantsClientInfo
          ? clientInfo(tenant.tenantId, user.userId, grant.signIn)
          : undefined,
        session_state: signIn.accountId,
      }
    : errorFields(c, machine, protocolError(parts.refusal));
  return sendAnswer(c, pages, plan, fields, client.application.displayName);
}

/** Tells the application, or else the person, that the sign-in ended without success. */
export async function refuseSignIn(
  c: Context,
  { machine, pages }: OidcPorts,
  refused: SignInRefused,
): Promise<Response> {
  const { request } = refused;
  const client = await findOfferedApplication(machine.database, request.tenantId, request.applicationId);
  if (client) {
    await recordOutcome(c, machine, {
      tenantId: request.tenantId,
      client,
      isInteractive: request.prompt.kind !== "none",
      errorCode: refused.aadsts,
      failureReason: refused.description,
      policies: refused.policyOutcomes,
    });
  }
  const error = { number: refused.aadsts, error: refused.error, text: refused.description };
  if (refused.redirectable) {
    const name = client?.application.displayName ?? "";
    return sendAnswer(c, pages, readAnswerPlan(request.answer), errorFields(c, machine, error), name);
  }
  return pages.showError(c, {
    status: 403,
    error: error.error,
    aadsts: error.number,
    text: error.text,
    correlationId: c.get("correlationId"),
    traceId: c.get("requestId"),
    time: machine.clock(),
  });
}

/** The error part of an authorization response (RFC 6749 section 4.1.2.1). */
export function errorFields(
  c: Context,
  machine: Machine,
  error: { readonly number: number; readonly error: string; readonly text: string },
): AnswerFields {
  return {
    error: error.error,
    error_description: errorDescription(c, error.number, error.text, machine.clock()),
    error_uri: errorUri(machine, error.number),
  };
}

async function gatherAnswer(
  c: Context,
  machine: Machine,
  signIn: CompletedSignIn,
  user: User,
): Promise<Answering> {
  const { database } = machine;
  const plan = readAnswerPlan(signIn.answer);
  const [tenant, client] = await Promise.all([
    findTenant(database, signIn.tenantId),
    findApplicationInTenant(database, signIn.tenantId, signIn.applicationId),
  ]);
  if (!tenant || !client) throw new Error("tenant or client vanished during a sign-in");
  const grant: AuthorizationGrant = {
    redirectUri: plan.redirectUri,
    platform: plan.platform,
    version: plan.version,
    scope: plan.scope,
    resource: plan.resource,
    grantedAt: machine.clock().toISOString(),
    signIn: {
      sessionId: signIn.accountId,
      amr: signIn.amr,
      authenticatedAt: signIn.authenticatedAt.toISOString(),
      ipAddress: clientAddress(c, machine.configuration.behindProxy),
      authenticatedBy: signIn.authenticatedBy,
    },
    nonce: plan.nonce,
    codeChallenge: plan.codeChallenge,
    requestedClaims: plan.requestedClaims,
    alias: plan.alias,
  };
  return { plan, tenant, client, user, grant };
}

/** The code and the tokens that the response type asks for. */
async function issueParts(
  machine: Machine,
  { plan, tenant, client, user, grant }: Answering,
): Promise<Result<AnswerFields, ProtocolRefusal>> {
  const wanted = new Set(plan.responseType);
  const scopes = parseScope(plan.scope);
  if (!scopes.ok) return scopes;
  const access = wanted.has("token")
    ? await chooseAccess(machine, {
        tenant,
        client,
        userId: user.userId,
        openId: scopes.value.openId,
        asked: scopes.value,
        mustBeOneResource: false,
      })
    : undefined;
  if (access && !access.ok) return access;
  const code = wanted.has("code")
    ? await issueCode(machine, {
        tenantId: tenant.tenantId,
        applicationId: client.application.applicationId,
        userId: user.userId,
        grant,
      })
    : undefined;
  if (wanted.size === 1 && code !== undefined) return accept({ code });
  const tokens = await issueUserTokens(machine, {
    tenant,
    client,
    version: plan.version,
    clientProof: "none",
    user,
    signIn: grant.signIn,
    requested: {
      idToken: plan.requestedClaims,
      accessToken: plan.accessTokenClaims,
      clientCapabilities: plan.clientCapabilities,
    },
    channel: "front",
    openIdScopes: scopes.value.openId,
    idToken: wanted.has("id_token") ? { nonce: plan.nonce, code } : undefined,
    access: access?.value,
  });
  return accept({
    code,
    id_token: tokens.idToken,
    ...(tokens.accessToken && access
      ? {
          access_token: tokens.accessToken.text,
          token_type: "Bearer",
          expires_in: String(tokens.accessToken.lifetimeSeconds),
          scope: plan.resource === undefined ? access.value.scopeAnswer : access.value.scopes.join(" "),
        }
      : {}),
  });
}
