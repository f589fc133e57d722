import { existsSync } from "node:fs";
import { join } from "node:path";

/** The certificate of the authority that `--https` made, where it did. */
export function ownAuthorityFile(dataDirectory: string): string | undefined {
  const path = join(dataDirectory, "tls", "local-ca.pem");
  return existsSync(path) ? path : undefined;
}
