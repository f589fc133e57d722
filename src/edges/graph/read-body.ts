import type { z } from "zod";
import { badRequest } from "./graph-error.ts";

/** What a body is about. */
interface BodyOf {
  /** As in `Application`: what messages call it. */
  readonly resource: string;
  /** Whether a property exists, be it read-only. */
  readonly isProperty?: (name: string) => boolean;
}

/**
 * The body by its schema; throws 400 naming every property that is wrong. Annotations such as `@odata.type`, which
 * client libraries put into every object, are passed over.
 */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: Record<string, unknown>,
  { resource, isProperty = () => false }: BodyOf,
): z.output<Schema> {
  const parsed = schema.safeParse(withoutAnnotations(body));
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unknown = issues.find((issue) => issue.code === "unrecognized_keys");
  if (unknown?.code === "unrecognized_keys") {
    const name = [...unknown.path, unknown.keys[0] ?? ""].join("/").slice(0, 100);
    throw isProperty(name)
      ? badRequest(`Property '${name}' is read-only and cannot be set.`, {
          code: "ReadOnlyProperty",
          target: name,
          message: "Leave it out of the request.",
        })
      : badRequest(`Invalid property '${name}'.`, {
          code: "UnknownProperty",
          target: name,
          message: `This property does not exist here on a resource '${resource}'.`,
        });
  }
  const details = issues.map((issue) => ({
    code: "InvalidValue",
    target: issue.path.join("/"),
    message: issue.message,
  }));
  throw badRequest(
    `Invalid value specified for property '${details[0]?.target ?? ""}' of resource '${resource}'.`,
    ...details.slice(0, 20),
  );
}

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !name.includes("@odata.") || name.endsWith("@odata.bind"))
      .map(([name, inner]) => [name, withoutAnnotations(inner)]),
  );
}
