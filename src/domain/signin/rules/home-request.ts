import type { Prompt } from "./prompt.ts";

/**
 * What an application asks that names no tenant: the person's own organisation is to be found before anything else.
 * Plain JSON, because it is stored with the journey.
 */
export interface HomeRequest {
  /** The name that stood in the place of the tenant. */
  readonly alias: "common" | "organizations";
  readonly applicationName: string;
  readonly prompt: Prompt;
  readonly loginHint: string | undefined;
  readonly domainHint: string | undefined;
  readonly sessionHint: string | undefined;
  readonly uiLocales: string | undefined;
  /** Where the application waits; undefined for a device. */
  readonly redirectUri: string | undefined;
  /** What was asked: the protocol edge goes on with it in the tenant that is found. */
  readonly resume: AskedAnywhere;
}

export type AskedAnywhere =
  /** An authorization, or consent of an administrator, by the parameters that the application sent. */
  | {
      readonly kind: "authorization" | "consent-by-scope" | "consent-as-registered";
      readonly parameters: Readonly<Record<string, string>>;
      /** Of the authorization endpoint that was asked; absent for the second. */
      readonly version?: 1 | 2;
    }
  | { readonly kind: "device"; readonly deviceCodeHash: string };
