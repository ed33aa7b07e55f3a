/** A line of a text, maybe without what marks it as part of a quote: `text` is the source from `from` to `to`. */
export interface TextLine {
  text: string;
  from: number;
  to: number;
}

/** The lines of a text, without their newlines. */
export function linesOf(source: string): TextLine[] {
  let from = 0;
  return source.split("\n").map((text) => {
    const line = { text, from, to: from + text.length };
    from = line.to + 1;
    return line;
  });
}
