import type { Platform } from "../../../../domain/applications/rules/application.ts";

export const flows = ["id-token", "code", "hybrid", "client-credentials", "refresh"] as const;
export type Flow = (typeof flows)[number];

export const responseModes = ["default", "query", "fragment", "form_post"] as const;
export type ResponseMode = (typeof responseModes)[number];

export const prompts = ["", "login", "select_account", "consent", "none"] as const;
export type Prompt = (typeof prompts)[number];

export const platforms = ["web", "spa", "public-client"] as const satisfies readonly Platform[];

/** The choice of a client that is typed rather than listed. */
export const typedApplication = "typed";

/** What a person chose to test. */
export interface TestSettings {
  /** `tenantId/clientId` of a listed application, or `typed`. */
  readonly application: string;
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly platform: Platform;
  readonly flow: Flow;
  readonly responseMode: ResponseMode;
  readonly pkce: boolean;
  /** Empty: the usual ones of the flow. */
  readonly scope: string;
  readonly prompt: Prompt;
  readonly loginHint: string;
  readonly domainHint: string;
  /** Further parameters, `name=value` one a line or joined by `&`. */
  readonly more: string;
  readonly refreshToken: string;
}

const usualScopes: Readonly<Record<Flow, string>> = {
  "id-token": "openid profile email",
  code: "openid profile email offline_access",
  hybrid: "openid profile email offline_access",
  "client-credentials": "https://graph.microsoft.com/.default",
  refresh: "",
};

/** The scopes asked for. */
export function scopeOf(settings: TestSettings): string {
  return settings.scope.trim() || usualScopes[settings.flow];
}

/** Whether the flow sends the browser to the authorization endpoint, or asks for tokens at once. */
export function involvesPerson(flow: Flow): boolean {
  return flow === "id-token" || flow === "code" || flow === "hybrid";
}

/** Whether the answer of the authorization endpoint holds a code. */
export function involvesCode(flow: Flow): boolean {
  return flow === "code" || flow === "hybrid";
}
