import type { Activity } from "../../../../domain/audit/record-event.ts";

/** How the reference calls what happened. */
export interface WireActivity {
  readonly name: string;
  readonly category: string;
  readonly service:
    | "Core Directory"
    | "Invited Users"
    | "Authentication Methods"
    | "Conditional Access"
    | "Terms Of Use";
}

function activity(
  name: string,
  category = "UserManagement",
  service: WireActivity["service"] = "Core Directory",
): WireActivity {
  return { name, category, service };
}

function invitation(name: string): WireActivity {
  return activity(name, "UserManagement", "Invited Users");
}

function securityInfo(name: string): WireActivity {
  return activity(name, "UserManagement", "Authentication Methods");
}

function policy(name: string): WireActivity {
  return activity(name, "Policy", "Conditional Access");
}

function termsOfUse(name: string): WireActivity {
  return activity(name, "Policy", "Terms Of Use");
}

function application(name: string): WireActivity {
  return activity(name, "ApplicationManagement");
}

const credentialsChanged = "Update application – Certificates and secrets management";

/** What the log says, in the names of the reference where it has one. */
export const wireActivities: Record<Activity, WireActivity> = {
  "tenant-created": activity("Create company", "DirectoryManagement"),
  "tenant-changed": activity("Set company information", "DirectoryManagement"),
  "branding-changed": activity("Update Company Branding", "DirectoryManagement"),
  "branding-removed": activity("Delete Company Branding", "DirectoryManagement"),
  "domain-added": activity("Add unverified domain", "DirectoryManagement"),
  "domain-verified": activity("Verify domain", "DirectoryManagement"),
  "default-domain-changed": activity("Update domain", "DirectoryManagement"),
  "domain-removed": activity("Remove domain", "DirectoryManagement"),
  "guest-invited": invitation("Invite external user"),
  "guest-invited-with-reset": invitation("Invite external user with reset invitation status"),
  "invitation-resent": invitation("Resend external user invite"),
  "invitation-revoked": invitation("Revoke external user invite"),
  "invitation-redeemed": invitation("Redeem external user invite"),
  "redemption-refused": invitation("Redeem external user invite"),
  "user-created": activity("Add user"),
  "user-updated": activity("Update user"),
  "user-converted-to-internal": activity("Convert external user to internal member user"),
  "user-deleted": activity("Delete user"),
  "user-restored": activity("Restore user"),
  "user-purged": activity("Hard Delete user"),
  "directory-role-assigned": activity("Add member to role", "RoleManagement"),
  "directory-role-removed": activity("Remove member from role", "RoleManagement"),
  "group-created": activity("Add group", "GroupManagement"),
  "group-updated": activity("Update group", "GroupManagement"),
  "group-deleted": activity("Delete group", "GroupManagement"),
  "group-restored": activity("Restore Group", "GroupManagement"),
  "group-purged": activity("Hard Delete group", "GroupManagement"),
  "group-member-added": activity("Add member to group", "GroupManagement"),
  "group-member-removed": activity("Remove member from group", "GroupManagement"),
  "group-owner-added": activity("Add owner to group", "GroupManagement"),
  "group-owner-removed": activity("Remove owner from group", "GroupManagement"),
  "collaboration-settings-changed": activity("Update authorization policy", "AuthorizationPolicy"),
  "domain-policy-created": activity("Add policy", "Policy"),
  "domain-policy-changed": activity("Update policy", "Policy"),
  "domain-policy-removed": activity("Delete policy", "Policy"),
  "application-created": application("Add application"),
  "application-updated": application("Update application"),
  "application-deleted": application("Delete application"),
  "application-restored": application("Restore application"),
  "application-purged": application("Hard Delete application"),
  "application-secret-added": application(credentialsChanged),
  "application-secret-removed": application(credentialsChanged),
  "application-certificate-added": application(credentialsChanged),
  "application-certificate-removed": application(credentialsChanged),
  "federated-credential-added": application(credentialsChanged),
  "federated-credential-changed": application(credentialsChanged),
  "federated-credential-removed": application(credentialsChanged),
  "application-owner-added": application("Add owner to application"),
  "application-owner-removed": application("Remove owner from application"),
  "service-principal-created": application("Add service principal"),
  "service-principal-updated": application("Update service principal"),
  "service-principal-deleted": application("Remove service principal"),
  "service-principal-restored": application("Restore service principal"),
  "service-principal-purged": application("Hard Delete service principal"),
  "service-principal-owner-added": application("Add owner to service principal"),
  "service-principal-owner-removed": application("Remove owner from service principal"),
  "app-role-assigned": application("Add app role assignment grant to user"),
  "app-role-unassigned": application("Remove app role assignment from user"),
  "consent-granted": application("Consent to application"),
  "consent-changed": application("Update delegated permission grant"),
  "consent-revoked": application("Remove delegated permission grant"),
  "agreement-added": activity("Add agreement", "Agreement"),
  "agreement-changed": activity("Update agreement", "Agreement"),
  "agreement-removed": activity("Delete agreement", "Agreement"),
  "terms-accepted": termsOfUse("Accept Terms Of Use"),
  "terms-declined": termsOfUse("Decline Terms Of Use"),
  "conditional-access-policy-added": policy("Add Conditional Access policy"),
  "conditional-access-policy-changed": policy("Update Conditional Access policy"),
  "conditional-access-policy-removed": policy("Delete Conditional Access policy"),
  "named-location-added": policy("Add named location"),
  "named-location-changed": policy("Update named location"),
  "named-location-removed": policy("Delete named location"),
  "identity-provider-added": activity("Create identity provider", "ExternalIdentities"),
  "identity-provider-updated": activity("Update identity provider", "ExternalIdentities"),
  "identity-provider-removed": activity("Delete identity provider", "ExternalIdentities"),
  "identity-provider-enabled": activity("Enable identity provider", "ExternalIdentities"),
  "identity-provider-guests-reset": activity("Reset guests of identity provider", "ExternalIdentities"),
  "identity-provider-disabled": activity("Disable identity provider", "ExternalIdentities"),
  "self-service-sign-up-switched": activity("Update authentication flows policy", "Policy"),
  "guest-signed-up": invitation("Create external user by self-service sign-up"),
  "guest-sign-up-refused": invitation("Create external user by self-service sign-up"),
  "sign-up-requested": invitation("Request approval of self-service sign-up"),
  "sign-up-approved": invitation("Approve self-service sign-up"),
  "sign-up-denied": invitation("Deny self-service sign-up"),
  "sign-up-withdrawn": invitation("Withdraw request of self-service sign-up"),
  "sign-up-request-removed": invitation("Delete request of self-service sign-up"),
  "user-flow-created": activity("Create user flow", "ResourceManagement"),
  "user-flow-updated": activity("Update user flow", "ResourceManagement"),
  "user-flow-deleted": activity("Delete user flow", "ResourceManagement"),
  "api-connector-created": activity("Create API connector", "ResourceManagement"),
  "api-connector-updated": activity("Update API connector", "ResourceManagement"),
  "api-connector-deleted": activity("Delete API connector", "ResourceManagement"),
  "sign-up-attribute-created": activity("Create user attribute", "ResourceManagement"),
  "sign-up-attribute-updated": activity("Update user attribute", "ResourceManagement"),
  "sign-up-attribute-deleted": activity("Delete user attribute", "ResourceManagement"),
  "identity-provider-tested": activity("Test identity provider", "ExternalIdentities"),
  "identity-provider-round-trip-tested": activity(
    "Test sign-in with identity provider",
    "ExternalIdentities",
  ),
  "visit-agreed": activity("Consent to sign-in at another organization", "UserManagement"),
  "second-factor-set-up": securityInfo("User registered security info"),
  "second-factor-removed": securityInfo("User deleted security info"),
  "second-factor-reset": securityInfo("Admin deleted security info"),
  "password-changed": activity("Change user password"),
  "sign-in-sessions-revoked": activity("Update StsRefreshTokenValidFrom Timestamp"),
  "signing-keys-rotated": activity("Rotate signing keys", "KeyManagement"),
};
