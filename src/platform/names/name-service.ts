import { NODATA, NOTFOUND, Resolver } from "node:dns/promises";
import type { DomainName } from "../../foundation/domain-name.ts";
import { accept, type Result, refuse } from "../../foundation/result.ts";

/** What the public name service says about domains. */
export interface NameService {
  /**
   * The TXT records of a domain (RFC 1035 section 3.3.14), the parts of each joined; none when the domain has none or
   * does not exist. Refused when no name server answered in time: then nothing is known.
   */
  textRecords(
    domain: DomainName,
  ): Promise<Result<readonly string[], { readonly code: "names-unreachable"; readonly detail: string }>>;
}

const timeLimitMilliseconds = 3_000;

/** Asks the name servers of this machine, or those given as `address:port`. */
export function openNameService(servers?: readonly string[]): NameService {
  const resolver = new Resolver({ timeout: timeLimitMilliseconds, tries: 2 });
  if (servers) resolver.setServers(servers);
  return {
    async textRecords(domain) {
      try {
        const records = await resolver.resolveTxt(domain);
        return accept(records.map((parts) => parts.join("")));
      } catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === NOTFOUND || code === NODATA) return accept([]);
        if (typeof code !== "string") throw error;
        return refuse({ code: "names-unreachable", detail: code });
      }
    },
  };
}
