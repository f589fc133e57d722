// @ts-check
// Fetches the tokens as a single-page app does (the browser adds the Origin), then hands them to the result page.

const request = document.querySelector("form[data-token-request]");
const answer = document.querySelector("form[data-token-answer]");

if (request instanceof HTMLFormElement && answer instanceof HTMLFormElement) {
  const { status, body } = await ask(request.dataset["tokenRequest"] ?? "", new FormData(request));
  fill(answer, "status", String(status));
  fill(answer, "body", body);
  HTMLFormElement.prototype.submit.call(answer);
}

/** @param {string} address @param {FormData} fields */
async function ask(address, fields) {
  const pairs = [...fields].map(([name, value]) => [name, String(value)]);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(pairs),
      credentials: "omit",
    });
    return { status: response.status, body: await response.text() };
  } catch (error) {
    return { status: 0, body: `The browser got no answer it may read: ${error}` };
  }
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function fill(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
