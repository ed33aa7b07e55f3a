/** Enter alone; an input method ends a word with Enter too (229 is what Safari says then). */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}
