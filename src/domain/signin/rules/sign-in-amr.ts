/**
 * How somebody signed in to a tenant (RFC 8176). `mfa` is said only of a second factor that this tenant itself saw
 * proved: what a provider or another organisation says of its own is no answer to this one's policies.
 */
export function signInAmr(amr: readonly string[], isSecondFactorProved: boolean): readonly string[] {
  const first = amr.filter((method) => method !== "mfa");
  return isSecondFactorProved ? [...new Set([...first, "otp", "mfa"])] : first;
}
