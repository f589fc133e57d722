import { z } from "zod";
import { graphPermissions } from "../../../domain/applications/rules/graph-permissions.ts";
import { type DescribedOperation, describedOperations } from "./described-operations.ts";

const errorSchema = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "innerError"],
      properties: {
        code: { type: "string" },
        message: { type: "string" },
        details: {
          type: "array",
          items: {
            type: "object",
            required: ["code", "message"],
            properties: { code: { type: "string" }, message: { type: "string" }, target: { type: "string" } },
          },
        },
        innerError: {
          type: "object",
          properties: {
            date: { type: "string" },
            "request-id": { type: "string", format: "uuid" },
            "client-request-id": { type: "string", format: "uuid" },
          },
        },
      },
    },
  },
};

/** Graph as an OpenAPI 3.1 document, made from the table that its routes are made from. */
export function openApiDescription(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of describedOperations()) {
    const described = { [operation.method.toLowerCase()]: describe(operation) };
    paths[operation.path] = { ...paths[operation.path], ...described };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Guesthouse Graph",
      version: "v1.0",
      description: "The part of Microsoft Graph v1.0 that this deployment answers.",
    },
    servers: [{ url: `${publicUrl}/v1.0` }],
    paths,
    components: {
      schemas: { Error: errorSchema },
      responses: {
        Refused: {
          description: "Refused; `error.details` says what to do.",
          content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
        },
      },
      securitySchemes: securitySchemes(publicUrl),
    },
  };
}

function describe(operation: DescribedOperation): object {
  const { method, path, summary, delegated, own = [], application, body } = operation;
  const [segment = ""] = path.slice(1).split(/[/(]/, 1);
  return {
    operationId: `${method.toLowerCase()}${path.replace(/\W+/g, "-").replace(/-$/, "")}`,
    summary,
    tags: [segment],
    parameters: operation.parameters.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
    })),
    ...(body && { requestBody: { content: { "application/json": { schema: schemaOf(body) } } } }),
    responses: { "2XX": { description: "Done." }, default: { $ref: "#/components/responses/Refused" } },
    // Each entry alone is enough.
    security: [
      ...[...new Set([...delegated, ...own])].map((permission) => ({ delegated: [permission] })),
      ...application.map((permission) => ({ application: [permission] })),
    ],
  };
}

/** The JSON schema of a body as it is sent, before it is read. */
function schemaOf(body: z.ZodType): object {
  const { $schema, ...schema } = z.toJSONSchema(body, { io: "input", unrepresentable: "any" });
  return schema;
}

function securitySchemes(publicUrl: string): object {
  const permissions: readonly {
    readonly value: string;
    readonly displayName: string;
    readonly scopeId?: string;
    readonly roleId?: string;
  }[] = graphPermissions;
  const textsOf = (rows: typeof permissions) =>
    Object.fromEntries(rows.map(({ value, displayName }) => [value, displayName]));
  const authority = `${publicUrl}/organizations/oauth2/v2.0`;
  return {
    delegated: {
      type: "oauth2",
      description: "On behalf of a signed-in person, whose directory roles limit the call further.",
      flows: {
        authorizationCode: {
          authorizationUrl: `${authority}/authorize`,
          tokenUrl: `${authority}/token`,
          scopes: textsOf(permissions.filter(({ scopeId }) => scopeId !== undefined)),
        },
      },
    },
    application: {
      type: "oauth2",
      description:
        "An application as itself: it asks for the scope `https://graph.microsoft.com/.default` at its organisation's own token endpoint and gets the application permissions granted to it.",
      flows: {
        clientCredentials: {
          tokenUrl: `${authority}/token`,
          scopes: textsOf(permissions.filter(({ roleId }) => roleId !== undefined)),
        },
      },
    },
  };
}
