import { findUserByPrincipalName, findUsersHoldingAddress } from "../../domain/directory/find-user.ts";
import type { Tenant } from "../../domain/directory/rules/tenant.ts";
import type { InviteRequest } from "../../domain/invitations/rules/invite-request.ts";
import { normalizeEmailAddress, parseEmailAddress } from "../../foundation/email-address.ts";
import { parseGuid } from "../../foundation/identifiers.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import { namedApplications } from "./find-named-application.ts";
import type { InviteOptions } from "./invite-options.ts";
import type { RowProblem } from "./rules/explain-refusal.ts";
import type { InviteRow } from "./rules/invite-row.ts";

export type RequestOfRow = (row: InviteRow) => Promise<Result<InviteRequest, RowProblem>>;

/** What options say where a row says nothing. */
export type RowDefaults = Pick<
  InviteOptions,
  "name" | "message" | "language" | "redirectUrl" | "app" | "mail" | "lifetimeDays"
>;

/** A guess at a deployment's sponsors: beyond it they are looked up again. */
const mostSponsorsKept = 10_000;

/** Turns rows into invite requests: finds the applications and sponsors they name, and fills in the options. */
export async function requestsOfRows(
  machine: Machine,
  tenant: Tenant,
  defaults: RowDefaults,
): Promise<RequestOfRow> {
  const findApplication = await namedApplications(machine, tenant);
  const myAppsUrl = `${machine.configuration.publicUrl}/myapps?tenant=${tenant.tenantId}`;
  const sponsorIds = new Map<string, string>();
  const sponsorId = async (name: string): Promise<string | undefined> => {
    const known = sponsorIds.get(name) ?? (await findSponsorId(machine, tenant, name));
    if (known !== undefined && sponsorIds.size < mostSponsorsKept) sponsorIds.set(name, known);
    return known;
  };
  return async (row) => {
    const applicationName = row.application ?? defaults.app;
    const application = applicationName === undefined ? undefined : findApplication(applicationName);
    if (application?.ok === false) return application;
    const registration = application?.value.application;
    const sponsors: string[] = [];
    for (const name of row.sponsors) {
      const id = await sponsorId(name);
      if (id === undefined) return refuse({ code: "sponsor-not-found", name });
      sponsors.push(id);
    }
    return accept({
      email: row.email,
      displayName: row.name ?? defaults.name,
      messageBody: row.message ?? defaults.message,
      messageLanguage: row.language ?? defaults.language,
      redirectUrl: row.redirectUrl ?? defaults.redirectUrl ?? registration?.homePageUrl ?? myAppsUrl,
      applicationId: registration?.applicationId,
      copyRecipients: row.copies.map((address) => ({ name: null, address })),
      sponsorIds: sponsors,
      // Who says on the command line that no mail is to be sent means every row.
      sendMail: defaults.mail && (row.sendMail ?? true),
      lifetimeDays: row.lifetimeDays === undefined ? defaults.lifetimeDays : row.lifetimeDays,
    });
  };
}

/** A sponsor by id (of a user or group), user name, or an e-mail address that only one person has. */
async function findSponsorId(
  machine: Machine,
  { tenantId }: Tenant,
  name: string,
): Promise<string | undefined> {
  const id = parseGuid(name);
  if (id !== undefined) return id;
  const user = await findUserByPrincipalName(machine.database, tenantId, name);
  if (user) return user.userId;
  const address = parseEmailAddress(name);
  if (address === undefined) return undefined;
  const holders = await findUsersHoldingAddress(machine.database, tenantId, normalizeEmailAddress(address));
  return holders.length === 1 ? holders[0]?.userId : undefined;
}
