import type { Application } from "../../applications/rules/application.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";

/** A signed token by which an application says who it is, and where. */
export interface PresentedAssertion {
  readonly tenant: Tenant;
  readonly application: Application;
  readonly assertion: string;
}

/** Why an assertion does not prove who the client is. */
export type ClientAssertionRefusal =
  /** Form, algorithm, key or signature. */
  | { readonly code: "client-assertion-invalid"; readonly detail: string }
  | { readonly code: "client-assertion-subject-differs" }
  | { readonly code: "client-assertion-audience-wrong" }
  | { readonly code: "client-assertion-out-of-time" }
  /** No federated credential of the application fits. */
  | {
      readonly code: "federated-issuer-unknown" | "federated-subject-unknown" | "federated-audience-unknown";
      readonly detail: string;
    }
  | { readonly code: "federated-token-of-person" };

/** Asymmetric ones only: a shared key would be no proof, and `none` is no signature (RFC 8725 section 3.2). */
export const certificateAlgorithms: readonly string[] = ["PS256", "RS256"];

export const federatedAlgorithms: readonly string[] = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
];

/** Clocks of clients differ by more than those of our own nodes. */
export const assertionClockToleranceSeconds = 300;
