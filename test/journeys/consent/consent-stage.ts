import { addClientSecret } from "../../../src/domain/applications/add-client-secret.ts";
import {
  type NewApplication,
  registerApplication,
} from "../../../src/domain/applications/register-application.ts";
import type { ApplicationInTenant } from "../../../src/domain/applications/rules/application.ts";
import type { TenantId } from "../../../src/foundation/identifiers.ts";
import {
  askForTokens,
  authorizeAddress,
  type ClientOfHouse,
  codeGrant,
  type TokenReply,
} from "../../support/house-applications.ts";
import type { TestHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import type { Seen, Visitor } from "../../support/visitor.ts";

const redirectUri = "https://calendar.example/callback";
const secret = "a-client-secret-that-only-tests-know";

/** Registers a web application with a secret, and tells what it knows of itself. */
export async function registerClient(
  house: TestHouse,
  tenantId: TenantId,
  displayName: string,
  more: Partial<NewApplication> = {},
): Promise<ClientOfHouse & { readonly registered: ApplicationInTenant }> {
  const registered = accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId,
      displayName,
      redirectUris: [{ platform: "web", uri: redirectUri }],
      ...more,
    }),
  );
  const { applicationId } = registered.application;
  accepted(
    await addClientSecret(house.machine, byOperator, { tenantId, applicationId, lifetimeDays: 30, secret }),
  );
  return { clientId: applicationId, clientSecret: secret, redirectUri, registered };
}

/** An API of the tenant: one scope for anybody to give away, one for administrators. */
export async function registerOrders(
  house: TestHouse,
  tenantId: TenantId,
  more: Partial<NewApplication> = {},
): Promise<ApplicationInTenant> {
  return accepted(
    await registerApplication(house.machine, byOperator, {
      tenantId,
      displayName: "Orders",
      redirectUris: [],
      identifierUris: ["api://orders"],
      exposedScopes: [
        { value: "Orders.Read", displayName: "Read your orders", consentBy: "user" },
        { value: "Orders.All", displayName: "Read all orders", consentBy: "admin" },
      ],
      ...more,
    }),
  );
}

/** Somebody of the demo, signed in to their own organisation. */
export async function signedIn(house: TestHouse, userName: string): Promise<Visitor> {
  const home = house.demo.tenants.find((tenant) => tenant.users.some((user) => user.userName === userName));
  const user = home?.users.find((one) => one.userName === userName);
  if (!home || !user) throw new Error(`the demo has no ${userName}`);
  const visitor = house.visitor();
  const asked = await visitor.submit(await visitor.get(`/myapps?tenant=${home.tenantId}`), {
    email: userName,
  });
  await visitor.submit(asked, { password: user.password });
  return visitor;
}

/** Sends somebody to sign in to an application for a scope. */
export function ask(
  visitor: Visitor,
  tenantId: TenantId,
  client: ClientOfHouse,
  scope: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Seen> {
  return visitor.get(
    authorizeAddress(tenantId, client, { scope: `openid offline_access ${scope}`, ...more }),
  );
}

/** The tokens for the code that an application was sent. */
export function redeem(
  house: TestHouse,
  tenantId: TenantId,
  client: ClientOfHouse,
  answered: Seen,
): Promise<TokenReply> {
  return askForTokens(house, tenantId, codeGrant(client, answered));
}
