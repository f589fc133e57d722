import type { TenantId } from "../../../foundation/identifiers.ts";
import type { MasterKey } from "../../../platform/secrets/master-key.ts";
import type { ExternalIdentity } from "../../directory/rules/external-identity.ts";

/** Encrypts what a request says: who was turned away has left nothing that can be read. */
export function sealOfRequest(masterKey: MasterKey, content: object): Buffer {
  return masterKey.encrypt("sign-up-request", Buffer.from(JSON.stringify(content)));
}

/** The content of `sealOfRequest`. */
export function openSeal<Content>(masterKey: MasterKey, sealed: Buffer): Content {
  return JSON.parse(masterKey.decrypt("sign-up-request", sealed).toString("utf8"));
}

/** What an identity is looked for by. */
export function identityDigest(
  masterKey: MasterKey,
  tenantId: TenantId,
  { issuer, subject }: Pick<ExternalIdentity, "issuer" | "subject">,
): Buffer {
  return masterKey.authenticate("sign-up-request", JSON.stringify([tenantId, issuer, subject]));
}
