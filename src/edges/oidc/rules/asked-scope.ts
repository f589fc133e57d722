import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { EndpointVersion } from "./endpoint-version.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";
import type { RequestParameters } from "./request-parameters.ts";
import { parseScope } from "./requested-scopes.ts";

/** What a request asks for. */
export interface AskedScope {
  /** As the scope parameter of the second version would say it. */
  readonly text: string | undefined;
  /** The resource of the first version's parameter, as it was spelled. */
  readonly resource: string | undefined;
}

/** The first version has no scopes to choose by: with a person come an ID token with the profile, and a refresh token. */
const alwaysInFirstVersion = ["openid", "profile", "offline_access"];

/**
 * The first version has a `resource` where the second has scopes: all that the application is registered to need of
 * it is meant, which is the second's `.default`. Scopes of resources count there too, since libraries made for the
 * second version come by the first one's document; both at once would leave open which is meant.
 */
export function askedScope(
  parameters: RequestParameters,
  version: EndpointVersion,
): Result<AskedScope, ProtocolRefusal> {
  const text = parameters.get("scope");
  const resource = version === 1 ? parameters.get("resource") : undefined;
  if (resource === undefined) return accept({ text, resource });
  if (resource.includes(" ")) return refuse({ code: "resource-unknown", detail: resource });
  const scopes = parseScope(text ?? "");
  if (!scopes.ok) return scopes;
  if (scopes.value.resources.length > 0) return refuse({ code: "resource-beside-scope" });
  const openId = new Set([...alwaysInFirstVersion, ...scopes.value.openId]);
  return accept({ text: [...openId, `${resource}/.default`].join(" "), resource });
}

/** The same where a person is asked: the first version needs neither. */
export function askedScopeOfPerson(
  parameters: RequestParameters,
  version: EndpointVersion,
): Result<AskedScope, ProtocolRefusal> {
  const asked = askedScope(parameters, version);
  if (!asked.ok || version === 2) return asked;
  const { text, resource } = asked.value;
  const always = alwaysInFirstVersion.join(" ");
  return accept({ text: text === undefined ? always : `${always} ${text}`, resource });
}
