/** Where the next page goes on. Names an object of the caller's own tenant and opens nothing by itself. */
export interface PageToken {
  readonly after: string;
  readonly isAdvanced: boolean;
}

/** The token as text that callers do not look into. */
function writePageToken({ after, isAdvanced }: PageToken): string {
  return Buffer.from(`${isAdvanced ? "A" : "D"}${after}`).toString("base64url");
}

/** Reads a token, or returns undefined. */
export function readPageToken(text: string): PageToken | undefined {
  if (text.length > 400 || !/^[\w-]+$/.test(text)) return undefined;
  const match = /^([AD])([\x20-\x7e]{1,200})$/.exec(Buffer.from(text, "base64url").toString("latin1"));
  return match?.[2] === undefined ? undefined : { after: match[2], isAdvanced: match[1] === "A" };
}

/** The path of a request below `/v1.0`, as the caller spelled it. */
export function pathOf(address: string): string {
  return new URL(address).pathname.replace(/^.*?\/v1\.0(?=\/)/, "");
}

/** The address of the next page: the same question, to go on after the last object of this one. */
export function nextLink(
  publicUrl: string,
  path: string,
  query: { readonly options: ReadonlyMap<string, string>; readonly isAdvanced: boolean },
  after: string,
): string {
  const options = [...query.options].filter(([name]) => name !== "skiptoken");
  const text = options.map(([name, value]) => `$${name}=${encodeURIComponent(value)}`);
  text.push(`$skiptoken=${writePageToken({ after, isAdvanced: query.isAdvanced })}`);
  return `${publicUrl}/v1.0${path}?${text.join("&")}`;
}

/** `@odata.context` of an answer: where its shape is described. */
export function odataContext(
  publicUrl: string,
  what: string,
  select?: readonly string[],
  entity = false,
): string {
  const selected = select === undefined ? "" : `(${select.join(",")})`;
  return `${publicUrl}/v1.0/$metadata#${what}${selected}${entity ? "/$entity" : ""}`;
}
