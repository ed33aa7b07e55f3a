/**
 * Takes apart what is in a field after Enter was pressed in it more than once, before anything could be sent.
 * @param entered what the field held each time
 * @param value what it holds now
 * @returns the texts to send, and what is left in the field
 */
export function enteredTexts(
  entered: readonly string[],
  value: string,
): { texts: string[]; rest: string } {
  const after = (text: string, before: string) =>
    text.startsWith(before) ? text.slice(before.length) : text;
  return {
    texts: entered.map((text, at) => after(text, entered[at - 1] ?? "")),
    rest: after(value, entered.at(-1) ?? ""),
  };
}
