import { Hono } from "hono";
import { addClientSecret } from "../../src/domain/applications/add-client-secret.ts";
import { assignAppRole } from "../../src/domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../src/domain/applications/ensure-graph-service-principal.ts";
import { grantPermission } from "../../src/domain/applications/grant-permission.ts";
import {
  type NewApplication,
  registerApplication,
} from "../../src/domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../src/domain/applications/rules/application.ts";
import { createGuest } from "../../src/domain/directory/create-guest.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createTenant } from "../../src/domain/directory/create-tenant.ts";
import { findUser } from "../../src/domain/directory/find-user.ts";
import { recordRedemption } from "../../src/domain/directory/record-redemption.ts";
import { type ExternalIdentity, tenantIssuer } from "../../src/domain/directory/rules/external-identity.ts";
import type { Tenant } from "../../src/domain/directory/rules/tenant.ts";
import type { User } from "../../src/domain/directory/rules/user.ts";
import type { AuthorizationRequest } from "../../src/domain/signin/rules/authorization-request.ts";
import { oidcEdge } from "../../src/edges/oidc/oidc-edge.ts";
import type { PagePort } from "../../src/edges/oidc/page-port.ts";
import type { SignInPort } from "../../src/edges/oidc/sign-in-port.ts";
import { userInfoEdge } from "../../src/edges/oidc/user-info-endpoint.ts";
import { requestIds } from "../../src/edges/shared/request-context.ts";
import { securityHeaders } from "../../src/edges/shared/security-headers.ts";
import type { DomainName } from "../../src/foundation/domain-name.ts";
import type { EmailAddress } from "../../src/foundation/email-address.ts";
import type { SessionId } from "../../src/foundation/identifiers.ts";
import { newIdentifier } from "../../src/foundation/new-identifier.ts";
import type { Machine } from "../../src/platform/machine.ts";
import { accepted, byOperator } from "./test-machine.ts";

/** Two organisations, people and applications, and the protocol edge over them, with sign-in pages played by the stage. */
export interface ProtocolStage {
  readonly machine: Machine;
  readonly app: Hono;
  readonly contoso: Tenant;
  readonly fabrikam: Tenant;
  readonly member: User;
  /** At home in Fabrikam, a guest of Contoso. */
  readonly homeUser: User;
  readonly guest: User;
  readonly mailGuest: User;
  readonly web: ApplicationInTenant;
  readonly spa: ApplicationInTenant;
  readonly native: ApplicationInTenant;
  readonly api: ApplicationInTenant;
  readonly automation: ApplicationInTenant;
  /** The secret of `web` and of `automation`. */
  readonly secret: string;
  /** Who answers the next authorization requests. */
  signInAs(user: User): void;
  /** What the sign-in pages were asked last. */
  lastRequest(): AuthorizationRequest | undefined;
  /** Refuses the next authorization requests. */
  refuseSignIn(refusal: { error: string; aadsts: number; redirectable: boolean }): void;
  /** Makes an application part of the browser's session, until it is signed out. */
  useApplication(used: ApplicationInTenant): void;
  /** How often the session was ended since an application was last used. */
  signOuts(): number;
}

export const webRedirect = "https://web.contoso.example/callback";
export const spaRedirect = "https://spa.contoso.example/";
export const nativeRedirect = "http://localhost/callback";
export const apiUri = "api://orders.contoso.example";
const secret = "a-client-secret-that-only-tests-know";

/** Builds the stage over a test's machine. */
export async function protocolStage(machine: Machine): Promise<ProtocolStage> {
  const contoso = await openTenant(machine, "Contoso");
  const fabrikam = await openTenant(machine, "Fabrikam");
  const member = await addMember(machine, contoso, "Ada Member");
  const homeUser = await addMember(machine, fabrikam, "Fay Fabrikam");
  const guest = await addGuest(machine, contoso, homeUser.userPrincipalName, {
    issuer: tenantIssuer(fabrikam.tenantId),
    subject: homeUser.userId,
    providerKind: "tenant",
    email: homeUser.userPrincipalName,
  });
  const mailGuest = await addGuest(machine, contoso, "otto@elsewhere.example", {
    issuer: "mail",
    subject: "otto@elsewhere.example",
    providerKind: "email-code",
    email: "otto@elsewhere.example",
  });
  const applications = await registerApplications(machine, contoso);
  const signIn = playedSignIn(machine, member);
  const app = new Hono();
  app.use(requestIds());
  app.use(securityHeaders(false));
  app.route("/oidc/userinfo", userInfoEdge(machine));
  app.route("/", oidcEdge(machine, signIn.port, plainPages));
  return {
    machine,
    app,
    contoso,
    fabrikam,
    member,
    homeUser,
    guest,
    mailGuest,
    ...applications,
    secret,
    ...signIn,
  };
}

async function openTenant(machine: Machine, displayName: string): Promise<Tenant> {
  const name = displayName.toLowerCase();
  return accepted(
    await createTenant(machine, byOperator, {
      displayName,
      name,
      domains: [`${name}.example` as DomainName],
    }),
  );
}

async function addMember(machine: Machine, tenant: Tenant, displayName: string): Promise<User> {
  const [givenName = "", surname = ""] = displayName.split(" ");
  return accepted(
    await createMember(machine, byOperator, {
      tenantId: tenant.tenantId,
      userPrincipalName: `${givenName.toLowerCase()}@${tenant.primaryDomain}`,
      displayName,
      givenName,
      surname,
      password: "correct horse battery staple",
    }),
  );
}

async function addGuest(
  machine: Machine,
  tenant: Tenant,
  address: string,
  identity: ExternalIdentity,
): Promise<User> {
  const now = machine.clock();
  const userId = await machine.database.transaction().execute(async (transaction) => {
    const { user } = await createGuest(transaction, now, { tenant, address: address as EmailAddress });
    await recordRedemption(transaction, { tenantId: tenant.tenantId, userId: user.userId, identity, now });
    return user.userId;
  });
  const user = await findUser(machine.database, tenant.tenantId, userId);
  if (!user) throw new Error("the guest vanished");
  return user;
}

async function registerApplications(machine: Machine, { tenantId }: Tenant) {
  const register = async (registration: Omit<NewApplication, "tenantId">) =>
    accepted(await registerApplication(machine, byOperator, { ...registration, tenantId }));
  const api = await register({
    displayName: "Orders API",
    redirectUris: [],
    identifierUris: [apiUri],
    exposedScopes: [
      { value: "Orders.Read", displayName: "Read orders", consentBy: "user" },
      { value: "Orders.Write", displayName: "Write orders", consentBy: "user" },
    ],
    appRoles: [
      { value: "Orders.Process", displayName: "Process orders", forUsers: false, forApplications: true },
    ],
  });
  const web = await register({
    displayName: "Web",
    redirectUris: [{ platform: "web", uri: webRedirect }],
    issuesIdToken: true,
    groupClaims: ["security-groups"],
    appRoles: [{ value: "Reader", displayName: "Reader", forUsers: true, forApplications: false }],
  });
  const spa = await register({ displayName: "Spa", redirectUris: [{ platform: "spa", uri: spaRedirect }] });
  const native = await register({
    displayName: "Native",
    redirectUris: [{ platform: "public-client", uri: nativeRedirect }],
  });
  const automation = await register({ displayName: "Automation", redirectUris: [] });
  for (const client of [web, automation]) {
    const { applicationId } = client.application;
    accepted(
      await addClientSecret(machine, byOperator, { tenantId, applicationId, lifetimeDays: 30, secret }),
    );
  }
  await consentForEverybody(machine, [web, spa, native], api);
  const automationId = automation.servicePrincipal.servicePrincipalId;
  accepted(
    await assignAppRole(machine, byOperator, {
      tenantId,
      principal: { kind: "service-principal", id: automationId },
      resourceId: api.servicePrincipal.servicePrincipalId,
      roleValue: "Orders.Process",
    }),
  );
  return { web, spa, native, api, automation };
}

async function consentForEverybody(
  machine: Machine,
  clients: readonly ApplicationInTenant[],
  api: ApplicationInTenant,
): Promise<void> {
  const { tenantId, servicePrincipalId: apiId } = api.servicePrincipal;
  const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
  await machine.database.transaction().execute(async (transaction) => {
    for (const { servicePrincipal } of clients) {
      const clientId = servicePrincipal.servicePrincipalId;
      const grants = [
        { resourceId: graph.servicePrincipalId, scopes: ["User.Read"] },
        { resourceId: apiId, scopes: ["Orders.Read"] },
      ];
      for (const grant of grants)
        await grantPermission(transaction, machine.clock(), byOperator, { tenantId, clientId, ...grant });
    }
  });
}

function playedSignIn(machine: Machine, first: User) {
  const sessionId = newIdentifier<SessionId>();
  const accountId = newIdentifier();
  const used: ApplicationInTenant[] = [];
  let signOuts = 0;
  let user = first;
  let asked: AuthorizationRequest | undefined;
  let refusal: { error: string; aadsts: number; redirectable: boolean } | undefined;
  const port: SignInPort = {
    async begin(_c, request) {
      asked = request;
      if (refusal)
        return {
          kind: "refused",
          description: "The stage refuses.",
          request,
          policyOutcomes: [],
          ...refusal,
        };
      const identity = user.isExternal
        ? await machine.database
            .selectFrom("externalIdentity")
            .selectAll()
            .where("tenantId", "=", user.tenantId)
            .where("userId", "=", user.userId)
            .executeTakeFirst()
        : undefined;
      return {
        kind: "completed",
        user,
        signIn: {
          tenantId: request.tenantId,
          applicationId: request.applicationId,
          policyOutcomes: [],
          userId: user.userId,
          accountId,
          authenticatedBy: identity && {
            kind: identity.providerKind === "tenant" ? "tenant" : "email-code",
            issuer: identity.issuer,
            subject: identity.subject,
          },
          amr: ["pwd"],
          authenticatedAt: machine.clock(),
          answer: JSON.parse(JSON.stringify(request.answer)) as Record<string, unknown>,
        },
      };
    },
    start: async () => "/signin/played",
    findHome: async () => ({ kind: "home", tenantId: user.tenantId, address: user.userPrincipalName }),
    homeFound: async () => ({ kind: "unknown" }),
    complete: async () => ({ kind: "unknown" }),
    startAdminConsent: async () => "/signin/played",
    completeAdminConsent: async () => ({ kind: "unknown" }),
    startVisit: async () => "/signin/played",
    completeVisit: async () => ({ kind: "unknown" }),
    async findSignedIn() {
      const applications = used.map(({ servicePrincipal: { tenantId, applicationId } }) => ({
        tenantId,
        applicationId,
        userId: user.userId,
        accountId,
      }));
      const { displayName, userPrincipalName: address } = user;
      const accounts = [{ accountId, address, displayName, names: [address], applications }];
      return { sessionId, accounts: used.length > 0 ? accounts : [] };
    },
    async signOut() {
      signOuts += 1;
      used.splice(0);
    },
  };
  return {
    port,
    lastRequest: () => asked,
    signOuts: () => signOuts,
    useApplication(application: ApplicationInTenant) {
      used.push(application);
      signOuts = 0;
    },
    signInAs(next: User) {
      user = next;
      refusal = undefined;
    },
    refuseSignIn(next: typeof refusal) {
      refusal = next;
    },
  };
}

/** Pages as JSON, so that tests read what they show. */
const plainPages: PagePort = {
  showError: (c, error) => c.json({ page: "error", ...error }, error.status),
  showFormPost: (c, form) => c.json({ page: "form-post", ...form }),
  showSignOutQuestion: (c, view) => c.json({ page: "sign-out-question", ...view }),
  deviceMessage: (_c, { url, code }) => `${url} ${code}`,
  showDeviceCode: (c, view) => c.json({ page: "device-code", ...view }, view.problem ? 400 : 200),
  showDeviceEnd: (c, view) => c.json({ page: "device-end", ...view }),
  showGoingOn: (c, view) => c.json({ page: "going-on", ...view }),
  showSignedOut: (c, view) => c.json({ page: "signed-out", ...view }),
  showErrorMeaning: (c, view) => c.json({ page: "error-meaning", ...view }),
};
