// Counts down the seconds until a button may be pressed again.

for (const button of document.querySelectorAll("button[data-count-down]")) {
  const usual = button.textContent;
  const ready = Date.now() + Number(button.dataset.countDown) * 1000;
  const tick = () => {
    const seconds = Math.ceil((ready - Date.now()) / 1000);
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? button.dataset.counting.replace("%", seconds) : usual;
    if (seconds > 0) setTimeout(tick, 250);
  };
  tick();
}
