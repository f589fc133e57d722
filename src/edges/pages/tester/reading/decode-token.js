// @ts-check
/**
 * A JSON Web Token taken apart (RFC 7519, compact form); nothing is verified here.
 * @typedef {{ header: Claims, claims: Claims, signedText: string, signature: Uint8Array<ArrayBuffer> }} DecodedToken
 * @typedef {Readonly<Record<string, unknown>>} Claims
 */

/**
 * Takes a token apart; undefined when the text is not one, as with refresh tokens, which only their issuer reads.
 * @param {string} text
 * @returns {DecodedToken | undefined}
 */
export function decodeToken(text) {
  const parts = text.trim().split(".");
  const [header, claims, signature] = parts;
  if (parts.length !== 3 || header === undefined || claims === undefined || signature === undefined)
    return undefined;
  try {
    return {
      header: readJson(header),
      claims: readJson(claims),
      signedText: `${header}.${claims}`,
      signature: readSignature(signature),
    };
  } catch {
    return undefined;
  }
}

/** @param {string} text @returns {Claims} */
function readJson(text) {
  const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(readBytes(text)));
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new SyntaxError("not an object");
  return value;
}

/** People cut signatures off before they share a token; what is left can still be read. @param {string} text */
function readSignature(text) {
  try {
    return readBytes(text);
  } catch {
    return new Uint8Array();
  }
}

/** @param {string} text base64url without padding @returns {Uint8Array<ArrayBuffer>} */
function readBytes(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
