/** Whether the person looks at this page: it is shown, and has the keyboard. */
export function hasAttention(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** Calls `change` whenever the person may have begun or ceased to look; returns what ends that. */
export function onAttentionChange(change: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener("visibilitychange", change, { signal });
  addEventListener("focus", change, { signal });
  addEventListener("blur", change, { signal });
  return () => stop.abort();
}
