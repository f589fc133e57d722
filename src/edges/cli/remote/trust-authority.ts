import { readFileSync } from "node:fs";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

/** From now on this process trusts the certificates of the authority in this file too; undefined changes nothing. */
export function trustAuthority(authorityFile: string | undefined): void {
  if (authorityFile === undefined) return;
  setDefaultCACertificates([...getCACertificates("default"), readFileSync(authorityFile, "utf8")]);
}
