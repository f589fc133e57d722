import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Tenant } from "../../../domain/directory/rules/tenant.ts";
import type { Language } from "../../../foundation/language.ts";
import type { Machine } from "../../../platform/machine.ts";
import { chooseLanguage, type OfferedLanguages } from "../words/choose-language.ts";
import { brandOf, linksOf, organisationOf } from "./brand-of.ts";
import type { Frame } from "./frame.ts";

const languageCookie = "guesthouse-language";
const yearSeconds = 365 * 24 * 3600;

/** The language to answer in; a language asked for in the address is kept for later pages. */
function languageOf(c: Context, fallbackLocales?: string, offered?: OfferedLanguages): Language {
  const asked = c.req.query("ui_locales");
  const wishes = {
    uiLocales: asked ?? (getCookie(c, languageCookie) ? undefined : fallbackLocales),
    cookie: getCookie(c, languageCookie),
    acceptLanguage: c.req.header("accept-language"),
  };
  const language = chooseLanguage(wishes, offered);
  if (asked)
    setCookie(c, languageCookie, language, {
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      maxAge: yearSeconds,
    });
  return language;
}

/** What every page shows around its question. `path` is the address the language menu returns to. */
export function frameOf(
  c: Context,
  machine: Machine,
  tenant: Tenant | undefined,
  more: {
    readonly path?: string;
    readonly uiLocales?: string | undefined;
    readonly offered?: OfferedLanguages | undefined;
  } = {},
): Frame {
  const language = languageOf(c, more.uiLocales, more.offered);
  return {
    language,
    languages: more.offered?.languages,
    organisation: tenant && organisationOf(tenant, language),
    brand: tenant && brandOf(tenant, language),
    demo: machine.configuration.mode === "demo",
    ...(tenant && linksOf(tenant, language)),
    helpContact: tenant?.contactEmail,
    path: more.path ?? pathAndQuery(c),
  };
}

function pathAndQuery(c: Context): string {
  const url = new URL(c.req.url);
  return `${url.pathname}${url.search}`;
}
