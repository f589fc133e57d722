/** The bare address in the setting GUESTHOUSE_MAIL_FROM, which may be written `Name <address>`. */
export function senderAddress(mailFrom: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom).trim();
}

/** The domain that mails come from and that their Message-IDs end in. */
export function senderDomain(mailFrom: string): string {
  const address = senderAddress(mailFrom);
  return address.slice(address.lastIndexOf("@") + 1).toLowerCase();
}
