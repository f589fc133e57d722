import { type Answer, type HttpConnection, headerOf, requestText } from "./http-connection.ts";

/** What one virtual client does again and again; `number` tells the clients apart. Throws when it went wrong. */
export type Visit = (connection: HttpConnection) => Promise<void>;

export interface TokenScenario {
  readonly kind: "tokens";
  readonly port: number;
  readonly tokenPath: string;
  readonly form: Readonly<Record<string, string>>;
}

export interface SignInScenario {
  readonly kind: "sign-ins";
  readonly port: number;
  readonly authorizePath: string;
  readonly tokenPath: string;
  readonly query: Readonly<Record<string, string>>;
  /** Sent beside the code. */
  readonly form: Readonly<Record<string, string>>;
  /** One browser each. */
  readonly cookies: readonly string[];
}

export interface InvitationScenario {
  readonly kind: "invitations";
  readonly port: number;
  readonly accessToken: string;
  /** Makes addresses of this run unique. */
  readonly mark: string;
}

export interface RefreshScenario {
  readonly kind: "refreshes";
  readonly port: number;
  readonly tokenPath: string;
  /** Sent beside the refresh token. */
  readonly form: Readonly<Record<string, string>>;
  /** One client each, which keeps what it gets for the next time. */
  readonly refreshTokens: readonly string[];
}

export interface GraphScenario {
  readonly kind: "graph";
  readonly port: number;
  readonly accessToken: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: string;
  /** Text that a right answer contains. */
  readonly expected: string;
}

export type Scenario = TokenScenario | SignInScenario | RefreshScenario | InvitationScenario | GraphScenario;

const formHeaders = { "content-type": "application/x-www-form-urlencoded" };

/** Prepares client number `number` of a scenario. */
export function visitOf(scenario: Scenario, number: number): Visit {
  switch (scenario.kind) {
    case "tokens":
      return tokenVisit(scenario);
    case "sign-ins":
      return signInVisit(scenario, number);
    case "refreshes":
      return refreshVisit(scenario, number);
    case "invitations":
      return invitationVisit(scenario, number);
    case "graph":
      return graphVisit(scenario);
  }
}

function tokenVisit({ tokenPath, port, form }: TokenScenario): Visit {
  const request = requestText("POST", tokenPath, port, formHeaders, new URLSearchParams(form).toString());
  return async (connection) => {
    const answer = await connection.send(request);
    expectAnswer(answer, answer.status === 200 && answer.body.includes('"access_token"'));
  };
}

function signInVisit(scenario: SignInScenario, number: number): Visit {
  const { port, tokenPath } = scenario;
  const cookie = scenario.cookies[number % scenario.cookies.length] ?? "";
  const path = `${scenario.authorizePath}?${new URLSearchParams(scenario.query)}`;
  const authorize = requestText("GET", path, port, { cookie });
  const form = new URLSearchParams(scenario.form).toString();
  return async (connection) => {
    const redirect = await connection.send(authorize);
    const code = /[?&]code=([^&]+)/.exec(headerOf(redirect.head, "location") ?? "")?.[1];
    expectAnswer(redirect, code !== undefined);
    const exchange = requestText("POST", tokenPath, port, formHeaders, `${form}&code=${code}`);
    const answer = await connection.send(exchange);
    const isComplete = answer.body.includes('"id_token"') && answer.body.includes('"access_token"');
    expectAnswer(answer, answer.status === 200 && isComplete);
  };
}

function refreshVisit({ port, tokenPath, form, refreshTokens }: RefreshScenario, number: number): Visit {
  let refreshToken = refreshTokens[number] ?? "";
  return async (connection) => {
    const body = new URLSearchParams({ ...form, refresh_token: refreshToken }).toString();
    const answer = await connection.send(requestText("POST", tokenPath, port, formHeaders, body));
    const next = /"refresh_token":"([^"]+)"/.exec(answer.body)?.[1];
    expectAnswer(answer, answer.status === 200 && next !== undefined);
    refreshToken = next ?? "";
  };
}

function graphVisit({ port, accessToken, method, path, body, expected }: GraphScenario): Visit {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    ...(body && { "content-type": "application/json" }),
  };
  const request = requestText(method, path, port, headers, body);
  return async (connection) => {
    const answer = await connection.send(request);
    expectAnswer(answer, answer.status === 200 && answer.body.includes(expected));
  };
}

function invitationVisit({ port, accessToken, mark }: InvitationScenario, number: number): Visit {
  const headers = { "content-type": "application/json", authorization: `Bearer ${accessToken}` };
  let sequence = 0;
  return async (connection) => {
    sequence += 1;
    const body = JSON.stringify({
      invitedUserEmailAddress: `guest-${mark}-${number}-${sequence}@partner.example`,
      inviteRedirectUrl: "https://app.contoso.example/",
      sendInvitationMessage: true,
    });
    const answer = await connection.send(requestText("POST", "/v1.0/invitations", port, headers, body));
    expectAnswer(answer, answer.status === 201);
  };
}

function expectAnswer(answer: Answer, isRight: boolean): void {
  if (!isRight) throw new Error(`an unexpected answer:\n${answer.head}\n\n${answer.body.slice(0, 500)}`);
}
