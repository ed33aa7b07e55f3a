import type { MarkedPlace } from "./marked_places.ts";
import type { Inline } from "./markup.ts";
import type { Span } from "./spans.ts";

/** Elements for marks, lists and quotes per message; tens of thousands would freeze the page. */
const MAX_ELEMENTS = 200;

/** Builds the content of lines from what was found in the whole text. Lines are asked for in order. */
export class InlineBuilder {
  readonly #source: string;
  readonly #spans: readonly Span[];
  readonly #places: readonly MarkedPlace[];
  #nextSpan = 0;
  #nextPlace = 0;
  #left = MAX_ELEMENTS;

  constructor(source: string, spans: readonly Span[], places: readonly MarkedPlace[]) {
    this.#source = source;
    this.#spans = spans;
    this.#places = places;
  }

  get isFull(): boolean {
    return this.#left === 0;
  }

  /** Whether one more element may be made; if so, counts it. */
  mayAddElement(): boolean {
    if (this.isFull) return false;
    this.#left--;
    return true;
  }

  /** Appends the content between two places of the text. */
  append(content: Inline[], from: number, to: number): void {
    const spans = this.#spans;
    while (spans[this.#nextSpan]?.from < from) this.#nextSpan++;
    while (spans[this.#nextSpan]?.to <= to) {
      const span = spans[this.#nextSpan++];
      // Markers inside are in the text too, then.
      if (span.kind !== "escape" && !this.mayAddElement()) continue;
      this.#appendText(content, from, span.from);
      from = span.to;
      if (span.kind === "escape") continue;
      const inner = [span.from + span.marker, span.to - span.marker] as const;
      if (span.kind === "code") {
        content.push({ kind: "code", text: codeText(this.#source.slice(...inner)) });
      } else {
        const marked: Inline[] = [];
        this.append(marked, ...inner);
        content.push({ kind: span.kind, content: marked });
      }
    }
    this.#appendText(content, from, to);
  }

  #appendText(content: Inline[], from: number, to: number): void {
    while (this.#places[this.#nextPlace]?.from < from) this.#nextPlace++;
    while (this.#places[this.#nextPlace]?.to <= to) {
      const place = this.#places[this.#nextPlace++];
      appendString(content, this.#source.slice(from, place.from));
      content.push(place.part);
      from = place.to;
    }
    appendString(content, this.#source.slice(from, to));
  }
}

/** Appends text to the text that is last, if any. */
export function appendString(content: Inline[], text: string): void {
  const last = content.at(-1);
  if (typeof last === "string") content[content.length - 1] = last + text;
  else if (text !== "") content.push(text);
}

/** Without the spaces that keep a backtick at its beginning or end apart from the markers. */
function codeText(text: string): string {
  return /^ `.* $|^ .*` $/.test(text) ? text.slice(1, -1) : text;
}
