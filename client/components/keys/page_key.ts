import { singleKeysOn } from "./single_keys.ts";

/** A key that acts on every page: `k` with Ctrl or ⌘, the others alone. */
export type PageKey = "k" | "?" | "/";

/**
 * Returns the key that acts on the page, or "". Single characters don't act where they may be typed, together with
 * other keys, or when they are turned off.
 * @param apple whether the keyboard has ⌘ where others have Ctrl
 */
export function pageKey(event: KeyboardEvent, apple: boolean): PageKey | "" {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || event.isComposing || altKey) return "";
  if (ctrlKey || metaKey) {
    const alone = ctrlKey !== metaKey && !event.shiftKey;
    return alone && metaKey === apple && /^k$/i.test(key) ? "k" : "";
  }
  return /^[?/]$/.test(key) && singleKeysOn() &&
      !(event.target as Element).closest("input,textarea,select,[contenteditable]")
    ? key as PageKey
    : "";
}
