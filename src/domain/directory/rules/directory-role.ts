/** Roles over a tenant's directory that Guesthouse knows; the ids are the wire's well-known template ids. */
export const directoryRoles = {
  "global-administrator": {
    templateId: "62e90394-69f5-4237-9190-012177145e10",
    displayName: "Global Administrator",
  },
  "user-administrator": {
    templateId: "fe930be7-5e62-47db-91af-98c3a49a38b1",
    displayName: "User Administrator",
  },
  "guest-inviter": { templateId: "95e79109-95c0-4d8e-aee3-d01accf2d47b", displayName: "Guest Inviter" },
  "helpdesk-administrator": {
    templateId: "729827e3-9c14-49f7-bb1b-9608f156bbb8",
    displayName: "Helpdesk Administrator",
  },
  "directory-reader": {
    templateId: "88d8e3e3-8f55-4a1e-953a-9b9898b8876b",
    displayName: "Directory Readers",
  },
} as const;

export type DirectoryRole = keyof typeof directoryRoles;
