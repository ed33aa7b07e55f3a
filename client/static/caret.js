// @ts-check

// Puts the caret of an autofocused field behind its text: see routes/_app.tsx.
const wanted = document.querySelector("[autofocus]");
const focused = document.activeElement;
if (wanted instanceof HTMLElement && (focused === wanted || focused === document.body)) {
  const isField = wanted instanceof HTMLInputElement || wanted instanceof HTMLTextAreaElement;
  if (isField && wanted.selectionEnd === 0) {
    wanted.setSelectionRange(wanted.value.length, wanted.value.length);
  }
  wanted.focus();
}
