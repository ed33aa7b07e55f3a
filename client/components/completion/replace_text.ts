/** Replaces what is written between `from` and the caret, as if it were typed. */
export function replaceText(field: HTMLTextAreaElement, from: number, text: string): void {
  const caret = field.selectionStart;
  field.setSelectionRange(from, caret);
  // Unlike `setRangeText` it can be undone, and is told as input.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, from, caret, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
