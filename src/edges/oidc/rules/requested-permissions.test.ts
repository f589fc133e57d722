import { describe, expect, it } from "vitest";
import type { ApplicationInTenant, ExposedScope } from "../../../domain/applications/rules/application.ts";
import type { ApplicationId } from "../../../foundation/identifiers.ts";
import { requestedPermissions } from "./requested-permissions.ts";

const applicationId = "44444444-4444-4444-8444-444444444444" as ApplicationId;
const scopes = ["Read", "Write", "Gone"].map((value) => ({
  value,
  displayName: value,
  consentBy: "user",
  isEnabled: value !== "Gone",
})) as unknown as ExposedScope[];
const resource = {
  application: { applicationId, exposedScopes: scopes },
  servicePrincipal: { servicePrincipalId: "sp", displayName: "API" },
} as unknown as ApplicationInTenant;

function asked(defaultSpelling: string | undefined, named: readonly string[]): readonly string[] | undefined {
  const client = {
    requiredPermissions: [{ resourceApplicationId: applicationId, scopes: ["Write", "Gone"], appRoles: [] }],
  };
  const chosen = scopes.filter((scope) => named.includes(scope.value)).map((scope) => ({ scope }));
  const [first] = requestedPermissions(client, [{ resource, named: chosen, defaultSpelling }]);
  return first?.scopes.map((scope) => scope.value);
}

describe("what a person is asked to consent to", () => {
  it("are the scopes named", () => {
    expect(asked(undefined, ["Read"])).toEqual(["Read"]);
  });

  it("are, for .default, those the client is registered to need and the resource still has", () => {
    expect(asked("api://x/.default", [])).toEqual(["Write"]);
  });
});
