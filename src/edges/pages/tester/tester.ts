import type { Result } from "../../../foundation/result.ts";
import type { Machine } from "../../../platform/machine.ts";
import { type OutboundPolicy, outboundPolicy } from "../../../platform/outbound/outbound-policy.ts";
import { type Authority, type AuthorityRefusal, findAuthority } from "./authority.ts";
import { type ClientRefusal, type TestClient, testClient } from "./rules/test-client.ts";
import type { TestSettings } from "./rules/test-settings.ts";
import type { TesterDirectory } from "./tester-directory.ts";

/** What the tester's parts work with. */
export interface Tester {
  readonly machine: Machine;
  readonly directory: TesterDirectory;
  readonly policy: OutboundPolicy;
  /** The address of the tester itself: page and redirect address. */
  readonly address: string;
}

/** Puts the tester together. Its own deployment is asked over HTTP like any other, so its origin is allowed. */
export function makeTester(
  machine: Machine,
  directory: TesterDirectory,
  trustedCertificates: readonly string[] | undefined,
): Tester {
  const { publicUrl, outboundAllow } = machine.configuration;
  return {
    machine,
    directory,
    policy: outboundPolicy({
      allowedOrigins: [new URL(publicUrl).origin],
      allowedNetworks: outboundAllow,
      ...(trustedCertificates && { trustedCertificates }),
    }),
    address: `${publicUrl}/tester`,
  };
}

/** The client and the authority that settings speak of. */
export async function findParties(
  tester: Tester,
  settings: TestSettings,
): Promise<
  Result<{ readonly client: TestClient; readonly authority: Authority }, ClientRefusal | AuthorityRefusal>
> {
  const { publicUrl, mode } = tester.machine.configuration;
  const client = testClient(settings, {
    publicUrl,
    tenants: await tester.directory.listTenants(),
    // In production nobody has signed in here, so the tester must not be a way to call other servers.
    allowsElsewhere: mode === "demo",
  });
  if (!client.ok) return client;
  const authority = await findAuthority(tester.policy, client.value.authority);
  if (!authority.ok) return authority;
  return { ok: true, value: { client: client.value, authority: authority.value } };
}
