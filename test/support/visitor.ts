/** One form of a page, as a browser without script would send it. */
export interface PageForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** What a visitor sees after following all redirects within the service. */
export interface Seen {
  readonly status: number;
  readonly url: URL;
  readonly html: string;
  readonly headers: Headers;
}

/**
 * Somebody with a browser that keeps cookies and follows redirects inside the service; a redirect to elsewhere ends
 * the walk, with its address as `url` and no page.
 */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #fetch: (request: Request) => Response | Promise<Response>;
  readonly #origin: string;

  constructor(fetch: (request: Request) => Response | Promise<Response>, origin: string) {
    this.#fetch = fetch;
    this.#origin = origin;
  }

  /** Opens an address. */
  get(address: string): Promise<Seen> {
    return this.#walk(new URL(address, this.#origin), undefined);
  }

  /** Posts fields to an address, as they are. */
  post(address: string, fields: Readonly<Record<string, string>>): Promise<Seen> {
    return this.#walk(new URL(address, this.#origin), fields);
  }

  /** Fills in the first form of a page that can be posted (to an address that begins so), and sends it. */
  submit(page: Seen, fields: Readonly<Record<string, string>>, action = ""): Promise<Seen> {
    const form = formOf(page, action);
    return this.post(form.action, { ...form.fields, ...fields });
  }

  async #walk(start: URL, fields: Readonly<Record<string, string>> | undefined): Promise<Seen> {
    let url = start;
    let body = fields && new URLSearchParams(fields);
    for (let hop = 0; hop < 20; hop++) {
      const response = await this.#fetch(this.#request(url, body));
      this.#keepCookies(response);
      const location = response.headers.get("location");
      if (!location || response.status < 300 || response.status > 399) {
        return { status: response.status, url, html: await response.text(), headers: response.headers };
      }
      url = new URL(location, url);
      body = undefined;
      if (url.origin !== this.#origin)
        return { status: response.status, url, html: "", headers: response.headers };
    }
    throw new Error(`redirected without end, last to ${url}`);
  }

  #request(url: URL, body: URLSearchParams | undefined): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Request(url, {
      method: body ? "POST" : "GET",
      headers: { "accept-language": "en", ...(cookie && { cookie }) },
      ...(body && { body }),
    });
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const cut = pair.indexOf("=");
      this.cookies.set(pair.slice(0, cut), pair.slice(cut + 1));
    }
  }
}

/** The first form of a page that posts (to an address that begins so), with its hidden fields. */
export function formOf(page: Seen, action = ""): PageForm {
  const forms = page.html.matchAll(/<form method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g);
  const form = [...forms].find((one) => one[1]?.startsWith(action));
  if (!form) throw new Error(`no form on ${page.url}:\n${textOf(page)}`);
  const fields: Record<string, string> = {};
  for (const [, name = "", value = ""] of (form[2] ?? "").matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    fields[unescaped(name)] = unescaped(value);
  }
  return { action: unescaped(form[1] ?? ""), fields };
}

/** The words of a page. */
export function textOf(page: Seen): string {
  const main = /<main>([\s\S]*?)<\/main>/.exec(page.html)?.[1] ?? page.html;
  return unescaped(main.replace(/<svg[\s\S]*?<\/svg>/g, "").replace(/<[^>]+>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
