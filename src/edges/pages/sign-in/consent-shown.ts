import { graphApplicationId } from "../../../domain/applications/rules/graph-permissions.ts";
import { findTenant } from "../../../domain/directory/find-tenant.ts";
import type { SessionAccount } from "../../../domain/signin/rules/session-account.ts";
import type { Step } from "../../../domain/signin/rules/step.ts";
import type { ApplicationId } from "../../../foundation/identifiers.ts";
import type { AdminConsentView } from "../views/admin-consent-page.ts";
import type { ConsentView } from "../views/consent-page.ts";
import type { ShownPermission } from "../views/permission-words.ts";
import { askingApplication } from "./asking-application.ts";
import type { Journey } from "./journey.ts";

/** What a person is told before they let an application act for them. */
export async function consentShown(
  journey: Journey,
  step: Extract<Step, { readonly kind: "consent" }>,
): Promise<Pick<ConsentView, "address" | "publisher" | "permissions" | "mayBeForEverybody">> {
  return {
    address: addressOf(step.account.account),
    publisher: await publisherOf(journey),
    permissions: [
      ...openIdScopesOf(journey).map((scope) => ({ scope })),
      ...step.permissions.flatMap((asked) => shownOf(asked, asked.scopes, asked.by)),
    ],
    mayBeForEverybody: step.mayBeForAll,
  };
}

/** What an administrator is told before they allow an application something for everybody. */
export async function adminConsentShown(
  journey: Journey,
  { account, request }: Extract<Step, { readonly kind: "admin-consent" }>,
): Promise<Pick<AdminConsentView, "address" | "publisher" | "asPerson" | "byItself">> {
  return {
    address: addressOf(account.account),
    publisher: await publisherOf(journey),
    asPerson: request.permissions.flatMap((asked) => shownOf(asked, asked.scopes, asked.by)),
    byItself: request.roles.flatMap((asked) => shownOf(asked, asked.roles)),
  };
}

/** What to call an account on pages. */
export function addressOf(account: SessionAccount): string {
  return account.email ?? account.displayName;
}

/** Permissions of Graph are explained by the page; those of other applications say themselves what they are. */
function shownOf(
  of: { readonly resourceApplicationId: ApplicationId; readonly resourceName: string },
  permissions: readonly {
    readonly value: string;
    readonly displayName: string;
    readonly description: string;
  }[],
  by?: { readonly displayName: string },
): ShownPermission[] {
  const resource = of.resourceApplicationId === graphApplicationId ? undefined : of.resourceName;
  return permissions.map(({ value, displayName, description }) => ({
    scope: value,
    title: displayName,
    description,
    resource,
    by: by?.displayName,
  }));
}

/** What the application asks to learn about the person by signing them in. */
function openIdScopesOf({ transaction }: Journey): string[] {
  const { purpose } = transaction.facts;
  const scope = purpose.kind === "authorize" ? purpose.request.answer["scope"] : undefined;
  const asked = typeof scope === "string" ? scope.split(" ") : [];
  return ["openid", "profile", "email", "offline_access"].filter((known) => asked.includes(known));
}

/** The organisation that registered the application. */
async function publisherOf(journey: Journey): Promise<ConsentView["publisher"]> {
  const application = await askingApplication(journey);
  const tenant = application && (await findTenant(journey.machine.database, application.tenantId));
  return tenant && { displayName: tenant.displayName, domain: tenant.primaryDomain };
}
