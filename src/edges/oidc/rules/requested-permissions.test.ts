import { describe, expect, it } from "vitest";
import type { ApplicationInTenant, ExposedScope } from "../../../domain/applications/rules/application.ts";
import type { ApplicationId, ScopeId } from "../../../foundation/identifiers.ts";
import { requestedPermissions } from "./requested-permissions.ts";

const applicationId = "44444444-4444-4444-8444-444444444444" as ApplicationId;
const scopes = ["Read", "Write", "Gone"].map((value) => ({
  scopeId: `id of ${value}`,
  value,
  displayName: value,
  consentBy: "user",
  isEnabled: value !== "Gone",
})) as unknown as ExposedScope[];
const resource = {
  application: { applicationId, exposedScopes: scopes },
  servicePrincipal: { servicePrincipalId: "sp", displayName: "API" },
} as unknown as ApplicationInTenant;

const other = {
  application: {
    applicationId: "55555555-5555-4555-8555-555555555555" as ApplicationId,
    exposedScopes: scopes,
  },
  servicePrincipal: { servicePrincipalId: "other", displayName: "Other API" },
} as unknown as ApplicationInTenant;
const client = {
  applicationId: "66666666-6666-4666-8666-666666666666" as ApplicationId,
  requiredPermissions: [
    {
      resourceApplicationId: applicationId,
      scopeIds: ["id of Write" as ScopeId, "id of Gone" as ScopeId],
      roleIds: [],
    },
    {
      resourceApplicationId: other.application.applicationId,
      scopeIds: ["id of Read" as ScopeId],
      roleIds: [],
    },
  ],
};

function asked(defaultSpelling: string | undefined, named: readonly string[]): unknown {
  const chosen = scopes.filter((scope) => named.includes(scope.value)).map((scope) => ({ scope }));
  const permissions = requestedPermissions(
    client,
    [{ resource, named: chosen, defaultSpelling }],
    [resource, other],
  );
  return permissions.map((one) => [one.resourceId, one.asked, ...one.scopes.map((scope) => scope.value)]);
}

describe("what a person is asked to consent to", () => {
  it("are the scopes named", () => {
    expect(asked(undefined, ["Read"])).toEqual([["sp", "by-name", "Read"]]);
  });

  it("are, for .default, those the client is registered to need and the resources still have", () => {
    expect(asked("api://x/.default", [])).toEqual([
      ["sp", "by-default", "Write"],
      ["other", "beside-default", "Read"],
    ]);
  });
});
