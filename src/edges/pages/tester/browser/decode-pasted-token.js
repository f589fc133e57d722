// @ts-check
// Decodes what is pasted, here and nowhere else.
import { drawToken } from "../reading/draw-token.js";
import { readToken } from "../reading/read-token.js";

/** @import { Sketch } from "../reading/draw-token.js" */

const decoder = document.querySelector("[data-decoder]");
const field = decoder?.querySelector("textarea");
const decoded = decoder?.querySelector("[data-decoded]");

if (decoder instanceof HTMLElement && field && decoded instanceof HTMLElement) {
  decoder.hidden = false;
  const known = JSON.parse(decoded.dataset["context"] ?? "{}");
  field.addEventListener("input", () => show(field.value.trim(), known, decoded));
}

/** @param {string} text @param {import("../reading/token-facts.js").ReadingContext} known @param {HTMLElement} place */
function show(text, known, place) {
  const reading = readToken(text.replace(/^Bearer\s+/i, ""), {
    ...known,
    nowSeconds: Math.floor(Date.now() / 1000),
  });
  if (text === "") place.replaceChildren();
  else place.replaceChildren(reading ? build(drawToken(reading)) : (place.dataset["unreadable"] ?? ""));
  for (const time of place.querySelectorAll("time")) {
    time.textContent = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "long" }).format(
      new Date(time.dateTime),
    );
  }
}

/** @param {Sketch} sketch @returns {Node} */
function build(sketch) {
  if (typeof sketch === "string") return document.createTextNode(sketch);
  const element = document.createElement(sketch.tag);
  for (const [name, value] of Object.entries(sketch.attributes ?? {})) element.setAttribute(name, value);
  element.append(...sketch.children.map(build));
  return element;
}
