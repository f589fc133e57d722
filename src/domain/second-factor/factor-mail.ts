import { parseEmailAddress } from "../../foundation/email-address.ts";
import type { DatabaseTransaction } from "../../platform/database/database.ts";
import type { Machine } from "../../platform/machine.ts";
import { queueMail } from "../../platform/mail/queue-mail.ts";
import { mailBrandOf } from "../directory/branding/mail-brand.ts";
import { findTenant } from "../directory/find-tenant.ts";
import type { User } from "../directory/rules/user.ts";
import { type FactorChange, factorMessage } from "./factor-message.ts";

/** Tells a person by mail what became of their authenticator app: if it was not them, they learn it. */
export async function queueFactorMail(
  machine: Machine,
  transaction: DatabaseTransaction,
  {
    user,
    change,
    language,
  }: { readonly user: User; readonly change: FactorChange; readonly language: string | undefined },
): Promise<void> {
  const address = parseEmailAddress(user.mail ?? "");
  const tenant = await findTenant(transaction, user.tenantId);
  if (!address || !tenant) return;
  const message = factorMessage({
    change,
    languages: [user.preferredLanguage, language, tenant.defaultLanguage],
    address,
    organisationName: tenant.displayName,
    organisationDomain: tenant.primaryDomain,
    brandIn: (chosen) => mailBrandOf(tenant, chosen),
    contact: tenant.contactEmail,
    at: machine.clock(),
  });
  const to = { address, name: user.displayName };
  await queueMail(machine, transaction, {
    tenantId: tenant.tenantId,
    purpose: "second-factor",
    content: { ...message, to },
  });
}
