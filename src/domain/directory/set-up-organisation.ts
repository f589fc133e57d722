import { type EmailAddress, emailDomain } from "../../foundation/email-address.ts";
import { newIdentifier } from "../../foundation/new-identifier.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { Circumstances } from "../audit/circumstances.ts";
import { type MemberRefusal, prepareMember, recordMember } from "./create-member.ts";
import { recordTenant, type TenantRefusal } from "./create-tenant.ts";
import { forgetTenants } from "./find-tenant.ts";
import type { Tenant } from "./rules/tenant.ts";
import { takeSetUpTicket } from "./set-up-ticket.ts";

/** What the set-up page asks for. */
export interface FirstOrganisation {
  readonly displayName: string;
  /** Becomes `<name>.guesthouse.internal`. */
  readonly name: string;
  readonly administrator: {
    readonly displayName: string;
    /** Its domain becomes the organisation's. */
    readonly address: EmailAddress;
    readonly password: string;
  };
}

export type SetUpRefusal =
  | { readonly code: "set-up-ticket-unknown" | "organisation-name-empty" | "display-name-empty" }
  | TenantRefusal
  | MemberRefusal;

/**
 * Makes the first organisation and its administrator, and uses the ticket up: all of it or nothing, so that nobody is
 * left with an organisation that has no administrator and a link that is dead.
 */
export async function setUpOrganisation(
  machine: Machine,
  circumstances: Circumstances,
  ticket: string,
  input: FirstOrganisation,
): Promise<Result<Tenant, SetUpRefusal>> {
  if (input.displayName.trim() === "") return refuse({ code: "organisation-name-empty" });
  const { administrator } = input;
  if (administrator.displayName.trim() === "") return refuse({ code: "display-name-empty" });
  const now = machine.clock();

  const outcome = await machine.database
    .transaction()
    .execute(async (transaction): Promise<Result<Tenant, never>> => {
      if (!(await takeSetUpTicket(transaction, machine.masterKey, ticket)))
        throw new Refused({ code: "set-up-ticket-unknown" });
      const tenant = await recordTenant(transaction, now, circumstances, {
        tenantId: newIdentifier(),
        displayName: input.displayName,
        name: input.name,
        domains: [emailDomain(administrator.address)],
      });
      if (!tenant.ok) throw new Refused(tenant.refusal);
      const member = await prepareMember(tenant.value, now, {
        tenantId: tenant.value.tenantId,
        userPrincipalName: administrator.address,
        displayName: administrator.displayName,
        password: administrator.password,
        roles: ["global-administrator"],
      });
      if (!member.ok) throw new Refused(member.refusal);
      const recorded = await recordMember(transaction, now, circumstances, member.value);
      if (!recorded.ok) throw new Refused(recorded.refusal);
      return accept(tenant.value);
    })
    .catch((error: unknown): Result<never, SetUpRefusal> => {
      if (error instanceof Refused) return refuse(error.refusal);
      throw error;
    });
  forgetTenants(machine.database);
  return outcome;
}

/** Thrown inside the transaction so that everything of it is undone. */
class Refused extends Error {
  readonly refusal: SetUpRefusal;

  constructor(refusal: SetUpRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
