/** Names in the place of a tenant: the person's own organisation, whichever that is. */
export type TenantAlias = "common" | "organizations";
