import { ENTER_CHOICE } from "../settings/enter_choice.ts";
import { readChoice } from "../settings/kept_choice.ts";

/**
 * Whether a key press sends what is written: Enter, or Ctrl+Enter (⌘+Enter) where Enter begins a new line, as it does
 * by choice and on touch screens, whose keyboards have no Shift+Enter. Enter also confirms a word in input methods
 * (Safari reports key code 229 then).
 */
export function sendsMessage(event: KeyboardEvent): boolean {
  const { key, shiftKey, ctrlKey, metaKey } = event;
  if (key !== "Enter" || shiftKey || event.isComposing || event.keyCode === 229) return false;
  if (ctrlKey || metaKey) return true;
  return readChoice(ENTER_CHOICE) === "sends" && !matchMedia("(pointer: coarse)").matches;
}
