// @ts-check

// Browsers put the caret of an autofocused field before the text that is in it. Every page loads this script, which
// puts it behind. It may run before the browser focuses the field, or after somebody has begun to type; it runs before
// other scripts, which take the focus only where nothing else has it.
const wanted = document.querySelector("[autofocus]");
const focused = document.activeElement;
if (wanted instanceof HTMLElement && (focused === wanted || focused === document.body)) {
  const isField = wanted instanceof HTMLInputElement || wanted instanceof HTMLTextAreaElement;
  if (isField && wanted.selectionEnd === 0) {
    wanted.setSelectionRange(wanted.value.length, wanted.value.length);
  }
  wanted.focus();
}
