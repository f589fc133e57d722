import type { ApplicationId } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { type ExternalIdentity, homeTenantOfIssuer } from "../directory/rules/external-identity.ts";
import { issuerName } from "../directory/rules/issuer-name.ts";
import type { CustomValue } from "../directory/rules/user.ts";
import { callApiConnector } from "./api-connectors/call-api-connector.ts";
import { findApiConnector } from "./api-connectors/find-api-connectors.ts";
import type { ConnectorStep } from "./rules/api-connector.ts";
import { typedByAnswer, valuesOfAnswers } from "./rules/connector-values.ts";
import type { TypedAnswers } from "./rules/sign-up-facts.ts";
import type { SignUpOffer } from "./rules/sign-up-offer.ts";

export interface OwnApiInput {
  readonly step: ConnectorStep;
  readonly offer: SignUpOffer;
  readonly applicationId: ApplicationId;
  readonly identity: ExternalIdentity;
  readonly address: string;
  /** What the person answered, or what is known before anything was asked. */
  readonly typed: TypedAnswers;
  /** What is known beside it, by built-in attribute. */
  readonly known: Readonly<Record<string, CustomValue>>;
  readonly language: string;
  readonly correlationId: string;
}

/** The API does not let the person go on, with its own words to them; or nothing can be known of what it wants. */
export type OwnApiRefusal =
  | { readonly code: "blocked-by-api" | "answers-refused-by-api"; readonly message: string }
  | { readonly code: "api-failed" };

/**
 * Asks the organisation's own API what it thinks of somebody who signs up, where the flow has one for this step. What
 * the API says of the person goes before what they typed, as far as the flow asks for it. An API that cannot be asked
 * or understood stops the sign-up: it is there to decide.
 */
export async function askOwnApi(
  machine: Machine,
  input: OwnApiInput,
): Promise<Result<TypedAnswers, OwnApiRefusal>> {
  const { step, offer, identity, typed } = input;
  const { tenantId, connectors, name } = offer.flow;
  const connectorId = connectors[step];
  const connector = connectorId && (await findApiConnector(machine.database, { tenantId, connectorId }));
  if (!connector) return accept(typed);
  const { outcome } = await callApiConnector(machine, {
    connector,
    question: {
      step,
      email: input.address,
      // Accounts of other organisations are named by their address alone, as the contract has it.
      identity:
        homeTenantOfIssuer(identity.issuer) === undefined
          ? { issuer: issuerName(identity), subject: identity.subject }
          : undefined,
      values: { ...input.known, ...valuesOfAnswers(offer.questions, typed) },
      languageTag: input.language,
      applicationId: input.applicationId,
    },
    flowName: name,
    correlationId: input.correlationId,
  });
  if (!outcome.ok) return refuse({ code: "api-failed" });
  switch (outcome.value.kind) {
    case "continue":
      return accept({ ...typed, ...typedByAnswer(offer.questions, outcome.value.claims) });
    case "block":
      return refuse({ code: "blocked-by-api", message: outcome.value.message });
    case "validation-error":
      return refuse({ code: "answers-refused-by-api", message: outcome.value.message });
  }
}
