import { describe, expect, it } from "vitest";
import type { ApplicationId, ServicePrincipalId } from "../../../foundation/identifiers.ts";
import type { RequestedPermissions } from "./authorization-request.ts";
import { missingPermissions, registrationFlaw } from "./missing-permissions.ts";

const orders = "orders" as ServicePrincipalId;
const graph = "graph" as ServicePrincipalId;

function asked(
  resourceId: ServicePrincipalId,
  how: RequestedPermissions["asked"],
  ...values: string[]
): RequestedPermissions {
  const scopes = values.map((value) => ({
    value,
    displayName: value,
    description: "",
    consentBy: "user" as const,
  }));
  return {
    resourceId,
    resourceApplicationId: "app" as ApplicationId,
    resourceName: resourceId,
    asked: how,
    scopes,
  };
}

function missing(
  requested: RequestedPermissions[],
  granted: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  const map = new Map(
    Object.entries(granted).map(([id, scopes]) => [id as ServicePrincipalId, new Set(scopes)]),
  );
  return missingPermissions(requested, map).flatMap(({ resourceId, scopes }) =>
    scopes.map(({ value }) => `${resourceId}/${value}`),
  );
}

describe("what is still to be consented to", () => {
  it("is each scope asked by name that was not granted", () => {
    const requested = [asked(orders, "by-name", "Read", "Write"), asked(graph, "by-name", "User.Read")];
    expect(missing(requested, { orders: ["Read"] })).toEqual(["orders/Write", "graph/User.Read"]);
  });

  it("is nothing for .default once anything was granted, be it less than registered", () => {
    const requested = [
      asked(orders, "by-default", "Read", "Write"),
      asked(graph, "beside-default", "User.Read"),
    ];
    expect(missing(requested, { orders: ["Read"] })).toEqual([]);
  });

  it("is everything registered, of all resources, for .default of which nothing was granted", () => {
    const requested = [
      asked(orders, "by-default", "Read", "Write"),
      asked(graph, "beside-default", "User.Read", "User.ReadBasic.All"),
    ];
    expect(missing(requested, { graph: ["User.Read"] })).toEqual([
      "orders/Read",
      "orders/Write",
      "graph/User.ReadBasic.All",
    ]);
  });

  it("is, of what goes along for another application, what that one was not granted itself", () => {
    const by = { servicePrincipalId: orders, displayName: "Orders" };
    const requested = [
      asked(orders, "by-default", "Read"),
      { ...asked(graph, "beside-default", "User.Read"), by },
    ];
    expect(missing(requested, { graph: ["User.Read"] })).toEqual(["orders/Read", "graph/User.Read"]);
    expect(missing(requested, { [`${orders} ${graph}`]: ["User.Read"] })).toEqual(["orders/Read"]);
  });

  it("cannot be found for .default of a resource that is not in the registration", () => {
    const requested = [asked(orders, "by-default")];
    expect(registrationFlaw(requested, new Map())).toBe("resource-not-registered");
    const outdated = [{ ...asked(orders, "by-default"), flaw: "registration-outdated" as const }];
    expect(registrationFlaw(outdated, new Map())).toBe("registration-outdated");
    expect(registrationFlaw(requested, new Map([[orders, new Set(["Read"])]]))).toBeUndefined();
    expect(registrationFlaw([asked(orders, "by-name")], new Map())).toBeUndefined();
  });
});
