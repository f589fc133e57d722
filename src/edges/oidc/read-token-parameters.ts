import type { Context } from "hono";
import { type Result, refuse } from "../../foundation/result.ts";
import type { EndpointVersion } from "./rules/endpoint-version.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { type RequestParameters, readParameters } from "./rules/request-parameters.ts";

/** The parameters of a request by a program; RFC 6749 section 4.1.3 and others: a form in the body, nothing else. */
export async function readTokenParameters(
  c: Context,
  version: EndpointVersion,
): Promise<Result<RequestParameters, ProtocolRefusal>> {
  if (!c.req.header("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded"))
    return refuse({
      code: "request-malformed",
      detail: "Send the parameters as application/x-www-form-urlencoded.",
    });
  return readParameters(new URLSearchParams(await c.req.text()), version);
}
