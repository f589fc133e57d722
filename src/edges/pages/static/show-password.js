// Shows the button that shows a password, and hides the password again before it is sent.

for (const button of document.querySelectorAll("button[data-show-password]")) {
  const field = document.getElementById(button.dataset.showPassword);
  const show = (shown) => {
    field.type = shown ? "text" : "password";
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
    button.setAttribute("aria-pressed", String(shown));
  };
  button.hidden = false;
  button.addEventListener("click", () => show(field.type === "password"));
  field.form?.addEventListener("submit", () => show(false));
}
