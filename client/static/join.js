// @ts-check

// Takes the code of an invitation out of the address, into the field: the address is kept in the history and is copied
// along with it, while what stands behind its `#` is sent to nobody.

function take() {
  const code = location.hash.slice(1);
  if (!/^[A-Za-z0-9_-]{8,200}$/.test(code)) return;
  history.replaceState(null, "", location.pathname);
  /** @type {HTMLInputElement | null} */
  const field = document.querySelector("input[name=code]");
  if (field === null) return;
  field.value = code;
  /** @type {HTMLInputElement | null} */
  const next = document.querySelector("input[name=username]");
  if (next?.value === "") next.focus();
}

take();
addEventListener("hashchange", take);
