interface KnownRole {
  /** The wire's well-known id, the same in every tenant. */
  readonly templateId: string;
  readonly displayName: string;
  readonly description: string;
  /** Whether who holds it sees the directory, whatever guests see otherwise. */
  readonly readsDirectory: boolean;
}

/** Roles over a tenant's directory: only those that open something here. */
export const directoryRoles = {
  "global-administrator": {
    templateId: "62e90394-69f5-4237-9190-012177145e10",
    displayName: "Global Administrator",
    description: "Can manage everything of the organisation.",
    readsDirectory: true,
  },
  "privileged-role-administrator": {
    templateId: "e8611ab8-c189-46e8-94e1-60213ab1f814",
    displayName: "Privileged Role Administrator",
    description: "Can give and take directory roles, and change the rules for guests.",
    readsDirectory: true,
  },
  "user-administrator": {
    templateId: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    displayName: "User Administrator",
    description: "Can manage users and invitations, except those who hold a directory role.",
    readsDirectory: true,
  },
  "guest-inviter": {
    templateId: "95e79109-95c0-4d8e-aee3-d01accf2d47b",
    displayName: "Guest Inviter",
    description: "Can invite guests, also where members may not.",
    readsDirectory: false,
  },
  "groups-administrator": {
    templateId: "fdd7a751-b60b-444a-984c-02652fe8fa1c",
    displayName: "Groups Administrator",
    description: "Can open, change and delete groups.",
    readsDirectory: true,
  },
  "helpdesk-administrator": {
    templateId: "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    displayName: "Helpdesk Administrator",
    description: "Can make guests redeem their invitation anew.",
    readsDirectory: true,
  },
  "authentication-administrator": {
    templateId: "c4e39bd9-1100-46d3-8c65-fb160da0071f",
    displayName: "Authentication Administrator",
    description: "Can see how people sign in and reset it, except for those who hold a directory role.",
    readsDirectory: true,
  },
  "privileged-authentication-administrator": {
    templateId: "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
    displayName: "Privileged Authentication Administrator",
    description: "Can see how anybody signs in and reset it, administrators too.",
    readsDirectory: true,
  },
  "domain-name-administrator": {
    templateId: "8329153b-31d0-4727-b945-745eb3bc5f31",
    displayName: "Domain Name Administrator",
    description: "Can add, verify and remove domains.",
    readsDirectory: false,
  },
  "external-identity-provider-administrator": {
    templateId: "be2f45a1-457d-42af-a067-6ec1fa63bc45",
    displayName: "External Identity Provider Administrator",
    description: "Can decide how guests prove who they are.",
    readsDirectory: false,
  },
  "external-id-user-flow-administrator": {
    templateId: "6e591065-9bad-43ed-90f3-e9424366d2f0",
    displayName: "External ID User Flow Administrator",
    description: "Can decide how people sign up by themselves, and for which applications.",
    readsDirectory: false,
  },
  "external-id-user-flow-attribute-administrator": {
    templateId: "0f971eea-41eb-4569-a71e-57bb8a3eff1e",
    displayName: "External ID User Flow Attribute Administrator",
    description: "Can make the attributes that people are asked for when they sign up.",
    readsDirectory: false,
  },
  "organizational-branding-administrator": {
    templateId: "92ed04bf-c94a-4b82-9729-b799a7a4c178",
    displayName: "Organizational Branding Administrator",
    description: "Can change how the organisation's pages and mails look.",
    readsDirectory: false,
  },
  "conditional-access-administrator": {
    templateId: "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
    displayName: "Conditional Access Administrator",
    description: "Can decide by which rules people come in.",
    readsDirectory: true,
  },
  "security-administrator": {
    templateId: "194ae4cb-b126-40b2-bd5b-6091b380977d",
    displayName: "Security Administrator",
    description: "Can decide by which rules people come in, and read the logs.",
    readsDirectory: true,
  },
  "application-administrator": {
    templateId: "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
    displayName: "Application Administrator",
    description: "Can manage applications and who may use them.",
    readsDirectory: true,
  },
  "cloud-application-administrator": {
    templateId: "158c047a-c907-4556-b7ef-446551a6b5f7",
    displayName: "Cloud Application Administrator",
    description: "Can manage applications and who may use them.",
    readsDirectory: true,
  },
  "directory-reader": {
    templateId: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
    displayName: "Directory Readers",
    description: "Can read the directory; for guests who are to see more than other guests.",
    readsDirectory: true,
  },
  "global-reader": {
    templateId: "f2ef992c-3afb-46b9-b7cf-a126ee74c451",
    displayName: "Global Reader",
    description: "Can read everything of the organisation, its logs too.",
    readsDirectory: true,
  },
  "security-reader": {
    templateId: "5d6b6bb7-de71-4623-b4af-96380a352509",
    displayName: "Security Reader",
    description: "Can read the directory and the logs.",
    readsDirectory: true,
  },
  "reports-reader": {
    templateId: "4a5d8f65-41da-4de4-8968-e035b65339cf",
    displayName: "Reports Reader",
    description: "Can read the logs.",
    readsDirectory: false,
  },
} as const satisfies Readonly<Record<string, KnownRole>>;

export type DirectoryRole = keyof typeof directoryRoles;

/** Every role there is, in the order of the table. */
export const allDirectoryRoles = Object.keys(directoryRoles) as DirectoryRole[];

/** The role with this well-known id. */
export function directoryRoleOfTemplate(templateId: string): DirectoryRole | undefined {
  return allDirectoryRoles.find((role) => directoryRoles[role].templateId === templateId.toLowerCase());
}
