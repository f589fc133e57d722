import type { Machine } from "../../../platform/machine.ts";
import { signXml } from "../../../platform/xml/sign-xml.ts";
import { writeXml } from "../../../platform/xml/write-xml.ts";
import type { ApplicationInTenant } from "../../applications/rules/application.ts";
import type { Tenant } from "../../directory/rules/tenant.ts";
import type { User } from "../../directory/rules/user.ts";
import { findMembershipClaims } from "../find-membership-claims.ts";
import { pairwiseSubject } from "../pairwise-subject.ts";
import type { SignInEvidence } from "../rules/authorization-grant.ts";
import { tokenIssuer } from "../rules/token-issuer.ts";
import { wantedClaims } from "../rules/wanted-claims.ts";
import { xmlSigner } from "../xml-signer.ts";
import { newMessageId } from "./new-message-id.ts";
import { type NameId, type NameIdPolicy, nameIdOf } from "./rules/name-id.ts";
import { personAttributes } from "./rules/person-attributes.ts";
import type { SamlStatus } from "./rules/saml-status.ts";
import { sessionIndexOf } from "./rules/session-index.ts";
import { writeAssertion } from "./write-assertion.ts";
import { writeStatusResponse } from "./write-status-response.ts";

/** The request that is answered, and where. */
export interface SamlRecipient {
  readonly tenant: Tenant;
  readonly requestId: string;
  /** A verified assertion consumer service. */
  readonly destination: string;
}

export interface SamlSignIn extends SamlRecipient {
  readonly client: ApplicationInTenant;
  readonly user: User;
  readonly signIn: SignInEvidence;
  /** The application's entity id as its request spelled it. */
  readonly audience: string;
  readonly nameIdPolicy: NameIdPolicy;
  readonly contextClass: string;
}

/** Makes the response that signs a person in to an application, with assertion and response signed (SAML Core section 3.3.3). */
export async function issueSamlResponse(
  machine: Machine,
  input: SamlSignIn,
): Promise<{ readonly xml: string; readonly nameId: NameId }> {
  const { tenant, client, user, signIn, requestId, destination } = input;
  const { publicUrl } = machine.configuration;
  const { tenantId } = tenant;
  const wanted = wantedClaims(client.application.optionalClaims.saml2Token, []);
  const memberships = await findMembershipClaims(machine, tenantId, user.userId, {
    client: { party: client, wanted },
    resource: undefined,
  });
  const nameId = nameIdOf(input.nameIdPolicy, {
    user,
    pairwise: pairwiseSubject(tenant, user.userId, client.application.applicationId),
    once: newMessageId(),
  });
  const issuer = tokenIssuer(publicUrl, tenantId, 1);
  const assertionId = newMessageId();
  const assertion = writeAssertion({
    id: assertionId,
    issuer,
    issuedAt: machine.clock(),
    audience: input.audience,
    recipient: destination,
    requestId,
    nameId,
    authenticatedAt: signIn.authenticatedAt,
    sessionIndex: sessionIndexOf(signIn.sessionId),
    contextClass: input.contextClass,
    attributes: personAttributes({
      publicUrl,
      tenantId,
      user,
      signIn,
      wanted,
      memberships: memberships.client,
      groupsEndpoint: `${publicUrl}/v1.0/users/${user.userId}/getMemberObjects`,
    }),
  });
  const id = newMessageId();
  const response = writeStatusResponse({ ...headOf(machine, input), id, status: { code: "Success" } });
  const xml = writeXml("samlp:Response", { ...response, "saml:Assertion": assertion });
  const signer = await xmlSigner(machine);
  const withAssertion = await signXml(xml, { id: assertionId, place: "second", signer });
  return { xml: await signXml(withAssertion, { id, place: "second", signer }), nameId };
}

/** Makes the response that tells an application why nobody is signed in. */
export async function issueSamlRefusal(
  machine: Machine,
  recipient: SamlRecipient,
  status: SamlStatus,
): Promise<string> {
  const id = newMessageId();
  const response = writeStatusResponse({ ...headOf(machine, recipient), id, status });
  return signXml(writeXml("samlp:Response", response), {
    id,
    place: "second",
    signer: await xmlSigner(machine),
  });
}

function headOf(machine: Machine, { tenant, requestId, destination }: SamlRecipient) {
  const issuer = tokenIssuer(machine.configuration.publicUrl, tenant.tenantId, 1);
  return { issuer, destination, requestId, issuedAt: machine.clock() };
}
