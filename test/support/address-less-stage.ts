import { addIdentityProvider } from "../../src/domain/federation/add-identity-provider.ts";
import type { IdentityProvider } from "../../src/domain/federation/rules/identity-provider.ts";
import { linkToFlow } from "../../src/domain/signup/link-to-flow.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import type { OAuth2Provider } from "./oauth2-provider.ts";
import { freshFlow } from "./open-sign-up.ts";
import { accepted, byOperator, type TestMachine } from "./test-machine.ts";

/** Adds a provider that vouches for no address to a tenant and to its flow. */
export async function offerWithoutAddresses(
  machine: TestMachine,
  flow: UserFlow,
  kind: "facebook" | "github",
  peer: OAuth2Provider,
): Promise<IdentityProvider> {
  const provider = accepted(
    await addIdentityProvider(machine, byOperator, {
      ...{ tenantId: flow.tenantId, kind, secret: peer.secret, domains: [] },
      displayName: kind === "facebook" ? "Facebook" : "GitHub",
      settings: {
        clientId: peer.clientId,
        ...(kind === "github" && { enterpriseUrl: peer.origin }),
      },
    }),
  );
  const part = { kind: "provider", id: provider.providerId } as const;
  accepted(await linkToFlow(machine, byOperator, { flow: await freshFlow(machine, flow), part }));
  return provider;
}
