import { trimMessage } from "./message.ts";
import { isVisible } from "./visible_text.ts";

/** Notes as they are stored: none where nothing of what was written is visible. */
export function taskNotes(written: string): string {
  return isVisible(written) ? trimMessage(written) : "";
}
