/** Matches direction controls and letters written leftwards, which change the order of the letters around them. */
const DIRECTED =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uD802\uD803\uD83A\uD83B\uFB1D-\uFDFF\uFE70-\uFEFE]/;

/**
 * Isolates the direction of a text from the plain text around it, such as a page's title. The text's own controls, which
 * it may leave open, are dropped. A text that can't affect others stays as it is, because some systems show the controls
 * as boxes.
 */
export function isolated(text: string): string {
  if (!DIRECTED.test(text)) return text;
  return `\u2068${text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "")}\u2069`;
}

/**
 * The form of a text for an element that isolates its direction, such as `bdi`. Two things would end the isolation early:
 * a control that closes an isolate not opened in the text, which is dropped, and characters other than a newline that
 * end a paragraph.
 */
export function contained(text: string): string {
  let open = 0;
  // deno-lint-ignore no-control-regex
  return text.replace(/[\n\r\x1C-\x1E\x85\u2029\u2066-\u2069]/g, (control) => {
    if (control === "\u2069") return open > 0 && open-- ? control : "";
    if (control >= "\u2066") return open++, control;
    open = 0;
    return "\n";
  });
}
