// @ts-check

// Puts the caret of an autofocused field behind its text: see routes/_app.tsx.
/** @type {HTMLInputElement | null} */
const wanted = document.querySelector("[autofocus]");
const focused = document.activeElement;
if (wanted && (focused === wanted || focused === document.body)) {
  const { value, selectionEnd } = wanted;
  if (selectionEnd === 0) wanted.setSelectionRange(value.length, value.length);
  wanted.focus();
}
