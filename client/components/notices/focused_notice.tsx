import type { ComponentChildren } from "preact";
import { type Undo, UndoForm } from "./undo_form.tsx";

interface FocusedNoticeProps {
  /** Its place on the page, as a class. */
  class?: string;
  /** Takes back what it tells. */
  undo?: Undo | null;
  children: ComponentChildren;
}

/** A notice that a page is loaded with. It takes the focus: screen readers tell such a status only where the focus is. */
export function FocusedNotice({ class: place = "", undo, children }: FocusedNoticeProps) {
  return (
    <div class={`notice-box ${place}`.trim()}>
      <p role="status" tabIndex={-1} autofocus>{children}</p>
      {undo && <UndoForm {...undo} />}
    </div>
  );
}
