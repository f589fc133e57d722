import type {
  AgreementAcceptanceTable,
  AgreementFileTable,
  AgreementTable,
} from "./schema/agreement-tables.ts";
import type {
  ApplicationCertificateTable,
  ApplicationOwnerTable,
  ApplicationRedirectUriTable,
  ApplicationRoleTable,
  ApplicationScopeTable,
  ApplicationSecretTable,
  ApplicationTable,
  AppRoleAssignmentTable,
  FederatedCredentialTable,
  PermissionGrantTable,
  ServicePrincipalOwnerTable,
  ServicePrincipalTable,
} from "./schema/application-tables.ts";
import type { ConditionalAccessPolicyTable, NamedLocationTable } from "./schema/conditional-access-tables.ts";
import type {
  BrowserSessionTable,
  MailboxMessageTable,
  SessionAccountTable,
  SessionApplicationTable,
  SettingTable,
  SignInTransactionTable,
  SigningKeyTable,
} from "./schema/deployment-tables.ts";
import type {
  BrandingAssetTable,
  BrandingTable,
  CollaborationSettingsTable,
  DirectoryChangeTable,
  DirectoryRoleAssignmentTable,
  DomainRestrictionTable,
  ExternalIdentityTable,
  GroupMemberTable,
  GroupOwnerTable,
  GroupTable,
  TenantDomainTable,
  TenantTable,
  UserSponsorTable,
  UserTable,
} from "./schema/directory-tables.ts";
import type {
  ConnectionTestTable,
  FederationKeyTable,
  IdentityProviderDomainTable,
  IdentityProviderTable,
  OneTimeCodeTable,
  UsedAssertionTable,
} from "./schema/federation-tables.ts";
import type { InvitationTable, MailTable } from "./schema/invitation-tables.ts";
import type { AuditEventTable, SignInActivityTable, SignInEventTable } from "./schema/log-tables.ts";
import type {
  SecondFactorEnrolmentTable,
  SecondFactorProofTable,
  SecondFactorTable,
} from "./schema/second-factor-tables.ts";
import type {
  ApiConnectorCallTable,
  ApiConnectorCertificateTable,
  ApiConnectorTable,
  SignUpAskingTable,
  SignUpAttributeTable,
  SignUpRequestTable,
  SignUpSettingsTable,
  SignUpTable,
  UserFlowApplicationTable,
  UserFlowApprovingGroupTable,
  UserFlowApprovingUserTable,
  UserFlowAttributeTable,
  UserFlowConnectorTable,
  UserFlowGroupTable,
  UserFlowProviderTable,
  UserFlowTable,
  UserFlowTextTable,
} from "./schema/signup-tables.ts";
import type {
  AuthorizationCodeTable,
  DeviceAuthorizationTable,
  RefreshTokenTable,
} from "./schema/token-tables.ts";
import type { VisitAgreementTable, VisitCodeTable } from "./schema/visit-tables.ts";

/** Every table, as TypeScript sees it (camelCase here, snake_case in SQL). */
export interface DatabaseSchema {
  setting: SettingTable;
  signingKey: SigningKeyTable;
  browserSession: BrowserSessionTable;
  sessionAccount: SessionAccountTable;
  sessionApplication: SessionApplicationTable;
  signInTransaction: SignInTransactionTable;
  mailboxMessage: MailboxMessageTable;
  tenant: TenantTable;
  tenantDomain: TenantDomainTable;
  branding: BrandingTable;
  brandingAsset: BrandingAssetTable;
  user: UserTable;
  externalIdentity: ExternalIdentityTable;
  userSponsor: UserSponsorTable;
  identityProvider: IdentityProviderTable;
  connectionTest: ConnectionTestTable;
  identityProviderDomain: IdentityProviderDomainTable;
  directoryRoleAssignment: DirectoryRoleAssignmentTable;
  group: GroupTable;
  groupMember: GroupMemberTable;
  groupOwner: GroupOwnerTable;
  directoryChange: DirectoryChangeTable;
  collaborationSettings: CollaborationSettingsTable;
  domainRestriction: DomainRestrictionTable;
  agreement: AgreementTable;
  agreementFile: AgreementFileTable;
  agreementAcceptance: AgreementAcceptanceTable;
  conditionalAccessPolicy: ConditionalAccessPolicyTable;
  namedLocation: NamedLocationTable;
  application: ApplicationTable;
  applicationRedirectUri: ApplicationRedirectUriTable;
  applicationSecret: ApplicationSecretTable;
  applicationCertificate: ApplicationCertificateTable;
  federatedCredential: FederatedCredentialTable;
  applicationOwner: ApplicationOwnerTable;
  applicationRole: ApplicationRoleTable;
  applicationScope: ApplicationScopeTable;
  servicePrincipal: ServicePrincipalTable;
  servicePrincipalOwner: ServicePrincipalOwnerTable;
  appRoleAssignment: AppRoleAssignmentTable;
  permissionGrant: PermissionGrantTable;
  invitation: InvitationTable;
  mail: MailTable;
  oneTimeCode: OneTimeCodeTable;
  federationKey: FederationKeyTable;
  usedAssertion: UsedAssertionTable;
  secondFactor: SecondFactorTable;
  secondFactorEnrolment: SecondFactorEnrolmentTable;
  secondFactorProof: SecondFactorProofTable;
  visitAgreement: VisitAgreementTable;
  visitCode: VisitCodeTable;
  authorizationCode: AuthorizationCodeTable;
  refreshToken: RefreshTokenTable;
  deviceAuthorization: DeviceAuthorizationTable;
  signUpSettings: SignUpSettingsTable;
  signUpAttribute: SignUpAttributeTable;
  userFlow: UserFlowTable;
  userFlowProvider: UserFlowProviderTable;
  userFlowAttribute: UserFlowAttributeTable;
  userFlowApplication: UserFlowApplicationTable;
  userFlowGroup: UserFlowGroupTable;
  userFlowApprovingUser: UserFlowApprovingUserTable;
  userFlowApprovingGroup: UserFlowApprovingGroupTable;
  signUpAsking: SignUpAskingTable;
  signUpRequest: SignUpRequestTable;
  signUp: SignUpTable;
  apiConnector: ApiConnectorTable;
  apiConnectorCertificate: ApiConnectorCertificateTable;
  userFlowConnector: UserFlowConnectorTable;
  userFlowText: UserFlowTextTable;
  apiConnectorCall: ApiConnectorCallTable;
  auditEvent: AuditEventTable;
  signInEvent: SignInEventTable;
  signInActivity: SignInActivityTable;
}
