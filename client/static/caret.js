// @ts-check

// Browsers put the caret of an autofocused field before the text that is in it. Every page loads this script, which
// puts it behind. It may run before the browser focuses the field, or after somebody has begun to type.
const field = document.querySelector("[autofocus]");
const focused = document.activeElement;
if (
  (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) &&
  (focused === field || focused === document.body) && field.selectionEnd === 0
) {
  field.setSelectionRange(field.value.length, field.value.length);
  field.focus();
}
