import { importPKCS8, SignJWT } from "jose";
import type { ClientAuth } from "openid-client";
import type { Machine } from "../../../../platform/machine.ts";

/** Apple takes secrets of up to six months; one that is made for each use never has to be renewed. */
const lifetimeSeconds = 300;

/** The secret that Apple wants is a token which the client signs with the key it was given (the .p8 file). */
export function appleAuthentication(
  machine: Machine,
  settings: Readonly<Record<string, unknown>>,
  privateKey: string,
): ClientAuth {
  return async ({ issuer }, { client_id: clientId }, body) => {
    const now = Math.floor(machine.clock().getTime() / 1000);
    const secret = await new SignJWT()
      .setProtectedHeader({ alg: "ES256", kid: String(settings["keyId"]) })
      .setIssuer(String(settings["teamId"]))
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .setAudience(issuer)
      .setSubject(clientId)
      .sign(await importPKCS8(privateKey, "ES256"));
    body.set("client_id", clientId);
    body.set("client_secret", secret);
  };
}

/** What is wrong with a key; undefined for one that secrets can be signed with. */
export async function appleKeyProblem(privateKey: string | undefined): Promise<string | undefined> {
  try {
    await importPKCS8(privateKey ?? "", "ES256");
    return undefined;
  } catch {
    return "the secret must be the text of the .p8 file, with its BEGIN and END lines";
  }
}
