const prefix = "urn:oasis:names:tc:SAML:2.0:ac:classes:";
const unspecified = `${prefix}unspecified`;
/** A password, and one that went over a protected connection: here it always does. */
const byPassword = [`${prefix}Password`, `${prefix}PasswordProtectedTransport`];

/** Every class of authentication that a sign-in here can have (SAML Authentication Context section 3.4). */
export const knownContexts: readonly string[] = [unspecified, ...byPassword];

/**
 * The class to tell of a sign-in, by its `amr` (RFC 8176): the first one asked for that it has. Undefined: it has none of
 * those, and then the application must not be told another (SAML Core section 3.3.2.2.1, `exact`).
 */
export function contextOfSignIn(amr: readonly string[], asked: readonly string[]): string | undefined {
  const has = amr.includes("pwd") ? [...byPassword, unspecified] : [unspecified];
  return asked.length === 0 ? has[0] : asked.find((one) => has.includes(one));
}
