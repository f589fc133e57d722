/** A link somebody configured, if it leads to a web page, a mail address or a path of this site; else undefined, so that no `javascript:` slips into a page. */
export function safeLink(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const trimmed = address.trim();
  if (/^https?:\/\/[^\s]+$/i.test(trimmed) || /^mailto:[^\s]+$/i.test(trimmed)) return trimmed;
  if (/^\/(?![/\\])[^\s]*$/.test(trimmed)) return trimmed;
  return undefined;
}

/** The link behind a help contact: an address becomes a mail link. Undefined when the contact is only words. */
export function contactLink(contact: string): string | undefined {
  const trimmed = contact.trim();
  return /^[^\s@:/]+@[^\s@:/]+$/.test(trimmed) ? mailLink(trimmed) : safeLink(trimmed);
}

/** A link that opens a new mail to `address`. */
export function mailLink(address: string, subject?: string): string {
  const target = `mailto:${encodeURIComponent(address).replace(/%40/g, "@")}`;
  return subject === undefined ? target : `${target}?subject=${encodeURIComponent(subject)}`;
}

/** The picture address of a logo: images may come from this site or from data, as the content security policy says. */
export function safeImage(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (/^data:image\/(png|jpeg|gif|webp|svg\+xml)[;,]/i.test(address)) return address;
  return /^\/(?![/\\])[^\s]*$/.test(address) ? address : undefined;
}

/** The same page in another language. */
export function pathInLanguage(path: string, language: string): string {
  const safePath = safeLink(path)?.startsWith("/") ? path : "/";
  const url = new URL(safePath, "http://localhost");
  url.searchParams.set("ui_locales", language);
  return `${url.pathname}${url.search}`;
}
