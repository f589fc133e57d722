// @ts-check
// An answer in the fragment is seen by the browser only: hand it to the result page, and take it out of the address.

const fields = new URLSearchParams(location.hash.slice(1));
const isAnswer = ["code", "error", "id_token", "access_token"].some((name) => fields.has(name));

if (isAnswer) {
  history.replaceState(null, "", location.pathname);
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/tester";
  form.hidden = true;
  for (const [name, value] of [...fields, ["answer_path", "fragment"]]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name ?? "";
    field.value = value ?? "";
    form.append(field);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
