// Shows a page of a sign-up with what is being typed. Without scripts the buttons do the same.

const pauseMilliseconds = 350;

for (const form of document.querySelectorAll("form[data-submit-on-change]"))
  form.addEventListener("change", () => form.requestSubmit());

const form = document.querySelector("form[data-live-preview]");
const show = form?.querySelector("button[data-show]");
let waiting;
let shown = 0;

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => form.requestSubmit(show), pauseMilliseconds);
});

// A frame of its own for each change, which takes the place of the one before: nothing flickers, and the Back button
// leads to the page before, not to the text before.
form?.addEventListener("submit", (event) => {
  if (event.submitter !== show) return;
  clearTimeout(waiting);
  const before = document.querySelector(".previewed iframe:last-of-type");
  const next = before.cloneNode();
  next.removeAttribute("src");
  next.name = `preview-${++shown}`;
  next.classList.add("coming");
  before.after(next);
  show.setAttribute("formtarget", next.name);
  next.addEventListener("load", () => {
    if (!next.classList.contains("coming") || event.defaultPrevented) return;
    next.classList.remove("coming");
    for (const old of document.querySelectorAll(".previewed iframe")) if (old !== next) old.remove();
  });
});
