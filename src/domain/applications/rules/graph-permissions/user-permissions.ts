import type { GraphPermission } from "./graph-permission.ts";

/** What can be permitted over people. */
export const userPermissions = [
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
    value: "User-ConvertToInternal.ReadWrite.All",
    scopeId: "550e695c-7511-40f4-ac79-e8fb9c82552d",
    roleId: "9d952b72-f741-4b40-9185-8c53076c2339",
    consentBy: "admin",
    displayName: "Make guests members",
    description: "The application may give guests a password here, so that they sign in as members.",
  },
  {
    value: "User.DeleteRestore.All",
    scopeId: "4bb440cd-2cf2-4f90-8004-aa2acd2537c5",
    roleId: "eccc023d-eccf-4e7b-9683-8813ab36cecc",
    consentBy: "admin",
    displayName: "Delete and restore people",
    description: "The application may delete people, bring them back and remove them for good.",
  },
  {
    value: "User.Invite.All",
    scopeId: "63dd7cd9-b489-4adf-a28c-ac38b9a0f962",
    roleId: "09850681-111b-4a89-9bed-3f2cae46d706",
    consentBy: "admin",
    displayName: "Invite guests",
    description: "The application may invite people from outside to the organisation.",
  },
] as const satisfies readonly GraphPermission[];
