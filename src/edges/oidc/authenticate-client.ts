import { verifyClientSecret } from "../../domain/applications/verify-client-secret.ts";
import type { ClientProof } from "../../domain/tokens/rules/access-token-claims.ts";
import { verifyClientAssertion } from "../../domain/tokens/verify-client-assertion.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import type { TokenRequest } from "./token-request.ts";

/** Checks the credential a client brought, if it brought one; whether it needs one is the grant's question. */
export async function authenticateClient(
  machine: Machine,
  { tenant, client, credential }: Pick<TokenRequest, "tenant" | "client" | "credential">,
): Promise<Result<ClientProof, ProtocolRefusal>> {
  if (credential.assertion !== undefined) {
    const { application } = client;
    const verified = await verifyClientAssertion(machine, {
      tenant,
      application,
      assertion: credential.assertion,
    });
    return verified.ok ? accept("certificate") : verified;
  }
  if (credential.secret === undefined) return accept("none");
  const answer = await verifyClientSecret(
    machine.database,
    client.application,
    credential.secret,
    machine.clock(),
  );
  switch (answer) {
    case "valid":
      return accept("secret");
    case "expired":
      return refuse({ code: "secret-expired" });
    // Without any secret of its own the application is a public one that sent a made-up credential.
    case "none":
      return refuse({ code: "credential-of-public-client" });
    case "wrong":
      return refuse({ code: "secret-wrong" });
  }
}
