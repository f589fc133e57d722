import { accept, type Result, refuse } from "../../../foundation/result.ts";

export type DomainProofRefusal =
  | { readonly code: "txt-record-missing" }
  | { readonly code: "txt-record-wrong"; readonly found: readonly string[] };

const ourRecord = /^guesthouse-verification=/i;

/** Whether a domain's TXT records hold the one that proves it; codes of other tenants beside it do no harm. */
export function checkDomainProof(
  records: readonly string[],
  expected: string | undefined,
): Result<"proved", DomainProofRefusal> {
  const trimmed = records.map((record) => record.trim());
  if (expected !== undefined && trimmed.includes(expected)) return accept("proved");
  const found = trimmed.filter((record) => ourRecord.test(record));
  return found.length > 0
    ? refuse({ code: "txt-record-wrong", found })
    : refuse({ code: "txt-record-missing" });
}
