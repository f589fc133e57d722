import type { Application } from "../../../domain/applications/rules/application.ts";
import type { AssertedName, SessionApplication } from "../../../domain/signin/rules/session-account.ts";
import { issueLogoutRequest } from "../../../domain/tokens/saml/issue-logout-messages.ts";
import { xmlSigner } from "../../../domain/tokens/xml-signer.ts";
import type { Machine } from "../../../platform/machine.ts";
import { redirectAddress } from "./redirect-address.ts";

/** Where a browser tells an application that somebody it knows by a name of SAML has signed out; undefined where it does not want to hear. */
export async function logoutRequestAddress(
  machine: Machine,
  { logoutUrl }: Pick<Application, "logoutUrl">,
  { tenantId, accountId }: SessionApplication,
  nameId: AssertedName,
): Promise<string | undefined> {
  if (logoutUrl === undefined) return undefined;
  const xml = issueLogoutRequest(machine, { tenantId, destination: logoutUrl, nameId, accountId });
  return redirectAddress(await xmlSigner(machine), { destination: logoutUrl, name: "SAMLRequest", xml });
}
