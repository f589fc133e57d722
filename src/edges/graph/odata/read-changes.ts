import type { z } from "zod";
import { badRequest, type GraphErrorDetail } from "../graph-error.ts";

/**
 * Reads the body of a change by its schema, of strict objects; throws 400 naming every property that is wrong.
 * `@odata.type` and its like say nothing new and are passed over. `refused`: properties that exist and cannot be
 * changed here, with the reason.
 */
export function readChanges<Schema extends z.ZodType>(
  schema: Schema,
  resource: string,
  body: Record<string, unknown>,
  refused: Readonly<Record<string, string>> = {},
): z.infer<Schema> {
  const parsed = schema.safeParse(withoutAnnotations(body));
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.flatMap((issue): GraphErrorDetail[] => {
    const target = issue.path.join("/");
    if (issue.code !== "unrecognized_keys") return [{ code: "InvalidValue", target, message: issue.message }];
    return issue.keys.map((key) => {
      const path = [...issue.path, key].join("/").slice(0, 200);
      const reason = Object.hasOwn(refused, path) ? refused[path] : undefined;
      return reason === undefined
        ? { code: "UnknownProperty", target: path, message: `${resource} has no such property to change.` }
        : { code: "PropertyNotOffered", target: path, message: reason };
    });
  });
  const first = details[0]?.target ?? "";
  throw badRequest(
    `Invalid value specified for property '${first}' of resource '${resource}'.`,
    ...details.slice(0, 20),
  );
}

function withoutAnnotations(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name.includes("@odata.") ? [] : [[name, withoutAnnotations(inner)]],
    ),
  );
}
