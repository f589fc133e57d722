import { findTenantOwningDomain } from "../../../domain/directory/find-tenant.ts";
import { isDomainOpen } from "../../../domain/policies/rules/domain-restriction.ts";
import { findMethod, findSignUpMethod } from "../../../domain/signin/find-method.ts";
import { recordFacts } from "../../../domain/signin/sign-in-transaction.ts";
import { type EmailAddress, emailDomain, parseEmailAddress } from "../../../foundation/email-address.ts";
import { wordsOf } from "../words/words.ts";
import type { PostedJourney } from "./journey.ts";
import { showJourney } from "./show-journey.ts";
import { wantsAccount } from "./wants-account.ts";

/** Somebody says who they are: home-realm discovery finds how they prove it. */
export async function identify(journey: PostedJourney): Promise<Response> {
  const { c, machine, transaction, form, path } = journey;
  const t = wordsOf(journey.frame);
  const email = form["email"] ?? "";
  const address = parseEmailAddress(email);
  if (!address) return asked(journey, email, t("sign-in.address-wrong"));
  const { purpose } = transaction.facts;
  if (purpose.kind === "find-home") return identifyHome(journey, address);
  const { tenantId, signUp } = journey.situation;
  const isSigningUp = signUp !== undefined && wantsAccount(journey.c, journey.situation);
  // Whose address it is plays no part; guests who have accepted go by the page for those who have an account.
  if (isSigningUp && !isDomainOpen(signUp.restriction, emailDomain(address)))
    return asked(journey, email, t("sign-up.no-way"));
  const method = isSigningUp
    ? await findSignUpMethod(machine, signUp.flow.tenantId, address, signUp)
    : await findMethod(machine, tenantId, address, false);
  if (!method) return asked(journey, email, t(isSigningUp ? "sign-up.no-way" : "sign-in.no-way"));
  // At the person's own organisation only its own people can prove anything.
  const isAtHome = purpose.kind === "vouch" || purpose.kind === "vouch-abroad";
  if (isAtHome && method.kind !== "password") {
    return asked(journey, email, t("sign-in.not-from-here"));
  }
  await recordFacts(
    machine,
    transaction,
    ({ useAnother: _done, accountId: _old, codeSentAt: _earlier, providerFailure: _past, ...facts }) => ({
      ...facts,
      method,
    }),
  );
  return c.redirect(path, 303);
}

/** Where no organisation was named, the address says only which one it is; how to prove it is asked there. */
async function identifyHome(journey: PostedJourney, address: EmailAddress): Promise<Response> {
  const { c, machine, transaction, path } = journey;
  const tenant = await findTenantOwningDomain(machine.database, emailDomain(address));
  if (!tenant) return asked(journey, address, wordsOf(journey.frame)("sign-in.no-home"));
  const home = { tenantId: tenant.tenantId, address };
  await recordFacts(machine, transaction, ({ useAnother: _done, accountId: _old, ...facts }) => ({
    ...facts,
    home,
  }));
  return c.redirect(path, 303);
}

/** The question again, with what was typed and what was wrong with it. */
function asked(journey: PostedJourney, email: string, text: string): Promise<Response> {
  const step = { kind: "identify", address: email, reason: "asked-for-another" } as const;
  return showJourney({ ...journey, step }, { email, error: { field: "email", text } });
}
