/** SHA-1, which is broken for signatures, is not among them (RFC 9231 sections 2.3 and 2.1). */
const signatureAlgorithms: readonly string[] = [
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
  "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
];
const digestAlgorithms: readonly string[] = [
  "http://www.w3.org/2001/04/xmlenc#sha256",
  "http://www.w3.org/2001/04/xmlenc#sha512",
];

/** Those of a signature's algorithms that are not accepted. */
export function weakAlgorithms(signature: string, digest: string): readonly string[] {
  return [
    ...(signatureAlgorithms.includes(signature) ? [] : [signature]),
    ...(digestAlgorithms.includes(digest) ? [] : [digest]),
  ];
}

/** What an administrator is told of weak algorithms. */
export function explainWeakness(weak: readonly string[]): string {
  return `Sign with SHA-256 or SHA-512; ${weak.join(", ")} came.`;
}
