import type { Context } from "hono";
import { accept, type Result, refuse } from "../../foundation/result.ts";
import type { Machine } from "../../platform/machine.ts";
import type { ProtocolRefusal } from "./rules/protocol-error.ts";
import { answerRefusal } from "./show-refusal.ts";

/**
 * `GET /{tenant}/discovery/instance?api-version=1.1&authorization_endpoint=…`: whether this host is an authority, under
 * which names, and where an authority's document is. A question about the host, so the tenant in the path is not asked.
 */
export function instanceEndpoint(c: Context, machine: Machine): Response {
  const { publicUrl } = machine.configuration;
  const document = documentOf(c, publicUrl);
  if (!document.ok) return answerRefusal(c, machine, document.refusal);
  const { host } = new URL(publicUrl);
  const version = c.req.query("api-version") ?? "1.0";
  if (version !== "1.0" && version !== "1.1")
    return answerRefusal(c, machine, { code: "parameter-invalid", detail: "api-version" });
  return c.json({
    tenant_discovery_endpoint: document.value,
    "api-version": version,
    ...(version === "1.1"
      ? { metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }] }
      : {}),
  });
}

/** The document of the authority whose authorization endpoint is given. */
function documentOf(c: Context, publicUrl: string): Result<string, ProtocolRefusal> {
  const endpoint = c.req.query("authorization_endpoint");
  if (endpoint === undefined) return refuse({ code: "parameter-missing", detail: "authorization_endpoint" });
  const address = URL.parse(endpoint);
  if (address?.origin !== publicUrl) return refuse({ code: "instance-unknown", detail: endpoint });
  const [, tenant = "common"] = address.pathname.split("/");
  const versionPath = address.pathname.includes("/v2.0/") ? "/v2.0" : "";
  return accept(`${publicUrl}/${tenant || "common"}${versionPath}/.well-known/openid-configuration`);
}
