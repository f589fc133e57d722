import { normalizeEmailAddress } from "../../../foundation/email-address.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { DatabaseTransaction } from "../../../platform/database/database.ts";
import type { Machine } from "../../../platform/machine.ts";
import type { Circumstances } from "../../audit/circumstances.ts";
import { findUserByIdentity, findUsersHoldingAddress } from "../../directory/find-user.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";
import { admitGuest } from "../admit-guest.ts";
import { listAttributes } from "../find-attributes.ts";
import { findSignUpOffer } from "../find-sign-up-offer.ts";
import { maySignUp } from "../rules/may-sign-up.ts";
import type { SignUpRequest } from "../rules/sign-up-request.ts";
import { isStillProven } from "./is-still-proven.ts";

/** Why somebody who was approved cannot become a guest as things are now. */
export type AdmitRefusal = {
  readonly code: "way-not-taken" | "domain-not-taken" | "not-offered" | "address-taken" | "identity-taken";
};

/**
 * Makes a guest of somebody who asked. Sign-up must still be open, and the flow still take their proof and the very
 * address that whoever approves was shown; what they answered stays as it was approved.
 */
export async function admitAsking(
  machine: Machine,
  transaction: DatabaseTransaction,
  circumstances: Circumstances,
  { tenant, request }: { readonly tenant: Tenant; readonly request: SignUpRequest },
): Promise<Result<undefined, AdmitRefusal>> {
  const { tenantId, applicationId, asking } = request;
  const { identity, person, address, displayName, profile, customValues, language } = asking;
  const offer = await findSignUpOffer(transaction, tenantId, applicationId);
  if (offer?.flow.flowId !== request.flowId) return refuse({ code: "not-offered" });
  if (!(await isStillProven(transaction, tenantId, asking))) return refuse({ code: "way-not-taken" });
  const may = maySignUp(offer, { ...person, addresses: [address] });
  if (!may.ok)
    return refuse({ code: may.refusal.code === "way-not-taken" ? "way-not-taken" : "domain-not-taken" });
  // Invited and accepted meanwhile: there is nothing left to make.
  if (await findUserByIdentity(transaction, tenantId, identity.issuer, identity.subject))
    return accept(undefined);
  const holders = await findUsersHoldingAddress(transaction, tenantId, normalizeEmailAddress(address));
  if (holders.length > 0) return refuse({ code: "address-taken" });
  const attributes = await listAttributes(transaction, tenantId);
  const known = Object.entries(customValues).filter(([attributeId]) =>
    attributes.some((attribute) => attribute.attributeId === attributeId),
  );
  const made = await admitGuest(transaction, machine.clock(), circumstances, {
    ...{ tenant, applicationId, identity },
    flow: offer.flow,
    approvedBy: circumstances.actor,
    guest: {
      ...{ address, displayName, profile },
      customValues: Object.fromEntries(known),
      preferredLanguage: language,
      provenAt: new Date(asking.provenAt),
    },
  });
  return typeof made === "string" ? refuse({ code: made }) : accept(undefined);
}
