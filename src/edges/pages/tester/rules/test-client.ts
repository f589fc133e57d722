import type { Platform } from "../../../../domain/applications/rules/application.ts";
import { accept, type Result, refuse } from "../../../../foundation/result.ts";
import { involvesPerson, type TestSettings, typedApplication } from "./test-settings.ts";
import type { TesterTenant } from "./tester-tenant.ts";

/** The client the tester plays in one run. */
export interface TestClient {
  /** Address below which the metadata stand, without a trailing slash. */
  readonly authority: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly platform: Platform;
}

export type ClientRefusal = {
  readonly code:
    | "application-unknown"
    | "authority-missing"
    | "authority-elsewhere"
    | "client-id-missing"
    | "no-redirect-address";
};

interface Deployment {
  readonly publicUrl: string;
  readonly tenants: readonly TesterTenant[];
  /** Whether authorities of other deployments may be tested from here. */
  readonly allowsElsewhere: boolean;
}

/** Finds the client that a person chose or typed. */
export function testClient(
  settings: TestSettings,
  deployment: Deployment,
): Result<TestClient, ClientRefusal> {
  return settings.application === typedApplication
    ? typedClient(settings, deployment)
    : listedClient(settings, deployment);
}

function listedClient(settings: TestSettings, deployment: Deployment): Result<TestClient, ClientRefusal> {
  const [tenantId, clientId] = settings.application.split("/");
  const tenant = deployment.tenants.find((candidate) => candidate.tenantId === tenantId);
  const application = tenant?.applications.find((candidate) => candidate.clientId === clientId);
  if (!tenant || !application) return refuse({ code: "application-unknown" });
  if (!application.platform && involvesPerson(settings.flow)) return refuse({ code: "no-redirect-address" });
  // An application acting as itself is always confidential, whatever platform its pages belong to.
  const platform = settings.flow === "client-credentials" ? "web" : (application.platform ?? "web");
  return accept({
    authority: `${deployment.publicUrl}/${tenant.tenantId}/v2.0`,
    clientId: application.clientId,
    clientSecret: settings.clientSecret || application.demoSecret,
    platform,
  });
}

function typedClient(settings: TestSettings, deployment: Deployment): Result<TestClient, ClientRefusal> {
  const authority = settings.authority
    .trim()
    .replace(/\/\.well-known\/openid-configuration$/, "")
    .replace(/\/+$/, "");
  if (!URL.canParse(authority)) return refuse({ code: "authority-missing" });
  if (settings.clientId.trim() === "") return refuse({ code: "client-id-missing" });
  const isElsewhere = new URL(authority).origin !== new URL(deployment.publicUrl).origin;
  if (isElsewhere && !deployment.allowsElsewhere) return refuse({ code: "authority-elsewhere" });
  return accept({
    authority,
    clientId: settings.clientId.trim(),
    clientSecret: settings.clientSecret || undefined,
    platform: settings.platform,
  });
}
