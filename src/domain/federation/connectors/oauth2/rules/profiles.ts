import type { StatedAddress } from "../../../rules/vouched-addresses.ts";

/** What was read of a person, by name; parsed JSON that nobody has looked at. */
export type ProfileParts = Readonly<Record<string, unknown>>;

/** A person as their profile names them; the subject is undefined when it does not. */
export interface ReadProfile {
  readonly subject: string | undefined;
  readonly addresses: readonly StatedAddress[];
  readonly displayName: string | undefined;
}

/** `/me`: the id is this application's own for the person. Whether the address was verified is not told. */
export function profileOfFacebook({ me }: ProfileParts): ReadProfile {
  const { id, name, email } = fieldsOf(me);
  const address = text(email);
  return {
    subject: text(id),
    addresses: address === undefined ? [] : [{ address, isVerified: false }],
    displayName: text(name),
  };
}

/** `/user` and `/user/emails`: the id stays when the login name changes, and each address says whether it is verified. */
export function profileOfGithub({ user, emails }: ProfileParts): ReadProfile {
  const { id, name, login } = fieldsOf(user);
  const listed = (Array.isArray(emails) ? emails : []).map(fieldsOf);
  const addresses = listed.flatMap(({ email, verified, primary }) => {
    const address = text(email);
    return address === undefined
      ? []
      : [{ address, isVerified: verified === true, isPrimary: primary === true }];
  });
  return {
    subject: Number.isSafeInteger(id) && Number(id) > 0 ? String(id) : undefined,
    addresses: [...addresses]
      .sort((one, other) => Number(other.isPrimary) - Number(one.isPrimary))
      .map(({ address, isVerified }) => ({ address, isVerified })),
    displayName: text(name) ?? text(login),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" && value.length <= 512 ? value.trim() : undefined;
}
