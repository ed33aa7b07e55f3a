import type { ComponentChildren } from "preact";

interface FocusedNoticeProps {
  /** Its place on the page, as a class. */
  class?: string;
  children: ComponentChildren;
}

/** A notice that a page is loaded with. It takes the focus: screen readers tell such a status only where the focus is. */
export function FocusedNotice({ class: place = "", children }: FocusedNoticeProps) {
  return (
    <p class={`notice-box ${place}`.trim()} role="status" tabIndex={-1} autofocus>{children}</p>
  );
}
