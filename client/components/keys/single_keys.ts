/** The entry in the browser's storage, of all who use it, by which single keys are turned off. */
export const SINGLE_KEYS = "chung single keys";

/** Whether keys such as `?` act where nothing is typed; they do unless somebody has turned them off. */
export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(SINGLE_KEYS) !== "off";
  } catch {
    return true;
  }
}
