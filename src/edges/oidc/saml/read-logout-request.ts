import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "../rules/protocol-error.ts";
import type { SamlMessage } from "./read-message.ts";
import { logoutRequestSchema } from "./request-schemas.ts";
import { isMessageId } from "./rules/message-id.ts";

/** An application's wish to have somebody signed out. */
export interface LogoutRequest {
  readonly requestId: string;
  readonly issuer: string;
  readonly name: string;
  readonly sessionIndexes: readonly string[];
}

/** Reads the request of an application to sign somebody out (SAML Core section 3.7.1). */
export function readLogoutRequest(
  { document }: SamlMessage,
  now: Date,
): Result<LogoutRequest, ProtocolRefusal> {
  const read = logoutRequestSchema.safeParse(document);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse({ code: "saml-sign-out-invalid", detail: issue?.path.join("/") ?? "" });
  }
  const { $: attributes, Issuer, NameID, SessionIndex } = read.data.LogoutRequest;
  if (!isMessageId(attributes.ID)) return refuse({ code: "saml-id-invalid", detail: attributes.ID });
  if (attributes.NotOnOrAfter !== undefined && new Date(attributes.NotOnOrAfter) <= now)
    return refuse({ code: "saml-sign-out-expired" });
  return accept({
    requestId: attributes.ID,
    issuer: Issuer[0],
    name: NameID[0],
    sessionIndexes: SessionIndex,
  });
}
