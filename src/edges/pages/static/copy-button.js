// Shows the copy buttons and makes them copy.

for (const button of document.querySelectorAll("button[data-copy]")) {
  const word = button.querySelector("span");
  const usual = word.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await copy(button.dataset.copy);
    word.textContent = button.dataset.copied;
    setTimeout(() => {
      word.textContent = usual;
    }, 2000);
  });
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // A plain-http page has no clipboard: fall back to selecting a field.
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
