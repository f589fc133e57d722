import type { EmailAddress, NormalizedEmailAddress } from "../../../foundation/email-address.ts";

export interface MailAddresses {
  /** As the person spells it. */
  readonly mail: EmailAddress;
  /** In lower case, because they are searched and not shown. */
  readonly otherMails: string[];
  readonly proxyAddresses: string[];
}

/** All address properties of a user whose mail address is `mail`; addresses held before stay as secondary ones. */
export function mailAddresses(
  mail: EmailAddress,
  before: { readonly otherMails: readonly string[]; readonly proxyAddresses: readonly string[] } = {
    otherMails: [],
    proxyAddresses: [],
  },
): MailAddresses {
  const address = mail.toLowerCase() as NormalizedEmailAddress;
  const secondary = before.proxyAddresses.map((proxy) => `smtp:${proxy.slice(proxy.indexOf(":") + 1)}`);
  return {
    mail,
    otherMails: [address, ...before.otherMails.filter((other) => other !== address)],
    proxyAddresses: [`SMTP:${address}`, ...new Set(secondary.filter((proxy) => proxy !== `smtp:${address}`))],
  };
}

/** The name of somebody of whom only the address is known. */
export function defaultDisplayName(address: EmailAddress): string {
  return address.slice(0, address.lastIndexOf("@"));
}

/** Whether nobody has given this user a name yet. */
export function hasDefaultDisplayName(user: {
  readonly displayName: string;
  readonly mail: string | undefined;
}): boolean {
  return user.mail !== undefined && user.displayName === defaultDisplayName(user.mail as EmailAddress);
}

/** Every address a user holds, in lower case. */
export function allAddressesOf(user: {
  readonly mail: string | undefined;
  readonly otherMails: readonly string[];
  readonly proxyAddresses: readonly string[];
}): ReadonlySet<string> {
  const proxies = user.proxyAddresses.map((proxy) => proxy.replace(/^smtp:/i, ""));
  const addresses = [...(user.mail === undefined ? [] : [user.mail]), ...user.otherMails, ...proxies];
  return new Set(addresses.map((address) => address.toLowerCase()));
}
