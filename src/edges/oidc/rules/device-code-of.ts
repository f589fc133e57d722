import type { RequestParameters } from "./request-parameters.ts";

/** The code a device polls with (RFC 8628 section 3.4); libraries of the first version call it `code`. */
export function deviceCodeOf(parameters: RequestParameters): string | undefined {
  return parameters.get("device_code") ?? parameters.get("code");
}
