import { Hono } from "hono";
import { listAcceptances } from "../../../domain/agreements/find-agreements.ts";
import { listApplicationsForUser } from "../../../domain/applications/list-applications.ts";
import { rolesOf } from "../../../domain/directory/find-roles.ts";
import { findTenant, listTenants } from "../../../domain/directory/find-tenant.ts";
import { providerManagers } from "../../../domain/federation/rules/provider-managers.ts";
import { readCollaborationSettings } from "../../../domain/policies/read-collaboration-settings.ts";
import { whoMayInvite } from "../../../domain/policies/rules/who-may-invite.ts";
import { readStanding } from "../../../domain/signin/read-standing.ts";
import { signOut } from "../../../domain/signout/sign-out.ts";
import { listApiConnectors } from "../../../domain/signup/api-connectors/find-api-connectors.ts";
import { flowsDecidedBy } from "../../../domain/signup/approval/find-deciders.ts";
import { countOpenRequests } from "../../../domain/signup/approval/find-sign-up-requests.ts";
import { listUserFlows } from "../../../domain/signup/find-user-flow.ts";
import { flowManagers } from "../../../domain/signup/rules/flow-managers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { readBrowser } from "../../shared/browser.ts";
import { csrfToken, isCsrfToken } from "../../shared/csrf.ts";
import { readForm } from "../../shared/read-form.ts";
import { frameOf } from "../layout/frame-of.ts";
import { acceptedTermsRoutes } from "../terms/accepted-terms-routes.ts";
import { type MyAppsView, myAppsPage } from "../views/my-apps-page.ts";
import { signedOutPage } from "../views/signed-out-page.ts";
import { allowedApplicationsRoutes } from "./allowed-applications-routes.ts";
import { holdsRole } from "./require-role.ts";
import { signInWaysRoutes } from "./sign-in-ways-routes.ts";
import { actorOf, addressOfPerson, requirePerson, type SignedInPerson } from "./signed-in-person.ts";

/** My Apps: what a person can open in an organisation, and where else they belong. */
export function myAppsRoutes(machine: Machine): Hono {
  const routes = new Hono();
  routes.post("/sign-out", async (c) => {
    const session = await readBrowser(c, machine);
    const form = await readForm(c);
    // Of another session: nobody is signed out, and the page must not say so.
    if (session && !isCsrfToken(machine, session.sessionId, form["csrf"])) return c.redirect("/myapps", 303);
    if (session) await signOut(machine, session, "everybody");
    return c.html(
      signedOutPage({ frame: frameOf(c, machine, undefined, { path: "/" }), signInAgainUrl: "/myapps" }),
    );
  });
  routes.route("/terms", acceptedTermsRoutes(machine));
  routes.route("/permissions", allowedApplicationsRoutes(machine));
  routes.route("/sign-in-ways", signInWaysRoutes(machine));
  return routes.get("/", async (c) => {
    const person = await requirePerson(c, machine);
    if (person instanceof Response) return person;
    const { tenant, user, session } = person;
    const applications = await listApplicationsForUser(machine.database, tenant.tenantId, user.userId);
    return c.html(
      myAppsPage({
        frame: frameOf(c, machine, tenant, { path: `/myapps?tenant=${tenant.tenantId}` }),
        justAccepted: user.kind === "guest" && c.req.query("accepted") !== undefined,
        csrf: csrfToken(machine, session.sessionId),
        person: { displayName: user.displayName, address: addressOfPerson(person) },
        applications: applications.flatMap(({ application: { displayName, homePageUrl } }) =>
          homePageUrl ? [{ displayName, url: homePageUrl }] : [],
        ),
        organisations: await organisationsOf(machine, person),
        approvals: await openApprovals(machine, person),
        allowedApplicationsUrl: `/myapps/permissions?tenant=${tenant.tenantId}`,
        signInWaysUrl: `/myapps/sign-in-ways?tenant=${tenant.tenantId}`,
        termsUrl: (await hasAcceptedTerms(machine, person))
          ? `/myapps/terms?tenant=${tenant.tenantId}`
          : undefined,
        signOutAction: "/myapps/sign-out",
        providersUrl: (await holdsRole(machine, person, providerManagers))
          ? `/providers?tenant=${tenant.tenantId}`
          : undefined,
        ...(await signUpPagesOf(machine, person)),
        inviteUrl: (await mayInvite(machine, person)) ? `/invite?tenant=${tenant.tenantId}` : undefined,
      }),
    );
  });
}

async function hasAcceptedTerms(
  { database }: Machine,
  { tenant: { tenantId }, user: { userId } }: SignedInPerson,
): Promise<boolean> {
  return (await listAcceptances(database, { tenantId, userId })).some(({ state }) => state === "accepted");
}

/** Only where there are such flows and APIs: most organisations have none. */
async function signUpPagesOf(
  machine: Machine,
  person: SignedInPerson,
): Promise<Pick<MyAppsView, "signUpApisUrl" | "flowPreviewUrl">> {
  const { tenantId } = person.tenant;
  if (!(await holdsRole(machine, person, flowManagers))) return {};
  const [flows, apis] = await Promise.all([
    listUserFlows(machine.database, tenantId),
    listApiConnectors(machine.database, tenantId),
  ]);
  return {
    flowPreviewUrl: flows.length > 0 ? `/sign-up-preview?tenant=${tenantId}` : undefined,
    signUpApisUrl: apis.length > 0 ? `/sign-up-apis?tenant=${tenantId}` : undefined,
  };
}

async function organisationsOf(
  machine: Machine,
  person: SignedInPerson,
): Promise<MyAppsView["organisations"]> {
  const tenants = await listTenants(machine.database);
  const belonging = await Promise.all(
    tenants.map(async ({ tenantId }) => {
      const standing = await readStanding(machine, person.account, tenantId);
      const tenant = await findTenant(machine.database, tenantId);
      if (standing?.standing.kind !== "user" || !tenant) return [];
      return [
        {
          displayName: tenant.displayName,
          domain: tenant.primaryDomain,
          belongsAs: standing.standing.user.kind,
          current: tenantId === person.tenant.tenantId,
          url: `/myapps?tenant=${tenantId}`,
        },
      ];
    }),
  );
  return belonging.flat();
}

/** How many people wait for this person's decision. */
async function openApprovals(machine: Machine, person: SignedInPerson): Promise<MyAppsView["approvals"]> {
  const { tenantId } = person.tenant;
  const flows = await flowsDecidedBy(machine, tenantId, actorOf(person));
  const count = await countOpenRequests(machine, tenantId, flows);
  return count === 0 ? undefined : { count, url: `/approvals?tenant=${tenantId}` };
}

async function mayInvite(machine: Machine, { tenant, user }: SignedInPerson): Promise<boolean> {
  const settings = await readCollaborationSettings(machine.database, tenant.tenantId);
  const roles = await rolesOf(machine.database, tenant.tenantId, user.userId);
  return whoMayInvite({ settings, inviter: { kind: "user", userKind: user.kind, roles } }).ok;
}
