import { z } from "zod";
import {
  flows,
  platforms,
  prompts,
  responseModes,
  type TestSettings,
  typedApplication,
} from "./rules/test-settings.ts";

/** Longer texts would not fit into the cookie that remembers a run. */
const text = (limit: number) =>
  z
    .string()
    .transform((value) => value.trim().slice(0, limit))
    .catch("");

const settingsSchema = z.object({
  application: text(200),
  authority: text(300),
  client_id: text(100),
  client_secret: text(200),
  platform: z.enum(platforms).catch("web"),
  flow: z.enum(flows).catch("id-token"),
  response_mode: z.enum(responseModes).catch("default"),
  pkce: z.stringbool().catch(false),
  scope: text(800),
  prompt: z.enum(prompts).catch(""),
  login_hint: text(200),
  domain_hint: text(200),
  more: text(800),
  refresh_token: text(4000),
});

/** Reads the settings from a posted form; what is missing or unknown becomes its usual value. */
export function settingsFromForm(fields: Readonly<Record<string, unknown>>): TestSettings {
  const read = settingsSchema.parse(fields);
  return {
    application: read.application,
    authority: read.authority,
    clientId: read.client_id,
    clientSecret: read.client_secret,
    platform: read.platform,
    flow: read.flow,
    responseMode: read.response_mode,
    pkce: read.pkce,
    scope: read.scope,
    prompt: read.prompt,
    loginHint: read.login_hint,
    domainHint: read.domain_hint,
    more: read.more,
    refreshToken: read.refresh_token,
  };
}

/** Reads the settings from a link that reproduces a request; without any, those to begin with. */
export function settingsFromLink(
  query: Readonly<Record<string, string>>,
  firstApplication: string | undefined,
): TestSettings {
  const { client_secret: _secret, refresh_token: _token, tenant, client, ...harmless } = query;
  const listed = tenant && client ? `${tenant}/${client}` : firstApplication;
  const isTyped = query["authority"] !== undefined || listed === undefined;
  return settingsFromForm({ pkce: "true", ...harmless, application: isTyped ? typedApplication : listed });
}

/** The link that reproduces a request. Secrets and tokens stay out: addresses end up in histories and logs. */
export function reproducingLink(testerUrl: string, settings: TestSettings): string {
  const isTyped = settings.application === typedApplication;
  const [tenant = "", client = ""] = isTyped ? [] : settings.application.split("/");
  const fields: Readonly<Record<string, string>> = {
    tenant,
    client,
    authority: isTyped ? settings.authority : "",
    client_id: isTyped ? settings.clientId : "",
    platform: isTyped ? settings.platform : "",
    flow: settings.flow,
    response_mode: settings.responseMode === "default" ? "" : settings.responseMode,
    pkce: String(settings.pkce),
    scope: settings.scope,
    prompt: settings.prompt,
    login_hint: settings.loginHint,
    domain_hint: settings.domainHint,
    more: settings.more,
  };
  const present = Object.entries(fields).filter(([, value]) => value !== "");
  return `${testerUrl}?${new URLSearchParams(present)}`;
}
