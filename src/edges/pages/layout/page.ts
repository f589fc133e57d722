import { html } from "hono/html";
import { type Language, languageFacts, languages } from "../../../foundation/language.ts";
import { parseAccent } from "../../../platform/colours/accent-colours.ts";
import { type Translator, words } from "../words/words.ts";
import { addressInScheme, type ColourScheme } from "./colour-scheme.ts";
import { postForm, typedFormId } from "./form.ts";
import type { FormTarget, Frame, Organisation } from "./frame.ts";
import type { Html } from "./html.ts";
import { icon } from "./icons.ts";
import { contactLink, pathInLanguage, safeImage, safeLink } from "./safe-link.ts";

/** Small scripts under /static that a page asks for; every page works without them. */
export type PageScript =
  | "copy-button"
  | "show-password"
  | "count-down"
  | "submit-at-once"
  | "go-at-once"
  | "flow-preview";

/** The address a person acts as, with a way to be another. */
export interface Actor {
  readonly address: string;
  readonly notYouUrl?: string | undefined;
  /** Where *Sign out* is posted to. */
  readonly signOut?: FormTarget | "" | undefined;
}

export interface PageContent {
  /** What the page is about, for the title: `what – organisation`. */
  readonly title: string;
  /** The one heading of the page; the title when absent. */
  readonly heading?: string | Html;
  readonly body: Html;
  /** The person acts as this address; shown above the heading. */
  readonly actingAs?: Actor | undefined;
  /** A page of tables rather than one question. */
  readonly wide?: boolean;
  readonly scripts?: readonly PageScript[];
  readonly headExtra?: Html | undefined;
  /**
   * The person agrees to something here: how that is told is not the organisation's business, so its own stylesheet
   * stays out.
   */
  readonly asksConsent?: boolean;
  /**
   * Where the form with typed values is posted to: the menu of languages posts it there with `language`, so that nothing
   * typed is lost where no script runs either. The form is made with `keepsTyped`.
   */
  readonly typedForm?: string | undefined;
}

/** A whole page: the organisation on top, one card, and a quiet footer. */
export function page(frame: Frame, content: PageContent): Html {
  const t = words(frame.language);
  const owner = frame.organisation?.displayName ?? "Guesthouse";
  const accent = parseAccent(frame.organisation?.accentColour ?? "");
  const { previewIn } = frame;
  const scripts = previewIn ? [] : ["page-manners", ...(content.scripts ?? [])];
  const styles = [
    "/static/guesthouse.css",
    ...(accent ? [`/static/accent.css?colour=${accent.slice(1)}`] : []),
    ...brandStylesheets(frame, content),
  ];
  return html`<!doctype html>
<html lang="${frame.language}" dir="${languageFacts[frame.language].direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${previewIn ?? "light dark"}">
<meta name="robots" content="noindex">
<title>${content.title} – ${owner}</title>
${favicon(frame)}
${styles.map((address) => html`<link rel="stylesheet" href="${addressInScheme(address, previewIn)}">`)}
${scripts.map((script) => html`<script type="module" src="/static/${script}.js"></script>`)}
${content.headExtra}
</head>
<body ${previewIn && html`inert`} class="${content.wide ? "wide" : frame.brand?.isAside ? "narrow aside" : "narrow"}">
${frame.demo && demoBar(t)}
<div class="sheet">
${pageHeader(frame)}
<main>
${content.actingAs && actingAsLine(t, content.actingAs)}
<h1>${content.heading ?? content.title}</h1>
${content.body}
</main>
</div>
${pageFooter(frame, t, content.typedForm)}
</body>
</html>`;
}

function favicon({ brand }: Frame): Html {
  const own = safeImage(brand?.faviconUrl);
  return own === undefined
    ? html`<link rel="icon" href="/static/icon.svg" type="image/svg+xml">`
    : html`<link rel="icon" href="${own}">`;
}

function brandStylesheets({ brand }: Frame, { asksConsent, wide }: PageContent): string[] {
  const addresses = [brand?.groundUrl, !asksConsent && !wide ? brand?.stylesheetUrl : undefined];
  return addresses.filter((address) => address !== undefined);
}

function demoBar(t: Translator): Html {
  return html`<aside class="demo-bar" aria-label="${t("frame.demo-bar-label")}"><span>${t("frame.demo-notice")}</span>
<a href="/">${t("frame.demo-start")}</a><a href="/mailbox">${t("frame.demo-mailbox")}</a><a href="/tester">${t("frame.demo-tester")}</a></aside>`;
}

function pageHeader(frame: Frame): Html {
  const { organisation } = frame;
  if (organisation === undefined)
    return html`<header class="owner"><img src="/static/icon.svg" alt="" width="40" height="40"><span class="owner-name">Guesthouse</span></header>`;
  const banner = safeImage(organisation.bannerUrl);
  const name = banner
    ? html`<img class="banner" src="${banner}" alt="${organisation.displayName}">`
    : html`<span class="owner-name"><bdi>${organisation.displayName}</bdi></span>`;
  return html`<header class="owner">${!banner && organisationMark(markIn(organisation, frame.previewIn))}<span class="owner-words">${name}
<span class="owner-domain"><bdi>${organisation.domain}</bdi></span></span></header>`;
}

/** The same with the one logo that is for this light. */
function markIn(organisation: Organisation, scheme: ColourScheme | undefined): Organisation {
  const { logoUrl, darkLogoUrl } = organisation;
  if (scheme === undefined) return organisation;
  return {
    ...organisation,
    logoUrl: scheme === "dark" ? (darkLogoUrl ?? logoUrl) : logoUrl,
    darkLogoUrl: undefined,
  };
}

/** The logo of an organisation, or the first letter of its name. */
export function organisationMark(organisation: {
  readonly displayName: string;
  readonly logoUrl?: string | undefined;
  readonly darkLogoUrl?: string | undefined;
}): Html {
  const logo = safeImage(organisation.logoUrl);
  const dark = safeImage(organisation.darkLogoUrl);
  if (logo !== undefined)
    return html`<picture>${dark && html`<source media="(prefers-color-scheme: dark)" srcset="${dark}">`}<img class="mark" src="${logo}" alt="" width="40" height="40"></picture>`;
  const [initial = "?"] = organisation.displayName.trim();
  return html`<span class="mark initial" aria-hidden="true">${initial.toUpperCase()}</span>`;
}

function actingAsLine(t: Translator, actor: Actor): Html {
  const notYou = safeLink(actor.notYouUrl);
  return html`<div class="acting-as">${icon("circle-user-round")}<bdi>${actor.address}</bdi>
${notYou && html`<a href="${notYou}">${t("frame.not-you")}</a>`}
${actor.signOut && postForm(actor.signOut, html`<button class="link">${t("frame.sign-out")}</button>`)}</div>`;
}

function pageFooter(frame: Frame, t: Translator, typedForm: string | undefined): Html {
  const privacy = safeLink(frame.privacyUrl);
  const terms = safeLink(frame.termsUrl);
  const help = frame.helpContact === undefined ? undefined : contactLink(frame.helpContact);
  return html`<footer class="page-footer">
<details class="languages"><summary>${icon("globe")}<span class="visually-hidden">${t("frame.language")}: </span>${languageFacts[frame.language].ownName}${icon("chevron-down")}</summary>
<ul>${(frame.languages ?? languages).map((language) => html`<li>${languageChoice(frame, language, typedForm)}</li>`)}</ul></details>
${privacy && html`<a href="${privacy}">${frame.brand?.privacyText ?? t("frame.privacy")}</a>`}
${terms && html`<a href="${terms}">${frame.brand?.termsText ?? t("frame.terms")}</a>`}
${help && html`<a href="${help}">${t("frame.help")}</a>`}
${frame.helpContact && !help && html`<span>${t("frame.help")}: <bdi>${frame.helpContact}</bdi></span>`}
</footer>`;
}

function languageChoice(frame: Frame, language: Language, typedForm: string | undefined): Html {
  const { ownName } = languageFacts[language];
  const isCurrent = language === frame.language && html`aria-current="true"`;
  return typedForm === undefined
    ? html`<a href="${pathInLanguage(frame.path, language)}" lang="${language}" hreflang="${language}" data-keep-typed ${isCurrent}>${ownName}</a>`
    : html`<button form="${typedFormId}" formaction="${pathInLanguage(typedForm, language)}" formnovalidate name="language" value="${language}" lang="${language}" ${isCurrent}>${ownName}</button>`;
}
