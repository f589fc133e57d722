import type { ConnectionCheck } from "../../../domain/federation/rules/connection-check.ts";

/** What a check of a provider is called, and what an administrator does when it fails. */
export type WordsOfChecks = Readonly<
  Record<ConnectionCheck, { readonly title: string; readonly remedy: string }>
>;
