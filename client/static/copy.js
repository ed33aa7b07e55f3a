// @ts-check

// Copies the field beside a button that has `data-copied`, and says so. Without script the button isn't shown.

/** @param {HTMLButtonElement} button */
function offer(button) {
  const field = button.parentElement?.querySelector("input");
  const told = button.closest(".field")?.querySelector("[role=status]");
  if (!field || !told) return;
  button.classList.remove("not-live");
  button.addEventListener("click", async () => {
    field.select();
    const { copied = "", failed = "" } = button.dataset;
    told.textContent = await isCopied(field.value) ? copied : failed;
  });
}

/** @param {string} text */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is no clipboard on plain HTTP, and it may be forbidden; what is selected can be copied all the same.
    return document.execCommand("copy");
  }
}

for (const button of document.querySelectorAll("button[data-copied]")) {
  if (button instanceof HTMLButtonElement) offer(button);
}
