import assert from "node:assert/strict";
import fc from "fast-check";
import { renderToString } from "preact-render-to-string";
import { MessageText } from "../../../../client/components/markup/message_text.tsx";
import { plainText } from "../../../../client/components/markup/plain_text.ts";
import { searchExcerpt } from "../../../../client/components/search/search_excerpt.ts";
import { searchMarks } from "../../../../client/components/search/search_marks.ts";
import { textIn } from "../../markup_of.ts";
import { markupText } from "./markup_text.ts";

Deno.test("plainText leaves the markers out", () => {
  const cases: [string, string][] = [
    ["*Chào* _bạn_, xem `a*b`", "Chào bạn, xem a*b"],
    ["> *a*\n- b\n  - c\n1. d", "a\n• b\n• c\n1. d"],
    ["xem\n```ts\n  *a*\n```\nnhé", "xem\n  *a*\nnhé"],
    ["\\*a* snake_case_x", "*a* snake_case_x"],
    ["a\u2029b\u2069", "a\nb"],
  ];
  for (const [text, expected] of cases) assert.equal(plainText(text), expected);
});

Deno.test("the page's text of a message is its plain text", () => {
  fc.assert(fc.property(markupText, (text) => {
    assert.equal(textIn(renderToString(<MessageText text={text} />)), plainText(text));
  }));
});

Deno.test("no text becomes an element but those of markup", () => {
  fc.assert(fc.property(markupText, (text) => {
    const html = renderToString(<MessageText text={`<img src=x> ${text} <b>`} />);
    const allowed =
      /<\/?(span|div|strong|em|code|pre|blockquote|ul|ol|li|a)( (class="[a-z -]+"|dir="(auto|ltr)"|tabindex="0"|href="https?:[^"]*"|target="_blank"|rel="noopener noreferrer"|data-language="[\w+#.-]*"))*>/g;
    assert.doesNotMatch(html.replace(allowed, ""), /</);
  }));
});

Deno.test("search marks the words of a message without its markers", () => {
  const parts = searchExcerpt(
    searchMarks(plainText("> *Hóa đơn* `số_17`\n- _đã_ gửi"), '"hoa don so" da'),
  );
  const shown = parts.map(({ text, marked }) => marked ? `[${text}]` : text).join("");
  assert.equal(shown, "[Hóa đơn số]_17\n• [đã] gửi");
});
