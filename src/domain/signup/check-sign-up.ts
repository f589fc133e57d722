import { type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { askOwnApi, type OwnApiInput, type OwnApiRefusal } from "./ask-own-api.ts";
import type { TypedAnswers } from "./rules/sign-up-facts.ts";

export type CheckRefusal =
  | OwnApiRefusal
  | { readonly code: "too-many-tries"; readonly retryAfterSeconds: number };

/**
 * Asks the organisation's own API about somebody unknown who has just proved who they are, before they agree to
 * anything. Returns what the form begins with: what their provider says of them, and what the API says over it.
 */
export async function checkSignUp(
  machine: Machine,
  { ipAddress, correlationId }: Circumstances,
  input: Omit<OwnApiInput, "step" | "typed" | "correlationId"> & {
    readonly known: Readonly<Record<string, string>>;
  },
): Promise<Result<TypedAnswers, CheckRefusal>> {
  const { identity, offer, known } = input;
  const { limits } = machine;
  const who = `${offer.flow.tenantId} ${identity.issuer} ${identity.subject}`;
  const retryAfterSeconds =
    (await limits.consume("sign-up-check-by-network", ipAddress ?? "unknown")) ??
    (await limits.consume("sign-up-check-by-identity", who));
  if (retryAfterSeconds !== undefined) return refuse({ code: "too-many-tries", retryAfterSeconds });
  const typed = Object.fromEntries(
    Object.entries(known).map(([attributeId, value]) => [attributeId, [value]]),
  );
  return askOwnApi(machine, { ...input, step: "after-proof", typed, correlationId });
}
