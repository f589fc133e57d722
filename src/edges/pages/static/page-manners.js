// What every page does when scripts run: sends a form once, tells times in the reader's zone, keeps what was typed
// while the language changes. Nothing here is needed for a page to work.

/** How long a button stays off when the answer does not come and the page stays. */
const giveBackAfterMilliseconds = 8000;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.hasAttribute("data-submit-once")) return;
  if (form.dataset.sent === "yes") {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // The pressed button is switched off only after its value has been taken into the request.
  setTimeout(() => setBusy(form, true), 0);
  setTimeout(() => setBusy(form, false), giveBackAfterMilliseconds);
});

// Coming back by the Back button shows the page as it was left: with its buttons off.
addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) setBusy(form, false);
});

function setBusy(form, busy) {
  if (!busy) delete form.dataset.sent;
  for (const button of form.querySelectorAll("button:not([data-count-down])")) {
    button.disabled = busy;
    if (button.classList.contains("primary")) button.setAttribute("aria-busy", String(busy));
  }
}

const styles = {
  day: { day: "numeric", month: "short", year: "numeric" },
  date: { day: "numeric", month: "long", year: "numeric" },
  time: { hour: "numeric", minute: "2-digit", timeZoneName: "short" },
};
styles["date-time"] = { ...styles.date, ...styles.time };

for (const time of document.querySelectorAll("time[data-moment]")) {
  const moment = new Date(time.dateTime);
  const style = styles[time.dataset.moment];
  if (style && !Number.isNaN(moment.getTime()))
    time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, style).format(moment);
}

// By the page the link leads to: an answer with errors stands at the address that its form was posted to.
const nameAt = (path) => `typed:${path}`;
const keptName = nameAt(location.pathname);
const keptFields = "input[name]:not([type=hidden]):not([type=password]), textarea[name], select[name]";

// A preview carries what was typed unseen; changing the language leads back to the form, which takes it again.
const previewedFields = ".preview input[type=hidden]:not([name=csrf])";

for (const link of document.querySelectorAll("a[data-keep-typed]")) {
  link.addEventListener("click", () => {
    const typed = [...document.querySelectorAll(`${keptFields}, ${previewedFields}`)].map((field) => [
      field.name,
      field.value,
      field.checked,
    ]);
    if (typed.length > 0) sessionStorage.setItem(nameAt(link.pathname), JSON.stringify(typed));
  });
}

const kept = sessionStorage.getItem(keptName);
if (kept !== null) {
  sessionStorage.removeItem(keptName);
  for (const [name, value, checked] of JSON.parse(kept)) {
    for (const field of document.querySelectorAll(keptFields)) {
      if (field.name !== name) continue;
      // What is ticked or chosen has its value from the page.
      if (field.type !== "radio" && field.type !== "checkbox") field.value = value;
      else if (field.value === value) field.checked = checked;
    }
  }
}
