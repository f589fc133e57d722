import { describe, expect, it } from "vitest";
import { allOperations, everyPermission } from "../../../../test/support/graph-operations.ts";
import { graphStage } from "../../../../test/support/graph-stage.ts";
import { openApiDescription } from "./open-api-description.ts";

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<
      Record<string, { readonly flows: Readonly<Record<string, { readonly scopes: object }>> }>
    >;
  };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it expects
  readonly requestBody?: any;
}

const document = openApiDescription("https://guests.example") as Document;
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, ...operation })),
);

describe("the OpenAPI description", () => {
  it("has every operation of the table, each under an id of its own", () => {
    expect(described).toHaveLength(allOperations.length);
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
    expect(document.paths["/users/{id}"]?.["patch"]).toMatchObject({
      operationId: "patch-users-id",
      parameters: [{ name: "id", in: "path", required: true }],
    });
  });

  it("declares every parameter that stands in an address", () => {
    for (const { path, parameters } of described)
      expect(parameters.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  });

  it("asks for no permission that cannot be granted", () => {
    const known = new Set(
      Object.values(document.components.securitySchemes).flatMap(({ flows }) =>
        Object.values(flows).flatMap(({ scopes }) => Object.keys(scopes)),
      ),
    );
    for (const permission of everyPermission) expect([...known]).toContain(permission);
    for (const { security, operationId } of described) expect(security, operationId).not.toEqual([]);
  });

  it("describes bodies by the schemas that read them", () => {
    const schema = document.paths["/users/{id}"]?.["patch"]?.requestBody.content["application/json"].schema;
    expect(schema.properties.accountEnabled).toEqual({ type: "boolean" });
    expect(schema.additionalProperties).toBe(false);
  });

  it("is served to whoever asks, and to web pages of any origin", async () => {
    const { call, machine } = await graphStage();
    const answer = await call("GET /openapi.json", undefined, { headers: { origin: "https://spa.example" } });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(
      JSON.parse(JSON.stringify(openApiDescription(machine.configuration.publicUrl))),
    );
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  });
});
