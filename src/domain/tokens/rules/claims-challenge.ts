/** The demand for a proof from a moment on, as clients carry it from an API to the sign-in (`claims` parameter). */
export function claimsChallenge(provenSince: Date): string {
  const value = String(Math.floor(provenSince.getTime() / 1000));
  return JSON.stringify({ access_token: { nbf: { essential: true, value } } });
}
