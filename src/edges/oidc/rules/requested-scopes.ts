import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { ProtocolRefusal } from "./protocol-error.ts";

export type OpenIdScope = "openid" | "profile" | "email" | "offline_access";

/** What is asked of one resource. */
export interface ResourceScopes {
  /** The resource as the client spelled it; empty for bare names, which mean Graph. */
  readonly identifier: string;
  readonly named: readonly RequestedScope[];
  /** The `/.default` scope as it was spelled: everything granted already. */
  readonly defaultSpelling: string | undefined;
}

export interface RequestedScope {
  readonly value: string;
  /** Answers repeat the client's own spelling: clients look tokens up by it. */
  readonly spelling: string;
}

/** A scope parameter, understood. */
export interface RequestedScopes {
  readonly openId: ReadonlySet<OpenIdScope>;
  readonly resources: readonly ResourceScopes[];
}

const openIdScopes: ReadonlySet<string> = new Set(["openid", "profile", "email", "offline_access"]);
const defaultScope = ".default";

/** RFC 6749 section 3.3, with scopes spelled `{resource}/{value}`; the resource is everything before the last slash. */
export function parseScope(text: string): Result<RequestedScopes, ProtocolRefusal> {
  const openId = new Set<OpenIdScope>();
  const resources = new Map<string, { named: RequestedScope[]; defaultSpelling: string | undefined }>();
  for (const spelling of new Set(text.split(" "))) {
    if (spelling === "") continue;
    if (openIdScopes.has(spelling.toLowerCase())) {
      openId.add(spelling.toLowerCase() as OpenIdScope);
      continue;
    }
    const slash = spelling.lastIndexOf("/");
    const identifier = slash < 0 ? "" : spelling.slice(0, slash);
    const value = spelling.slice(slash + 1);
    if (value === "" || !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(spelling)) return refuseScope(spelling);
    const resource = resources.get(identifier) ?? { named: [], defaultSpelling: undefined };
    resources.set(identifier, resource);
    if (value.toLowerCase() === defaultScope) resource.defaultSpelling = spelling;
    else resource.named.push({ value, spelling });
  }
  const found = [...resources].map(([identifier, asked]) => ({ identifier, ...asked }));
  const mixed = found.find((resource) => resource.defaultSpelling !== undefined && resource.named.length > 0);
  return mixed ? refuseScope(text) : accept({ openId, resources: found });
}

function refuseScope(detail: string): Result<RequestedScopes, ProtocolRefusal> {
  return refuse({ code: "scope-invalid", detail });
}
