import type { ErrorRow } from "./error-row.ts";

/** Refusals of messages of SAML. Where the application is told, it reads number and sentence in the status message. */
export const samlErrorTable = {
  "saml-needs-tenant": {
    number: 90002,
    error: "invalid_tenant",
    text: "People sign in by SAML at a tenant, whose id or domain must stand in the address in the place of '{detail}'.",
  },
} as const satisfies Record<string, ErrorRow>;

export type SamlErrorCode = keyof typeof samlErrorTable;
