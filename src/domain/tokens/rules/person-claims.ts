import type { User } from "../../directory/rules/user.ts";

/**
 * The name a person recognises as their own account: for people from outside the address they sign in with,
 * never the `#EXT#` name the tenant made for them.
 */
export function signInName(user: User): string {
  return user.isExternal
    ? (user.mail ?? user.otherMails[0] ?? user.userPrincipalName)
    : user.userPrincipalName;
}

/** The address tokens carry: guests' by default, members' when the application asked for it. */
export function emailClaim(user: User, asked: boolean): string | undefined {
  return user.isExternal || asked ? (user.mail ?? undefined) : undefined;
}

/** 1 for guests and 0 for members. */
export function accountKindClaim(user: User): 0 | 1 {
  return user.kind === "guest" ? 1 : 0;
}

const loginHintPrefix = "O.";

/** The opaque `login_hint` claim; the sign-in page reads it back with `signInNameOfHint`. */
export function loginHintClaim(user: User, encode: (text: string) => string): string {
  return loginHintPrefix + encode(signInName(user));
}

/** What a `login_hint` names: our own opaque claim is opened, anything else is a name a person could type. */
export function signInNameOfHint(hint: string, decode: (text: string) => string): string {
  return hint.startsWith(loginHintPrefix) ? decode(hint.slice(loginHintPrefix.length)) : hint;
}

/** Claims without a value are left out of a token rather than sent as null. */
export function withoutAbsent(claims: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(claims).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
