/** Whether the page is visible and has the keyboard focus. */
export function hasAttention(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** Calls `change` when the page may have gained or lost attention. Returns a function that stops listening. */
export function onAttentionChange(change: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener("visibilitychange", change, { signal });
  addEventListener("focus", change, { signal });
  addEventListener("blur", change, { signal });
  return () => stop.abort();
}
