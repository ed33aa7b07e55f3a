/**
 * Whether the event is Enter without modifiers. Enter also confirms a word in input methods (Safari reports key code
 * 229 then).
 */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229;
}
