// Follows the one link of the page; going back skips this page.
const link = document.querySelector("a[data-go-at-once]");
if (link instanceof HTMLAnchorElement) location.replace(link.href);
