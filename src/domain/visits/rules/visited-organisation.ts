import {
  clientAddress,
  placeOfClient,
  returnAddress,
} from "../../federation/connectors/guesthouse/rules/partner-addresses.ts";

/** An organisation on another deployment that has a member of ours as its guest. */
export interface VisitedOrganisation {
  /** The address of its client document, which is its client id. */
  readonly clientId: string;
  /** Of its deployment: the one thing about it that is certain. */
  readonly host: string;
  /** What it calls itself. */
  readonly displayName: string;
  readonly redirectUri: string;
  readonly keysUrl: string;
}

/**
 * Reads the document in which an organisation describes itself as a client (OAuth Client ID Metadata Document, and RFC
 * 7591 section 2 for its members). It must name itself by its own address, take people back and keep its keys on its own
 * deployment, and prove itself by them. Otherwise: what is wrong with it.
 */
export function readClientDocument(clientId: string, document: unknown): VisitedOrganisation | string {
  const place = placeOfClient(clientId);
  if (!place) return "The address is none of an organisation of Guesthouse.";
  if (typeof document !== "object" || document === null) return "The document is no JSON object.";
  const {
    client_id: named,
    client_name: name,
    redirect_uris: redirectUris,
    jwks_uri: keysUrl,
    token_endpoint_auth_method: method,
  } = document as Readonly<Record<string, unknown>>;
  const redirectUri = returnAddress(place.origin, place.tenantId);
  if (named !== clientAddress(place.origin, place.tenantId)) return "The document names another client.";
  if (!isName(name)) return "The document has no usable client_name.";
  if (!Array.isArray(redirectUris) || redirectUris.length !== 1 || redirectUris[0] !== redirectUri)
    return `The only one of redirect_uris must be ${redirectUri}.`;
  if (typeof keysUrl !== "string" || !keysUrl.startsWith(`${place.origin}/${place.tenantId}/`))
    return "The jwks_uri is not an address of the organisation itself.";
  if (method !== "private_key_jwt") return "The token_endpoint_auth_method must be private_key_jwt.";
  return { clientId, host: place.host, displayName: name.trim(), redirectUri, keysUrl };
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name.trim() !== "" && name.length <= 256 && !/\p{Cc}/u.test(name);
}
