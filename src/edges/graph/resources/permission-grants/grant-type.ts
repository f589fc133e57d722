import type {
  GrantProperties,
  PermissionGrant,
} from "../../../../domain/applications/rules/permission-grant.ts";
import { presentObject } from "../../odata/present-object.ts";
import type { ResourceType } from "../../odata/resource-type.ts";

/** Delegated permission grants on the wire. */
export const grantType: ResourceType<PermissionGrant, GrantProperties> = {
  name: "oAuth2PermissionGrant",
  collection: "oauth2PermissionGrants",
  properties: {
    clientId: {
      read: ({ clientId }) => clientId,
      isDefault: true,
      filter: { type: "id", property: "clientId" },
    },
    consentType: {
      read: ({ principalId }) => (principalId === undefined ? "AllPrincipals" : "Principal"),
      isDefault: true,
      filter: {
        type: "word",
        property: "reach",
        words: { allprincipals: "everybody", principal: "one-person" },
      },
    },
    id: { read: ({ grantId }) => grantId, isDefault: true, filter: { type: "id", property: "grantId" } },
    principalId: {
      read: ({ principalId }) => principalId ?? null,
      isDefault: true,
      filter: { type: "id", property: "principalId" },
    },
    resourceId: {
      read: ({ resourceId }) => resourceId,
      isDefault: true,
      filter: { type: "id", property: "resourceId" },
    },
    scope: { read: ({ scopes }) => scopes.join(" "), isDefault: true },
  },
};

/** A grant as the wire shows it. */
export function presentGrant(grant: PermissionGrant, select?: readonly string[]): Record<string, unknown> {
  return presentObject(grantType, grant, select);
}
