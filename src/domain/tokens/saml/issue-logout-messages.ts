import { secondsAfter } from "../../../foundation/clock.ts";
import type { TenantId } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { writeXml } from "../../../platform/xml/write-xml.ts";
import { tokenIssuer } from "../rules/token-issuer.ts";
import { newMessageId } from "./new-message-id.ts";
import type { NameId } from "./rules/name-id.ts";
import type { SamlStatus } from "./rules/saml-status.ts";
import { sessionIndexOf } from "./rules/session-index.ts";
import { nameIdElement } from "./write-assertion.ts";
import { samlNamespaces, writeStatusResponse } from "./write-status-response.ts";

/** A request that comes later says nothing any more. */
const lifetimeSeconds = 5 * 60;

/** Asks an application to end its session of a person (SAML Core section 3.7.1), by the name it knows them by. */
export function issueLogoutRequest(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    readonly destination: string;
    readonly nameId: NameId;
    readonly accountId: string;
  },
): string {
  const { tenantId, destination, nameId, accountId } = input;
  const now = machine.clock();
  return writeXml("samlp:LogoutRequest", {
    $: {
      ...samlNamespaces,
      ID: newMessageId(),
      Version: "2.0",
      IssueInstant: now.toISOString(),
      Destination: destination,
      NotOnOrAfter: secondsAfter(now, lifetimeSeconds).toISOString(),
    },
    "saml:Issuer": tokenIssuer(machine.configuration.publicUrl, tenantId, 1),
    "saml:NameID": nameIdElement(nameId),
    "samlp:SessionIndex": sessionIndexOf(accountId),
  });
}

/** Tells an application how its request to sign somebody out has ended (SAML Core section 3.7.2). */
export function issueLogoutResponse(
  machine: Machine,
  input: {
    readonly tenantId: TenantId;
    readonly destination: string;
    readonly requestId: string;
    readonly status: SamlStatus;
  },
): string {
  const { tenantId, ...answer } = input;
  const response = writeStatusResponse({
    ...answer,
    id: newMessageId(),
    issuer: tokenIssuer(machine.configuration.publicUrl, tenantId, 1),
    issuedAt: machine.clock(),
  });
  return writeXml("samlp:LogoutResponse", response);
}
