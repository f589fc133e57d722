/** A string that has been checked to name one kind of thing; it cannot be mixed up with another kind. */
export type Branded<Name extends string> = string & { readonly __brand: Name };

export type TenantId = Branded<"TenantId">;
/** Object id of a user (member or guest) in one tenant. */
export type UserId = Branded<"UserId">;
export type GroupId = Branded<"GroupId">;
/** The client id (`appId`) of an application: the same in every tenant. */
export type ApplicationId = Branded<"ApplicationId">;
/** Object id of an application registration in its own tenant. */
export type ApplicationObjectId = Branded<"ApplicationObjectId">;
/** Object id of an application's service principal in one tenant. */
export type ServicePrincipalId = Branded<"ServicePrincipalId">;
export type InvitationId = Branded<"InvitationId">;
export type MailId = Branded<"MailId">;
export type TransactionId = Branded<"TransactionId">;
export type SessionId = Branded<"SessionId">;
export type AppRoleId = Branded<"AppRoleId">;
export type ScopeId = Branded<"ScopeId">;
export type SecretId = Branded<"SecretId">;
export type CertificateId = Branded<"CertificateId">;
export type FederatedCredentialId = Branded<"FederatedCredentialId">;
/** An identity provider that a tenant trusts. */
export type ProviderId = Branded<"ProviderId">;
/** A user flow of a tenant, by which people sign up. */
export type UserFlowId = Branded<"UserFlowId">;
/** Somebody's wish to sign up, which a person decides. */
export type SignUpRequestId = Branded<"SignUpRequestId">;
/** An authenticator app of a user in one tenant. */
export type SecondFactorId = Branded<"SecondFactorId">;
/** Terms of use of a tenant. */
export type AgreementId = Branded<"AgreementId">;
/** Their document in one language and version. */
export type AgreementFileId = Branded<"AgreementFileId">;
/** A rule by which a tenant lets its people in. */
export type ConditionalAccessPolicyId = Branded<"ConditionalAccessPolicyId">;
/** Networks with a name, which such rules speak of. */
export type NamedLocationId = Branded<"NamedLocationId">;
export type ConnectionTestId = Branded<"ConnectionTestId">;
/** A call to the organisation's own API. */
export type ApiConnectorId = Branded<"ApiConnectorId">;

const guidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Parses a GUID to its lower-case form, or returns undefined. */
export function parseGuid<Id extends Branded<string>>(text: string): Id | undefined {
  return guidPattern.test(text) ? (text.toLowerCase() as Id) : undefined;
}
