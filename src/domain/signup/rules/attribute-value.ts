import { latinDigits } from "../../../foundation/latin-digits.ts";
import { accept, type Result, refuse } from "../../../foundation/result.ts";
import type { CustomValue } from "../../directory/rules/user.ts";
import { longestText, type SignUpAttribute } from "./sign-up-attribute.ts";

export type ValueProblem = "too-long" | "not-one-line" | "not-a-number" | "not-a-date" | "not-yes-or-no";

type Read = Result<CustomValue, { readonly code: ValueProblem }>;
type Asked = Pick<SignUpAttribute, "attributeId" | "dataType">;

/** Line breaks, and signs that turn the direction of what stands beside them. */
const notOfOneLine = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

const mostTexts = 50;

/** The value that texts of a form mean; of several texts where several were chosen. None of them is empty. */
export function readTypedValue(attribute: Asked, typed: readonly string[]): Read {
  const [first = ""] = typed;
  switch (attribute.dataType) {
    case "text":
      return readText(attribute, typed.join(","));
    case "texts":
      return readTexts(attribute, typed);
    case "flag":
      return first === "true" || first === "false"
        ? accept(first === "true")
        : refuse({ code: "not-yes-or-no" });
    case "number":
      return readTypedNumber(latinDigits(first));
    case "moment":
      return readMoment(latinDigits(first));
  }
}

/** A value that a program gives, checked for its type. */
export function readGivenValue(attribute: Asked, given: unknown): Read | undefined {
  switch (attribute.dataType) {
    case "text":
      return typeof given === "string" ? readText(attribute, given) : undefined;
    case "texts":
      return Array.isArray(given) && given.every((one) => typeof one === "string")
        ? readTexts(attribute, given)
        : undefined;
    case "flag":
      return typeof given === "boolean" ? accept(given) : undefined;
    case "number":
      return typeof given === "number" ? readNumber(given) : undefined;
    case "moment":
      return typeof given === "string" ? readMoment(given) : undefined;
  }
}

function readText({ attributeId }: Asked, text: string): Read {
  if (notOfOneLine.test(text)) return refuse({ code: "not-one-line" });
  return text.length > longestText(attributeId) ? refuse({ code: "too-long" }) : accept(text);
}

function readTexts(attribute: Asked, texts: readonly string[]): Read {
  if (texts.length > mostTexts) return refuse({ code: "too-long" });
  for (const text of texts) {
    const read = readText(attribute, text);
    if (!read.ok) return read;
  }
  return accept([...texts]);
}

function readTypedNumber(text: string): Read {
  return readNumber(/^\s*[+-]?\d{1,16}\s*$/.test(text) ? Number(text) : Number.NaN);
}

/** Whole, and no larger than every reader of JSON can hold exactly. */
function readNumber(number: number): Read {
  return Number.isSafeInteger(number) ? accept(number) : refuse({ code: "not-a-number" });
}

/** A day, or a moment with its zone (RFC 3339); kept in UTC. */
function readMoment(text: string): Read {
  const day = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d))?$/.exec(
    text.trim(),
  );
  const at = new Date(text.trim());
  // The calendar forgives 30 February, and we do not.
  const isDay = day?.[1] !== undefined && new Date(`${day[1]}T00:00:00Z`).toJSON()?.startsWith(day[1]);
  if (!isDay || Number.isNaN(at.getTime())) return refuse({ code: "not-a-date" });
  return accept(at.toISOString().replace(/\.000Z$/, "Z"));
}
