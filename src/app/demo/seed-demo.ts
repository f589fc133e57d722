import { addClientSecret } from "../../domain/applications/add-client-secret.ts";
import { assignAppRole } from "../../domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../domain/applications/ensure-graph-service-principal.ts";
import { findApplicationInTenant } from "../../domain/applications/find-application.ts";
import { grantPermission } from "../../domain/applications/grant-permission.ts";
import { registerApplication } from "../../domain/applications/register-application.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { addGroupMember } from "../../domain/directory/add-group-member.ts";
import { changeBranding } from "../../domain/directory/branding/change-branding.ts";
import { createGroup } from "../../domain/directory/create-group.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { defaultLocale } from "../../domain/directory/rules/branding.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { ServicePrincipalId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Result } from "../../foundation/result.ts";
import { readSetting, writeSetting } from "../../platform/database/setting.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DemoApplication, DemoOrganisations, DemoTenant } from "./demo-organisations.ts";
import { followAddress } from "./follow-address.ts";
import { seedUserFlow } from "./seed-user-flow.ts";

const secretLifetimeDays = 3650;

/** Its value is the public address at which the demo was last brought up to date. */
const madeName = "demo-made";

/** What was made already when an earlier start was cut short. */
const thereAlready: readonly string[] = [
  "tenant-exists",
  "user-name-taken",
  "group-exists",
  "application-exists",
];

/**
 * Makes the example organisations once; a start that was cut short is made up for by the next one, and a start at
 * another address is followed.
 */
export async function seedDemo(machine: Machine, demo: DemoOrganisations): Promise<void> {
  const { publicUrl } = machine.configuration;
  const madeAt = await readSetting(machine.database, madeName);
  if (madeAt === publicUrl) return;
  const circumstances: Circumstances = {
    actor: { kind: "operator" },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  for (const tenant of demo.tenants) {
    if (madeAt === undefined) await seedTenant(machine, circumstances, tenant);
    for (const application of tenant.applications) {
      if (madeAt === undefined) await seedApplication(machine, circumstances, tenant, application);
      await followAddress(machine, circumstances, tenant.tenantId, application);
    }
    if (madeAt === undefined && tenant.userFlow)
      await seedUserFlow(machine, circumstances, tenant.tenantId, tenant.userFlow);
  }
  await writeSetting(machine.database, madeName, publicUrl);
}

async function seedTenant(machine: Machine, circumstances: Circumstances, tenant: DemoTenant): Promise<void> {
  const { tenantId } = tenant;
  madeOrThere(
    await createTenant(machine, circumstances, {
      tenantId,
      displayName: tenant.displayName,
      name: tenant.name,
      domains: [tenant.domain],
      contactEmail: tenant.contactEmail,
    }),
  );
  const { accentColour } = tenant;
  done(
    await changeBranding(machine, circumstances, {
      tenantId,
      locale: defaultLocale,
      changes: { accentColour },
      expect: "either",
    }),
  );
  await Promise.all(
    tenant.users.map(async (user) =>
      madeOrThere(
        await createMember(machine, circumstances, {
          tenantId,
          userId: user.userId,
          userPrincipalName: user.userName,
          displayName: user.displayName,
          givenName: user.givenName,
          surname: user.surname,
          jobTitle: user.jobTitle,
          mail: user.userName as EmailAddress,
          password: user.password,
          roles: user.roles,
        }),
      ),
    ),
  );
  for (const { groupId, displayName, members } of tenant.groups) {
    madeOrThere(await createGroup(machine, circumstances, { tenantId, groupId, displayName }));
    for (const id of members) {
      done(await addGroupMember(machine, circumstances, { tenantId, groupId, member: { kind: "user", id } }));
    }
  }
}

async function seedApplication(
  machine: Machine,
  circumstances: Circumstances,
  { tenantId }: DemoTenant,
  application: DemoApplication,
): Promise<void> {
  const { applicationId } = application;
  madeOrThere(
    await registerApplication(machine, circumstances, {
      tenantId,
      applicationId,
      displayName: application.displayName,
      redirectUris: application.redirectUris,
      issuesIdToken: application.issuesIdToken,
      allowsPublicClient: application.allowsPublicClient,
      groupClaims: ["security-groups"],
      homePageUrl: application.homePageUrl,
      assignmentRequired: application.assignmentRequired ?? false,
      appRoles: application.appRoles.map((role) => ({ ...role, forUsers: true, forApplications: false })),
    }),
  );
  const made = await findApplicationInTenant(machine.database, tenantId, applicationId);
  if (!made) throw new Error(`${application.displayName} is not there`);
  const { servicePrincipal } = made;
  if (application.secret) {
    const { secret } = application;
    done(
      await addClientSecret(machine, circumstances, {
        tenantId,
        applicationId,
        secret,
        lifetimeDays: secretLifetimeDays,
      }),
    );
  }
  for (const { user, role } of application.assigned) {
    const principal = { kind: "user", id: user } as const;
    const resourceId = servicePrincipal.servicePrincipalId;
    done(await assignAppRole(machine, circumstances, { tenantId, principal, resourceId, roleValue: role }));
  }
  await seedGraphPermissions(machine, circumstances, {
    tenantId,
    application,
    clientId: servicePrincipal.servicePrincipalId,
  });
}

async function seedGraphPermissions(
  machine: Machine,
  circumstances: Circumstances,
  input: {
    readonly tenantId: DemoTenant["tenantId"];
    readonly application: DemoApplication;
    readonly clientId: ServicePrincipalId;
  },
): Promise<void> {
  const { tenantId, application, clientId } = input;
  const graph = await ensureGraphServicePrincipal(machine.database, tenantId);
  const resourceId = graph.servicePrincipalId;
  const principal = { kind: "service-principal", id: clientId } as const;
  for (const roleValue of application.graphPermissions) {
    done(await assignAppRole(machine, circumstances, { tenantId, principal, resourceId, roleValue }));
  }
  if (application.delegatedPermissions.length === 0) return;
  await machine.database.transaction().execute((transaction) =>
    grantPermission(transaction, machine.clock(), circumstances, {
      tenantId,
      clientId,
      resourceId,
      scopes: application.delegatedPermissions,
    }),
  );
}

function madeOrThere(outcome: Result<unknown, { readonly code: string }>): void {
  if (!outcome.ok && !thereAlready.includes(outcome.refusal.code)) done(outcome);
}

/** The demo's own data is never refused; if it is, that is a mistake in it. */
function done<Value, Refusal extends { readonly code: string }>(outcome: Result<Value, Refusal>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`demo data was refused: ${JSON.stringify(outcome.refusal)}`);
}
