import { writtenToClipboard } from "../../written_to_clipboard.ts";

/** Copies a text; returns whether that succeeded. */
export async function copyToClipboard(text: string): Promise<boolean> {
  return await writtenToClipboard(text) || copiedFromField(text);
}

function copiedFromField(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.className = "visually-hidden";
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
