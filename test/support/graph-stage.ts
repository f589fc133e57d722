import { Hono } from "hono";
import { registerApplication } from "../../src/domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import { graphApplicationId } from "../../src/domain/applications/rules/graph-permissions.ts";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createTenant } from "../../src/domain/directory/create-tenant.ts";
import type { DirectoryRole } from "../../src/domain/directory/rules/directory-role.ts";
import type { Tenant } from "../../src/domain/directory/rules/tenant.ts";
import type { User } from "../../src/domain/directory/rules/user.ts";
import {
  applicationAccessTokenClaims,
  userAccessTokenClaims,
} from "../../src/domain/tokens/rules/access-token-claims.ts";
import { signToken } from "../../src/domain/tokens/sign-token.ts";
import { graphEdge } from "../../src/edges/graph/graph-edge.ts";
import { signUpWords } from "../../src/edges/pages/sign-up-texts/sign-up-words.ts";
import type { SignUpWords } from "../../src/edges/shared/page-texts.ts";
import { requestIds } from "../../src/edges/shared/request-context.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { testDatabase } from "./test-database.ts";
import { accepted, byOperator, type TestMachine, testMachine } from "./test-machine.ts";

/** One organisation with somebody who calls Graph. */
export interface GraphTenant {
  readonly tenant: Tenant;
  readonly application: ApplicationInTenant;
  /** Adds somebody of the organisation. */
  member(name: string, ...roles: DirectoryRole[]): Promise<User>;
  /** A token of a signed-in person. */
  userToken(user: User, scopes: readonly string[], changes?: TokenChanges): Promise<string>;
  /** A token of an application that acts as itself. */
  appToken(roles: readonly string[], changes?: TokenChanges): Promise<string>;
}

export interface TokenChanges {
  readonly audience?: string;
  readonly issuedAt?: Date;
  readonly lifetimeSeconds?: number;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it expects
  readonly body: any;
}

export interface GraphStage {
  readonly machine: TestMachine;
  /** What the edge is told of pages. */
  readonly signUpWords: SignUpWords;
  /** Calls `METHOD /path` below `/v1.0`; a body that is neither text nor bytes is sent as JSON. */
  call(
    operation: string,
    token: string | undefined,
    options?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<GraphAnswer>;
  organisation(displayName: string, name: string): Promise<GraphTenant>;
}

/** Graph alone, over a database of the test file's own, with tokens signed by the service's own keys. */
export async function graphStage(replaced: Partial<Machine> = {}): Promise<GraphStage> {
  const { database } = await testDatabase();
  const machine = testMachine(database, replaced);
  const app = new Hono();
  app.use(requestIds());
  app.route("/v1.0", graphEdge(machine, signUpWords));
  const { publicUrl } = machine.configuration;

  return {
    machine,
    signUpWords,
    async call(operation, token, { body, headers } = {}) {
      const [method = "GET", ...rest] = operation.split(" ");
      const path = rest.join("%20");
      const response = await app.request(`${publicUrl}/v1.0${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : {
              body:
                typeof body === "string"
                  ? body
                  : body instanceof Uint8Array
                    ? new Uint8Array(body)
                    : JSON.stringify(body),
            }),
      });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.startsWith("application/json");
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
    organisation: (displayName, name) => openOrganisation(machine, displayName, name),
  };
}

async function openOrganisation(
  machine: TestMachine,
  displayName: string,
  name: string,
): Promise<GraphTenant> {
  const domain = `${name}.example` as DomainName;
  const tenant = accepted(await createTenant(machine, byOperator, { displayName, name, domains: [domain] }));
  const { tenantId } = tenant;
  const application = accepted(
    await registerApplication(machine, byOperator, {
      tenantId,
      displayName: "Provisioner",
      redirectUris: [],
    }),
  );
  const envelope = (roles: readonly string[], changes: TokenChanges) => ({
    publicUrl: machine.configuration.publicUrl,
    tenantId,
    version: 1 as const,
    audience: changes.audience ?? graphApplicationId,
    clientId: application.application.applicationId,
    clientProof: "secret" as const,
    roles,
    clientCapabilities: [],
    tokenId: "token",
    now: changes.issuedAt ?? machine.clock(),
    lifetimeSeconds: changes.lifetimeSeconds ?? 3600,
  });
  return {
    tenant,
    application,
    async member(userName, ...roles) {
      const user = accepted(
        await createMember(machine, byOperator, {
          tenantId,
          userPrincipalName: `${userName}@${domain}`,
          displayName: userName,
          password: "correct horse battery",
        }),
      );
      for (const role of roles)
        await assignDirectoryRole(machine, byOperator, { tenantId, userId: user.userId, role });
      return user;
    },
    userToken: (user, scopes, changes = {}) =>
      signToken(
        machine,
        userAccessTokenClaims({
          ...envelope([], changes),
          user,
          subject: "pairwise",
          signIn: {
            sessionId: "00000000-0000-4000-8000-000000000009" as never,
            authenticatedBy: undefined,
            amr: ["pwd"],
            authenticatedAt: machine.clock().toISOString(),
          },
          scopes,
          wanted: new Map(),
          memberships: { roles: [], groups: undefined, groupsAreRoles: false, directoryRoleIds: [] },
          channel: "back",
          addresses: undefined,
          loginHint: "",
          groupsEndpoint: "",
        }),
      ),
    appToken: (roles, changes = {}) =>
      signToken(
        machine,
        applicationAccessTokenClaims({
          ...envelope(roles, changes),
          servicePrincipalId: application.servicePrincipal.servicePrincipalId,
        }),
      ),
  };
}
