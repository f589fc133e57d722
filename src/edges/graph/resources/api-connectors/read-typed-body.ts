import type { z } from "zod";
import { badRequest } from "../../graph-error.ts";

/** A body in which the annotation `@odata.type` decides what the other values are. Throws 400 naming what is wrong. */
export function readTypedBody<Schema extends z.ZodType>(
  schema: Schema,
  body: Record<string, unknown>,
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const details = parsed.error.issues.map((issue) => ({
    code: issue.code === "unrecognized_keys" ? "UnknownProperty" : "InvalidValue",
    target: [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])]
      .join("/")
      .slice(0, 200),
    message:
      issue.code === "invalid_union"
        ? "It is a #microsoft.graph.basicAuthentication with username and password, or a #microsoft.graph.pkcs12Certificate with pkcs12Value and password."
        : issue.message,
  }));
  throw badRequest(
    `Invalid value specified for property '${details[0]?.target ?? ""}' of resource 'identityApiConnector'.`,
    ...details.slice(0, 20),
  );
}
