// @ts-check

// Keeps the page when something is dropped on it: a browser would go to a dropped file or link. Text may still be
// dropped into a field. A room has a guard of its own: client/components/use_drop_guard.ts.

const FIELD = "textarea:not([readonly]), input:not([readonly])";

/** @param {DragEvent} event */
function guard(event) {
  const { dataTransfer, target } = event;
  if (document.querySelector(".room") !== null) return;
  const files = dataTransfer?.types.includes("Files");
  if (!files && target instanceof Element && target.closest(FIELD) !== null) return;
  event.preventDefault();
  if (dataTransfer !== null) dataTransfer.dropEffect = "none";
}

addEventListener("dragover", guard);
addEventListener("drop", guard);
