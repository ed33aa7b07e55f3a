import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface ModalProps {
  class: string;
  /** The accessible name. */
  label: string;
  onClose(): void;
  onKeyDown?(event: KeyboardEvent): void;
  children: ComponentChildren;
}

/** A dialog over the page: Escape, Ctrl+K and a click beside it close it, and the focus goes back to where it was. */
export function Modal({ class: classes, label, onClose, onKeyDown, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** Whether the press that a click ends began beside the dialog. */
  const pressedBeside = useRef(false);

  useLayoutEffect(() => {
    const shown = dialog.current!;
    const caretBack = keepCaret(document.activeElement);
    // Some browsers close it without a key, such as by the back gesture.
    shown.addEventListener("close", onClose);
    shown.showModal();
    return () => {
      shown.removeEventListener("close", onClose);
      shown.close();
      caretBack();
    };
  }, []);

  return (
    <dialog
      class={classes}
      aria-label={label}
      ref={dialog}
      onKeyDown={(event) => {
        // What is below it must not take the key as well.
        event.stopPropagation();
        // Escape and Enter end a word of an input method first (Safari reports key code 229 then).
        if (event.isComposing || event.keyCode === 229) return;
        // The browser has its own use for Ctrl+K.
        const opens = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
        if (event.key === "Escape" || opens) {
          event.preventDefault();
          onClose();
        } else onKeyDown?.(event);
      }}
      onPointerDown={(event) => {
        pressedBeside.current = isBeside(dialog.current!, event);
      }}
      // Not when it is pressed: the click would fall on what lies below.
      onClick={(event) => {
        if (pressedBeside.current && isBeside(dialog.current!, event)) onClose();
      }}
    >
      {children}
    </dialog>
  );
}

/** Whether something happened on the dialog's backdrop, which counts as the dialog. */
function isBeside(dialog: HTMLElement, { target, clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
  return target === dialog && !inside;
}

/** Returns a function that puts the caret of a field back: browsers move it to the start when a dialog closes. */
function keepCaret(element: Element | null): () => void {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  if (!isField || element.selectionStart === null) return () => {};
  const { selectionStart, selectionEnd } = element;
  return () => element.setSelectionRange(selectionStart, selectionEnd);
}
