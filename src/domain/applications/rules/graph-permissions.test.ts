import { describe, expect, it } from "vitest";
import type { TenantId } from "../../../foundation/identifiers.ts";
import { graphApplication, graphPermissions } from "./graph-permissions.ts";

const graph = graphApplication("00000000-0000-4000-8000-000000000001" as TenantId, ["https://graph.example"]);

describe("Graph's permissions", () => {
  it("have ids that are GUIDs and are not given twice", () => {
    const ids = [
      ...graph.exposedScopes.map((scope) => scope.scopeId),
      ...graph.appRoles.map((role) => role.roleId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(new Set(graphPermissions.map((permission) => permission.value)).size).toBe(
      graphPermissions.length,
    );
  });

  it("let a person consent only to what concerns themselves or names", () => {
    expect(
      graph.exposedScopes.filter((scope) => scope.consentBy === "user").map((scope) => scope.value),
    ).toEqual(["User.Read", "User.ReadWrite", "User.ReadBasic.All", "AgreementAcceptance.Read"]);
  });

  it("are held by applications only where no person needs to be there", () => {
    const values = graph.appRoles.map((role) => role.value);
    expect(values).toContain("User.Invite.All");
    expect(values).not.toContain("User.Read");
    expect(graph.appRoles.every((role) => role.forApplications && !role.forUsers)).toBe(true);
  });
});
