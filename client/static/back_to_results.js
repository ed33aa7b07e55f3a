// @ts-check

// Escape leads back to the results of a search, from the message that it led to.
document.addEventListener("keydown", ({ key, target, defaultPrevented }) => {
  if (key !== "Escape" || defaultPrevented || !(target instanceof Element)) return;
  if (!target.matches("body, .message.found")) return;
  const link = document.querySelector("a.results");
  if (link instanceof HTMLAnchorElement) link.click();
});
