import type {
  ApplicationId,
  ApplicationObjectId,
  AppRoleId,
  ScopeId,
  TenantId,
} from "../../../foundation/identifiers.ts";
import type { Application, AppRole, ExposedScope } from "./application.ts";

/** The well-known id of Graph, the same in every deployment, because clients have it built in. */
export const graphApplicationId = "00000003-0000-0000-c000-000000000000" as ApplicationId;

/** The address clients ask tokens for when they know nothing of this deployment. */
export const wellKnownGraphUri = "https://graph.microsoft.com";

interface GraphPermission {
  readonly value: string;
  /** Well-known ids: of the delegated scope and of the application's role. */
  readonly scopeId?: string;
  readonly roleId?: string;
  readonly consentBy: "user" | "admin";
  /** For the person who consents. */
  readonly displayName: string;
  readonly description: string;
}

/** Everything that can be permitted over Graph; a row without `roleId` exists only on behalf of a person. */
export const graphPermissions = [
  {
    value: "User.Read",
    scopeId: "e1fe6dd8-ba31-4d61-89e7-88639da4683d",
    consentBy: "user",
    displayName: "Sign you in and read your profile",
    description: "The application learns your name, your e-mail address and your place in the organisation.",
  },
  {
    value: "User.ReadWrite",
    scopeId: "b4e74841-8e56-480b-be8b-910348b18b4c",
    consentBy: "user",
    displayName: "Read and change your profile",
    description: "The application may also change what your profile says.",
  },
  {
    value: "User.ReadBasic.All",
    scopeId: "b340eb25-3456-403f-be2f-af7a0d370277",
    roleId: "97235f07-e226-4f63-ace3-39588e11d3a1",
    consentBy: "user",
    displayName: "Read names and addresses of everybody here",
    description: "The application sees the name and e-mail address of each person in the organisation.",
  },
  {
    value: "User.Read.All",
    scopeId: "a154be20-db9c-4678-8ab7-66f6cc099a59",
    roleId: "df021288-bdef-4463-88db-98f22de89214",
    consentBy: "admin",
    displayName: "Read all profiles",
    description: "The application sees the whole profile of each person in the organisation.",
  },
  {
    value: "User.ReadWrite.All",
    scopeId: "204e0828-b5ca-4ad8-b9f3-f32a958e7cc4",
    roleId: "741f803b-c850-494e-b5df-cde7c675a1ca",
    consentBy: "admin",
    displayName: "Read and change all profiles",
    description: "The application may change, disable and delete people, and invite guests.",
  },
  {
    value: "User.Invite.All",
    scopeId: "63dd7cd9-b489-4adf-a28c-ac38b9a0f962",
    roleId: "09850681-111b-4a89-9bed-3f2cae46d706",
    consentBy: "admin",
    displayName: "Invite guests",
    description: "The application may invite people from outside to the organisation.",
  },
  {
    value: "Directory.Read.All",
    scopeId: "06da0dbc-49e2-44d2-8312-53f166ab848a",
    roleId: "7ab1d382-f21e-4acd-a863-ba3e13f7da61",
    consentBy: "admin",
    displayName: "Read the directory",
    description: "The application sees people, groups and applications of the organisation.",
  },
  {
    value: "Directory.ReadWrite.All",
    scopeId: "c5366453-9fb0-48a5-a156-24f0c49a4b84",
    roleId: "19dbc75e-c2e2-444c-a770-ec69d8559fc7",
    consentBy: "admin",
    displayName: "Read and change the directory",
    description: "The application may change people and groups, and invite guests.",
  },
  {
    value: "Organization.Read.All",
    scopeId: "4908d5b9-3fb2-4b1e-9336-1888b7937185",
    roleId: "498476ce-e0fe-48b0-b801-37ba7e2685c6",
    consentBy: "admin",
    displayName: "Read facts about the organisation",
    description: "The application sees the organisation's name, domains and contacts.",
  },
  {
    value: "Group.Read.All",
    scopeId: "5f8c59db-677d-491f-a6b8-5f174b11ec1d",
    roleId: "5b567255-7703-4780-807c-7be8301ae99b",
    consentBy: "admin",
    displayName: "Read all groups",
    description: "The application sees all groups and who is in them.",
  },
  {
    value: "Group.ReadWrite.All",
    scopeId: "4e46008b-f24c-477d-8fff-7bb4ec7aafe0",
    roleId: "62a82d76-70ea-41e2-9197-370581804d09",
    consentBy: "admin",
    displayName: "Read and change all groups",
    description: "The application may open, change and delete groups.",
  },
  {
    value: "GroupMember.Read.All",
    scopeId: "bc024368-1153-4739-b217-4326f2e966d0",
    roleId: "98830695-27a2-44f7-8c18-0c3ebc9698f6",
    consentBy: "admin",
    displayName: "Read who is in which group",
    description: "The application sees the members of all groups.",
  },
  {
    value: "GroupMember.ReadWrite.All",
    scopeId: "f81125ac-d3b7-4573-a3b2-7099cc39df9e",
    roleId: "dbaae8cf-10b5-4b86-a4a1-f871c94c6695",
    consentBy: "admin",
    displayName: "Change who is in which group",
    description: "The application may add people to groups and take them out.",
  },
  {
    value: "Application.Read.All",
    scopeId: "c79f8feb-a9db-4090-85f9-90d820caa0eb",
    roleId: "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30",
    consentBy: "admin",
    displayName: "Read all applications",
    description: "The application sees which applications the organisation has and who may use them.",
  },
  {
    value: "Application.ReadWrite.All",
    scopeId: "bdfbf15f-ee85-4955-8675-146e8e5296b5",
    roleId: "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
    consentBy: "admin",
    displayName: "Read and change all applications",
    description: "The application may register, change and delete applications.",
  },
  {
    value: "AuditLog.Read.All",
    scopeId: "e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20",
    roleId: "b0afded3-3588-46d8-8b3d-9842eff778da",
    consentBy: "admin",
    displayName: "Read the logs",
    description: "The application sees who signed in when, and who changed what.",
  },
  {
    value: "Policy.Read.All",
    scopeId: "572fea84-0151-49b2-9301-11cb16974376",
    roleId: "246dd0d5-5bd0-4def-940b-0421030a5b68",
    consentBy: "admin",
    displayName: "Read the policies",
    description: "The application sees the organisation's rules for guests and sign-in.",
  },
] as const satisfies readonly GraphPermission[];

const permissions: readonly GraphPermission[] = graphPermissions;

const exposedScopes: readonly ExposedScope[] = permissions.flatMap((permission) =>
  permission.scopeId === undefined
    ? []
    : [
        {
          scopeId: permission.scopeId as ScopeId,
          value: permission.value,
          consentBy: permission.consentBy,
          displayName: permission.displayName,
          description: permission.description,
          isEnabled: true,
        },
      ],
);

const appRoles: readonly AppRole[] = permissions.flatMap((permission) =>
  permission.roleId === undefined
    ? []
    : [
        {
          roleId: permission.roleId as AppRoleId,
          value: permission.value,
          displayName: permission.displayName,
          description: permission.description,
          forUsers: false,
          forApplications: true,
          isEnabled: true,
        },
      ],
);

/** Graph's registration as each tenant sees it. No row stands behind it. */
export function graphApplication(tenantId: TenantId, graphUris: readonly string[]): Application {
  return {
    tenantId,
    objectId: graphApplicationId as string as ApplicationObjectId,
    applicationId: graphApplicationId,
    displayName: "Graph",
    identifierUris: graphUris,
    audience: "tenants",
    redirectUris: [],
    issuesIdToken: false,
    issuesAccessToken: false,
    allowsPublicClient: false,
    accessTokenVersion: 1,
    groupClaims: "none",
    optionalClaims: {},
    appRoles,
    exposedScopes,
    requiredPermissions: [],
    homePageUrl: undefined,
    logoutUrl: undefined,
  };
}
