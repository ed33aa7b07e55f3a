import { replaceText } from "../completion/replace_text.ts";

/** The things that a page lets one do, beside what every page leads to. */
export interface PageParts {
  /** Writes to a person of the room; null where nothing can be written. */
  mention: ((name: string) => void) | null;
  /** Begins to write a message. */
  write: (() => void) | null;
  /** Goes to the newest message, which is out of view. */
  newest: (() => void) | null;
  /** Opens or closes the panel of the members. */
  panel: { open: boolean; toggle(): void } | null;
  /** Opens the form to add members, which is on the page. */
  addMembers: (() => void) | null;
}

/** Finds out what can be done on the page now. */
export function pageParts(): PageParts {
  const send = document.querySelector<HTMLButtonElement>(".composer .send:not(:disabled)");
  const field = send?.form?.querySelector("textarea") ?? null;
  const newest = document.querySelector<HTMLElement>(".new-messages");
  const control = document.querySelector<HTMLElement>('[aria-controls="members-panel"]');
  const names = document.querySelector<HTMLElement>(".add-members input");
  const open = control?.getAttribute("aria-expanded") === "true";
  return {
    mention: field && ((name) => mentionIn(field, name)),
    write: field && (() => field.focus()),
    newest: newest && (() => newest.click()),
    panel: control && { open, toggle: () => control.click() },
    addMembers: names && (() => {
      if (names.getClientRects().length === 0) control?.click();
      // After the panel has taken the focus.
      setTimeout(() => names.focus());
    }),
  };
}

function mentionIn(field: HTMLTextAreaElement, name: string): void {
  const { selectionEnd, value } = field;
  const space = /\S$/.test(value.slice(0, selectionEnd)) ? " " : "";
  field.focus();
  // What is selected stays.
  field.setSelectionRange(selectionEnd, selectionEnd);
  replaceText(field, selectionEnd, `${space}@${name} `);
}

/** Posts a form to one of the client's own addresses, which leads on. */
export function postTo(action: string, name = "", value = ""): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  form.append(field);
  document.body.append(form);
  form.submit();
}
