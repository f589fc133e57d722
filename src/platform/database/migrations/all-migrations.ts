import type { Migration } from "kysely/migration";
import * as firstSchema from "./0001-first-schema.ts";
import * as nameStatistics from "./0002-name-statistics.ts";
import * as addressLookup from "./0003-address-lookup.ts";
import * as applicationModel from "./0004-application-model.ts";
import * as userProfile from "./0010-user-profile.ts";
import * as groupOwners from "./0020-group-owners.ts";
import * as directoryChanges from "./0021-directory-changes.ts";
import * as domainVerification from "./0030-domain-verification.ts";
import * as logLookup from "./0031-log-lookup.ts";
import * as deviceAuthorizations from "./0040-device-authorizations.ts";
import * as userConsent from "./0050-user-consent.ts";
import * as mustChangePassword from "./0052-must-change-password.ts";
import * as sessionApplicationAccount from "./0060-session-application-account.ts";
import * as identityProviders from "./0070-identity-providers.ts";
import * as samlAssertions from "./0071-saml-assertions.ts";
import * as samlApplications from "./0085-saml-applications.ts";
import * as assertedNames from "./0086-asserted-names.ts";
import * as signedRequests from "./0087-signed-requests.ts";
import * as sessionApplicationVersion from "./0090-session-application-version.ts";
import * as servicePrincipalOwners from "./0095-service-principal-owners.ts";
import * as applicationChanges from "./0096-application-changes.ts";
import * as signInActivity from "./0097-sign-in-activity.ts";
import * as convertedUsers from "./0098-converted-users.ts";
import * as metadataAsked from "./0100-metadata-asked.ts";
import * as federationKeys from "./0101-federation-keys.ts";
import * as connectionTests from "./0110-connection-tests.ts";
import * as memberVisits from "./0120-member-visits.ts";
import * as userFlows from "./0130-user-flows.ts";
import * as signUps from "./0131-sign-ups.ts";
import * as organizationBranding from "./0140-organization-branding.ts";
import * as apiConnectors from "./0150-api-connectors.ts";
import * as signUpApproval from "./0160-sign-up-approval.ts";
import * as userFlowTexts from "./0170-user-flow-texts.ts";
import * as flowLayout from "./0171-flow-layout.ts";
import * as domainRestrictions from "./0180-domain-restrictions.ts";
import * as unsolicitedAnswers from "./0190-unsolicited-answers.ts";
import * as switchedOffProviders from "./0191-switched-off-providers.ts";
import * as conditionalAccess from "./0220-conditional-access.ts";
import * as agreements from "./0230-agreements.ts";
import * as secondFactor from "./0240-second-factor.ts";
import * as signUpAskings from "./0250-sign-up-askings.ts";

/** Every change of the schema, by the name it is recorded under. Names never change once released; new ones go last. */
export const allMigrations: Readonly<Record<string, Migration>> = {
  "0001-first-schema": firstSchema,
  "0002-name-statistics": nameStatistics,
  "0003-address-lookup": addressLookup,
  "0004-application-model": applicationModel,
  "0010-user-profile": userProfile,
  "0020-group-owners": groupOwners,
  "0021-directory-changes": directoryChanges,
  "0030-domain-verification": domainVerification,
  "0031-log-lookup": logLookup,
  "0040-device-authorizations": deviceAuthorizations,
  "0050-user-consent": userConsent,
  "0060-session-application-account": sessionApplicationAccount,
  "0070-identity-providers": identityProviders,
  "0071-saml-assertions": samlAssertions,
  "0052-must-change-password": mustChangePassword,
  "0095-service-principal-owners": servicePrincipalOwners,
  "0085-saml-applications": samlApplications,
  "0130-user-flows": userFlows,
  "0096-application-changes": applicationChanges,
  "0097-sign-in-activity": signInActivity,
  "0098-converted-users": convertedUsers,
  "0140-organization-branding": organizationBranding,
  "0110-connection-tests": connectionTests,
  "0100-metadata-asked": metadataAsked,
  "0120-member-visits": memberVisits,
  "0086-asserted-names": assertedNames,
  "0087-signed-requests": signedRequests,
  "0090-session-application-version": sessionApplicationVersion,
  "0101-federation-keys": federationKeys,
  "0131-sign-ups": signUps,
  "0150-api-connectors": apiConnectors,
  "0180-domain-restrictions": domainRestrictions,
  "0220-conditional-access": conditionalAccess,
  "0230-agreements": agreements,
  "0190-unsolicited-answers": unsolicitedAnswers,
  "0191-switched-off-providers": switchedOffProviders,
  "0160-sign-up-approval": signUpApproval,
  "0170-user-flow-texts": userFlowTexts,
  "0171-flow-layout": flowLayout,
  "0240-second-factor": secondFactor,
  "0250-sign-up-askings": signUpAskings,
};
