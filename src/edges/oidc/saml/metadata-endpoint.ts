import type { Context } from "hono";
import { findApplicationInTenant } from "../../../domain/applications/find-application.ts";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import { tokenIssuer } from "../../../domain/tokens/rules/token-issuer.ts";
import { signingKeys } from "../../../domain/tokens/signing-keys.ts";
import { xmlSigner } from "../../../domain/tokens/xml-signer.ts";
import { type ApplicationId, parseGuid } from "../../../foundation/identifiers.ts";
import type { Machine } from "../../../platform/machine.ts";
import { signXml } from "../../../platform/xml/sign-xml.ts";
import { answerRefusal } from "../show-refusal.ts";
import { findTenantOfSaml } from "./find-tenant-of-saml.ts";
import { writeMetadata } from "./write-metadata.ts";

/** A key is published for a day before it signs: who asks again within this time never meets an unknown one. */
const goodForSeconds = 12 * 3600;

/** `GET /{tenant}/federationmetadata/2007-06/federationmetadata.xml[?appid=ID]` (SAML Metadata section 4.1). */
export async function metadataEndpoint(c: Context, machine: Machine): Promise<Response> {
  const tenant = await findTenantOfSaml(c, machine);
  if (!tenant.ok) return answerRefusal(c, machine, tenant.refusal);
  const { tenantId } = tenant.value;
  // One key signs for every application. The id is looked at so that a wrong one shows here and not at the first sign-in.
  const appid = c.req.query("appid");
  const applicationId = parseGuid<ApplicationId>(appid ?? "");
  const isKnown = applicationId && (await findApplicationInTenant(machine.database, tenantId, applicationId));
  if (appid !== undefined && !isKnown)
    return answerRefusal(c, machine, { code: "client-unknown", detail: appid });
  return c.body(await signedMetadata(machine, tenant.value), 200, {
    // SAML Metadata appendix A registers the media type.
    "content-type": "application/samlmetadata+xml",
    "cache-control": `public, max-age=${goodForSeconds}`,
  });
}

/** Where a tenant takes the messages of applications that sign in by SAML. */
function samlServiceUrl(machine: Machine, { tenantId }: Pick<Tenant, "tenantId">): string {
  return `${machine.configuration.publicUrl}/${tenantId}/saml2`;
}

/** Who a tenant is to applications that sign in by SAML: the issuer of its tokens, in the form of the first version. */
function samlEntityId(machine: Machine, { tenantId }: Pick<Tenant, "tenantId">): string {
  return tokenIssuer(machine.configuration.publicUrl, tenantId, 1);
}

async function signedMetadata(machine: Machine, tenant: Tenant): Promise<string> {
  const { certificates } = await signingKeys(machine);
  const id = `_${tenant.tenantId}`;
  const xml = writeMetadata({
    id,
    entityId: samlEntityId(machine, tenant),
    serviceUrl: samlServiceUrl(machine, tenant),
    certificates,
  });
  return signXml(xml, { id, place: "first", signer: await xmlSigner(machine) });
}
