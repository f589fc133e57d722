import type { DomainName } from "../../../foundation/domain-name.ts";
import type { EmailAddress } from "../../../foundation/email-address.ts";

const marker = "#EXT#";
const longestBeforeAt = 64;
const digestLength = 8;

export interface GuestNameInput {
  readonly address: EmailAddress;
  /** The initial domain of the inviting tenant. */
  readonly initialDomain: DomainName;
  /** SHA-256 of the address in hexadecimal: keeps long addresses apart after they were cut. */
  readonly addressDigest: string;
  /** Four hexadecimal digits when the plain name is taken by somebody else. */
  readonly suffix?: string;
}

/** What a guest is called in the tenant that invited them: the address, flattened, before `#EXT#`. */
export function guestPrincipalName(input: GuestNameInput): string {
  return `${guestMailNickname(input)}@${input.initialDomain}`;
}

/** The part of the guest's principal name before the at sign; never longer than 64 characters. */
export function guestMailNickname({
  address,
  addressDigest,
  suffix,
}: Omit<GuestNameInput, "initialDomain">): string {
  const ending = `${suffix === undefined ? "" : `_${suffix}`}${marker}`;
  const room = longestBeforeAt - ending.length;
  const flat = flatten(address);
  const name =
    flat.length <= room
      ? flat
      : `${flat.slice(0, room - digestLength - 1)}_${addressDigest.slice(0, digestLength)}`;
  return `${name}${ending}`;
}

/** The at sign becomes an underscore, accents are dropped, and what no principal name can hold becomes an underscore. */
function flatten(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, at)}_${address.slice(at + 1)}`
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9'.\-_!#^~+&=]/gu, "_");
}
