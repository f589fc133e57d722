import { accept, type Result } from "../../../foundation/result.ts";
import type { Authority, AuthorityRefusal } from "./authority.ts";
import { challengeOf, type RememberedRun, stateOf } from "./flow-cookie.ts";
import { type AnswerPath, fieldsOf } from "./rules/answer.ts";
import { authorizationParameters } from "./rules/authorization-parameters.ts";
import type { Exchange, SentRequest } from "./rules/exchange.ts";
import type { Parameter } from "./rules/more-parameters.ts";
import type { ClientRefusal, TestClient } from "./rules/test-client.ts";
import { involvesCode } from "./rules/test-settings.ts";
import { type Grant, tokenParameters } from "./rules/token-parameters.ts";
import { findParties, type Tester } from "./tester.ts";
import { callTokenEndpoint } from "./token-endpoint-call.ts";

/** Where a run stands, and what the page has to do next. */
export type RunStep =
  | { readonly kind: "send-person"; readonly request: SentRequest }
  | { readonly kind: "redeem-in-browser"; readonly tokenRequest: SentRequest }
  | { readonly kind: "finished"; readonly exchange: Exchange; readonly parties: Parties };

export interface Parties {
  readonly client: TestClient;
  readonly authority: Authority;
}

export type RunRefusal = ClientRefusal | AuthorityRefusal;

/** Begins a run: sends the person to the authorization endpoint, or asks for tokens at once. */
export async function beginRun(tester: Tester, run: RememberedRun): Promise<Result<RunStep, RunRefusal>> {
  const parties = await findParties(tester, run.settings);
  if (!parties.ok) return parties;
  const request = authorizationRequest(tester, run, parties.value);
  if (request) return accept({ kind: "send-person", request });
  const grant: Grant =
    run.settings.flow === "refresh"
      ? { kind: "refresh", refreshToken: run.settings.refreshToken }
      : { kind: "client-credentials" };
  return accept(await askForTokens(tester, run, parties.value, grant, {}));
}

/** Goes on with the answer of the authorization endpoint: redeems the code, if there is one. */
export async function continueRun(
  tester: Tester,
  run: RememberedRun,
  path: AnswerPath,
  parameters: readonly Parameter[],
): Promise<Result<RunStep, RunRefusal>> {
  const parties = await findParties(tester, run.settings);
  if (!parties.ok) return parties;
  const exchange: Exchange = {
    request: authorizationRequest(tester, run, parties.value),
    answer: { path, parameters },
  };
  const { code } = fieldsOf(parameters);
  if (code === undefined || !involvesCode(run.settings.flow)) {
    return accept({ kind: "finished", exchange, parties: parties.value });
  }
  return accept(await askForTokens(tester, run, parties.value, codeGrant(tester, run, code), exchange));
}

/** Ends a run whose tokens the browser fetched, as a single-page app does. */
export async function endBrowserRun(
  tester: Tester,
  run: RememberedRun,
  answer: Exchange["answer"],
  refreshToken: string | undefined,
  tokenAnswer: { readonly status: number; readonly body: string },
): Promise<Result<RunStep, RunRefusal>> {
  const parties = await findParties(tester, run.settings);
  if (!parties.ok) return parties;
  const grant: Grant = answer
    ? codeGrant(tester, run, fieldsOf(answer.parameters)["code"] ?? "")
    : { kind: "refresh", refreshToken: refreshToken ?? "" };
  const exchange: Exchange = {
    request: authorizationRequest(tester, run, parties.value),
    answer,
    tokenRequest: { ...tokenRequest(run, parties.value, grant), sentBy: "browser" },
    tokenAnswer,
  };
  return accept({ kind: "finished", exchange, parties: parties.value });
}

async function askForTokens(
  tester: Tester,
  run: RememberedRun,
  parties: Parties,
  grant: Grant,
  before: Exchange,
): Promise<RunStep> {
  const request = tokenRequest(run, parties, grant);
  if (parties.client.platform === "spa") return { kind: "redeem-in-browser", tokenRequest: request };
  const tokenAnswer = await callTokenEndpoint(tester.policy, request.address, request.parameters);
  const exchange: Exchange = { ...before, tokenRequest: { ...request, sentBy: "server" }, tokenAnswer };
  return { kind: "finished", exchange, parties };
}

function authorizationRequest(tester: Tester, run: RememberedRun, parties: Parties): SentRequest | undefined {
  const { flow } = run.settings;
  if (flow === "client-credentials" || flow === "refresh") return undefined;
  const parameters = authorizationParameters(run.settings, flow, parties.client.clientId, tester.address, {
    state: stateOf(run),
    nonce: run.nonce,
    challenge: challengeOf(run),
  });
  return { method: "GET", address: parties.authority.authorizationEndpoint, parameters };
}

function tokenRequest(run: RememberedRun, parties: Parties, grant: Grant): SentRequest {
  return {
    method: "POST",
    address: parties.authority.tokenEndpoint,
    parameters: tokenParameters(run.settings, parties.client, grant),
  };
}

function codeGrant(tester: Tester, run: RememberedRun, code: string): Grant {
  return { kind: "code", code, redirectUri: tester.address, verifier: run.verifier };
}
