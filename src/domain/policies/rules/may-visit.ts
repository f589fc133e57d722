import type { CollaborationSettings } from "./collaboration-settings.ts";

/** Whether a tenant's members may be guests of organisations on the deployment at this host. */
export function mayVisit(
  { memberVisits, visitableHosts }: Pick<CollaborationSettings, "memberVisits" | "visitableHosts">,
  host: string,
): boolean {
  return memberVisits === "anywhere" || (memberVisits === "listed" && visitableHosts.includes(host));
}

/** A host as it is compared: in small letters, with the port where it is not the usual one; undefined for none. */
export function readHost(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const url = URL.parse(`https://${text}`);
  return url !== null && url.host !== "" && text.replace(/:443$/, "") === url.host && url.host.length <= 260
    ? url.host
    : undefined;
}
