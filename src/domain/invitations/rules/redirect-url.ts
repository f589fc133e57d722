import { accept, type Result, refuse } from "../../../foundation/result.ts";

/** Where a guest goes after accepting: an absolute http(s) address, kept as it was written. */
export type LandingUrl = string & { readonly __brand: "LandingUrl" };

export type LandingUrlProblem =
  | "not-absolute"
  | "scheme-not-web"
  | "carries-credentials"
  | "too-long"
  | "control-character";

export interface RedirectUrlRefusal {
  readonly code: "redirect-url-unusable";
  readonly problem: LandingUrlProblem;
}

const longestRedirectUrl = 2048;

// A link that a page or a mail shows as leading to one host must lead there: blanks, controls and backslashes are
// what browsers and people read differently.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
const readDifferently = /[\u0000-\u0020\u007f-\u009f\u2028\u2029\\]/;

/** Checks an inviter's redirect address. Scripts, files and addresses with a user name in them are refused. */
export function parseRedirectUrl(text: string): Result<LandingUrl, RedirectUrlRefusal> {
  const trimmed = text.trim();
  if (trimmed.length > longestRedirectUrl) return refusal("too-long");
  if (readDifferently.test(trimmed)) return refusal("control-character");
  if (!/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return refusal("not-absolute");
  if (!/^https?:/i.test(trimmed)) return refusal("scheme-not-web");
  if (!/^https?:\/\/[^/]/i.test(trimmed) || !URL.canParse(trimmed)) return refusal("not-absolute");
  const url = new URL(trimmed);
  // Also an empty user name before the at sign: "https://@evil.example" must not pass as decoration.
  const authority = trimmed.slice(trimmed.indexOf("//") + 2).split(/[/?#]/, 1)[0] ?? "";
  if (url.username !== "" || url.password !== "" || authority.includes("@"))
    return refusal("carries-credentials");
  return accept(trimmed as LandingUrl);
}

function refusal(problem: LandingUrlProblem) {
  return refuse<RedirectUrlRefusal>({ code: "redirect-url-unusable", problem });
}
