/** Writes a text to the clipboard, which exists in secure contexts only and may be forbidden. */
export async function writtenToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
