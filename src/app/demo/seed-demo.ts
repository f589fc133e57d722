import { addClientSecret } from "../../domain/applications/add-client-secret.ts";
import { assignAppRole } from "../../domain/applications/assign-app-role.ts";
import { ensureGraphServicePrincipal } from "../../domain/applications/ensure-graph-service-principal.ts";
import { grantPermission } from "../../domain/applications/grant-permission.ts";
import { registerApplication } from "../../domain/applications/register-application.ts";
import type { Circumstances } from "../../domain/audit/circumstances.ts";
import { addGroupMember } from "../../domain/directory/add-group-member.ts";
import { createGroup } from "../../domain/directory/create-group.ts";
import { createMember } from "../../domain/directory/create-member.ts";
import { createTenant } from "../../domain/directory/create-tenant.ts";
import { findTenant } from "../../domain/directory/find-tenant.ts";
import type { EmailAddress } from "../../foundation/email-address.ts";
import type { ServicePrincipalId } from "../../foundation/identifiers.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import type { Result } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { DemoApplication, DemoOrganisations, DemoTenant } from "./demo-organisations.ts";

const secretLifetimeDays = 3650;

/** Makes the example organisations where they are not there yet. */
export async function seedDemo(machine: Machine, demo: DemoOrganisations): Promise<void> {
  const circumstances: Circumstances = {
    actor: { kind: "operator" },
    correlationId: newIdentifier(),
    ipAddress: undefined,
    userAgent: undefined,
  };
  for (const tenant of demo.tenants) {
    if (await findTenant(machine.database, tenant.tenantId)) continue;
    await seedTenant(machine, circumstances, tenant);
    for (const application of tenant.applications)
      await seedApplication(machine, circumstances, tenant, application);
  }
}

async function seedTenant(machine: Machine, circumstances: Circumstances, tenant: DemoTenant): Promise<void> {
  const { tenantId } = tenant;
  done(
    await createTenant(machine, circumstances, {
      tenantId,
      displayName: tenant.displayName,
      name: tenant.name,
      domains: [tenant.domain],
      accentColour: tenant.accentColour,
      contactEmail: tenant.contactEmail,
    }),
  );
  await Promise.all(
    tenant.users.map(async (user) =>
      done(
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
    done(await createGroup(machine, circumstances, { tenantId, groupId, displayName }));
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
  const { servicePrincipal } = done(
    await registerApplication(machine, circumstances, {
      tenantId,
      applicationId,
      displayName: application.displayName,
      redirectUris: application.redirectUris,
      issuesIdToken: application.issuesIdToken,
      groupClaims: "groups",
      homePageUrl: application.homePageUrl,
      appRoles: application.appRoles.map((role) => ({ ...role, forUsers: true, forApplications: false })),
    }),
  );
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

/** The demo's own data is never refused; if it is, that is a mistake in it. */
function done<Value, Refusal extends { readonly code: string }>(outcome: Result<Value, Refusal>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`demo data was refused: ${JSON.stringify(outcome.refusal)}`);
}
