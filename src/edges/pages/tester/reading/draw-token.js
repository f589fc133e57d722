// @ts-check
/** @import { ClaimReading, TokenReading } from "./read-token.js" */
/**
 * Markup as plain data, so that the server writes it as HTML and the browser builds it as elements: one drawing for both.
 * @typedef {string | { tag: string, attributes?: Readonly<Record<string, string>>, children: readonly Sketch[] }} Sketch
 */

/**
 * The sentence, the claims and the header of a token.
 * @param {TokenReading} reading
 * @returns {Sketch}
 */
export function drawToken(reading) {
  return element("div", {}, [
    element("p", { class: "token-sentence" }, [reading.sentence]),
    drawTokenClaims(reading),
  ]);
}

/**
 * The claims and the header of a token.
 * @param {TokenReading} reading
 * @returns {Sketch}
 */
export function drawTokenClaims(reading) {
  return element("div", {}, [
    drawClaims("Claims", reading.claims),
    element("details", {}, [element("summary", {}, ["Header"]), drawClaims("Header", reading.header)]),
  ]);
}

/** @param {string} caption @param {readonly ClaimReading[]} claims @returns {Sketch} */
function drawClaims(caption, claims) {
  return element("table", { class: "claims" }, [
    element("caption", { class: "visually-hidden" }, [caption]),
    element("thead", { class: "visually-hidden" }, [
      element(
        "tr",
        {},
        ["Claim", "Value and meaning"].map((title) => element("th", { scope: "col" }, [title])),
      ),
    ]),
    element("tbody", {}, claims.map(drawClaim)),
  ]);
}

/** @param {ClaimReading} claim @returns {Sketch} */
function drawClaim(claim) {
  return element("tr", {}, [
    element("th", { scope: "row" }, [
      element("code", {}, [claim.name]),
      ...(claim.label === "" ? [] : [element("span", { class: "claim-label" }, [claim.label])]),
    ]),
    element("td", {}, [
      ...drawValue(claim),
      ...(claim.explanation === ""
        ? []
        : [element("p", { class: "claim-explanation" }, [claim.explanation])]),
    ]),
  ]);
}

/** @param {ClaimReading} claim @returns {readonly Sketch[]} */
function drawValue(claim) {
  const values = claim.values.map((value) => element("code", { class: "claim-value" }, [value]));
  if (claim.moment === undefined) return values;
  const { iso, relative } = claim.moment;
  const date = element("time", { datetime: iso, "data-moment": "date-time" }, [
    `${iso.slice(0, 19).replace("T", " ")} UTC`,
  ]);
  return [...values, element("span", { class: "claim-moment" }, [date, ` (${relative})`])];
}

/** @param {string} tag @param {Readonly<Record<string, string>>} attributes @param {readonly Sketch[]} children @returns {Sketch} */
function element(tag, attributes, children) {
  return { tag, attributes, children };
}
