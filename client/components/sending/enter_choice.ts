/** The meaning of Enter in a message's field; Ctrl+Enter sends in either case. */
export type EnterChoice = "sends" | "new_line";

/** The key in the browser's storage, of all who use it; its value is an `EnterChoice`. */
const KEY = "chung enter";

/** The choice made in this browser: Enter sends, unless it was changed or can't be read. */
export function getEnterChoice(): EnterChoice {
  try {
    return localStorage.getItem(KEY) === "new_line" ? "new_line" : "sends";
  } catch {
    return "sends";
  }
}

/** Keeps the choice for this browser; returns whether that succeeded. */
export function setEnterChoice(choice: EnterChoice): boolean {
  try {
    localStorage.setItem(KEY, choice);
    return true;
  } catch {
    return false;
  }
}
