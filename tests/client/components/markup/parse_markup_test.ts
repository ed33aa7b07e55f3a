import assert from "node:assert/strict";
import fc from "fast-check";
import type { Block, Inline } from "../../../../client/components/markup/markup.ts";
import { parseMarkup } from "../../../../client/components/markup/parse_markup.ts";
import { markupText } from "./markup_text.ts";

const NAMES = new Set(["an", "bob"]);

/** Writes a tree down in short. */
function short(blocks: readonly Block[]): string {
  return blocks.map((block): string => {
    switch (block.kind) {
      case "lines":
        return inline(block.content);
      case "code_block":
        return `{${block.language}|${block.text}}`;
      case "quote":
        return `<q>${short(block.content)}</q>`;
      case "list": {
        const items = block.items.map(({ marker, content, nested }) =>
          `[${marker} ${inline(content)}${short(nested)}]`
        );
        return `${block.ordered ? "ol" : "ul"}${items.join("")}`;
      }
    }
  }).join("¶");
}

function inline(content: readonly Inline[]): string {
  return content.map((part): string => {
    if (typeof part === "string") return part;
    switch (part.kind) {
      case "bold":
        return `<b>${inline(part.content)}</b>`;
      case "italic":
        return `<i>${inline(part.content)}</i>`;
      case "code":
        return `<c>${part.text}</c>`;
      case "link":
        return `<a>${part.text}</a>`;
      case "mention":
        return `<m>${part.text}</m>`;
    }
  }).join("");
}

const MARKED: [string, string][] = [
  ["*đậm* và **đậm hơn**", "<b>đậm</b> và <b>đậm hơn</b>"],
  ["_nghiêng_, (*a*) “_b_”", "<i>nghiêng</i>, (<b>a</b>) “<i>b</i>”"],
  ["*_cả hai_* _**x**_ **_y_**", "<b><i>cả hai</i></b> <i><b>x</b></i> <b><i>y</i></b>"],
  ["*a _b_ c*", "<b>a <i>b</i> c</b>"],
  ["*a _b* c_", "<b>a _b</b> c_"],
  ["*args and *bold*", "*args and <b>bold</b>"],
  ["Lưu ý:*gấp*! 😀*vui*", "Lưu ý:<b>gấp</b>! 😀<b>vui</b>"],
  [
    "❤️*vui* 1️⃣_một_ ❤️`c` ❤️_https://a.vn_",
    "❤️<b>vui</b> 1️⃣<i>một</i> ❤️<c>c</c> ❤️<i><a>https://a.vn</a></i>",
  ],
  ["`a*b*c` and `` x ` y ``", "<c>a*b*c</c> and <c> x ` y </c>"],
  ["`` `a` ``", "<c>`a`</c>"],
  ["```npm start``` now", "<c>npm start</c> now"],
  ["*bold `co*de` on*", "<b>bold <c>co*de</c> on</b>"],
  ["*@an* `@an` https://a.vn/_x_y", "<b><m>@an</m></b> <c>@an</c> <a>https://a.vn/_x_y</a>"],
  [
    "*https://a.vn/x_y* _https://a.vn/z_",
    "<b><a>https://a.vn/x_y</a></b> <i><a>https://a.vn/z</a></i>",
  ],
  ["*xem a.vn/b*", "<b>xem a.vn/b</b>"],
  ["\\*typed* \\_typed_ \\`typed` \\**typed**", "*typed* _typed_ `typed` **typed**"],
  ["*a \\* b*", "<b>a * b</b>"],
];

const AS_TYPED = [
  "snake_case_names and _private, user_id",
  "2*3*4 a * b a*b * c",
  "C:\\path\\_x C:\\path\\_x_ \\\\share\\*a*",
  "**kwargs, *args",
  "f(*args, **kwargs)",
  "__init__ ***x*** **** ____ *_*_*",
  "src/*.ts and *.tsx *.ts,*.js",
  "https://a.vn/*x*/_y_ ftp://a.vn/*x*",
  "¯\\_(ツ)_/¯ -_- >_< ^_^ (*_*) T_T \\o/",
  "ấ*ấ*ấ 看*看*看 a\u0301*b*",
  "đường*đậm*đường",
  "la` nha` ho`a",
  "*not\nover lines* _nor\nthis_ `nor\nthis`",
  "a * * * _ _ _ * a *",
  "*unclosed _unclosed `unclosed **unclosed",
  "/home/_x_/ ~/*/x.*.y.*",
  "# -*- coding: utf-8 -*-",
  "100k* (*chưa VAT) (*) bắt buộc (*)",
  "[[[[ [a](b) <b>x</b>",
  ">_< >:( >>> x>y -5 -a 1.5 1) a",
  "```",
  "```\nunclosed",
  "```\n```",
  ">",
];

Deno.test("a marker marks at the edge of a word, within its line, and not in code", () => {
  for (const [text, expected] of MARKED) {
    assert.equal(short(parseMarkup(text, NAMES)), expected, text);
  }
});

Deno.test("what is no markup stays as typed", () => {
  for (const text of AS_TYPED) {
    const links = short(parseMarkup(text, NAMES)).replace(/<\/?a>/g, "");
    assert.equal(links, text);
  }
});

Deno.test("lines make quotes, lists and blocks of code", () => {
  const cases: [string, string][] = [
    ["a\n```ts\nif (*x*) {\n\treturn `y`;\n}\n```\nb", "a¶{ts|if (*x*) {\n\treturn `y`;\n}}¶b"],
    ["```\n> a\n- b\n@an https://a.vn\n```", "{|> a\n- b\n@an https://a.vn}"],
    ["```\n  a\n\n b\n```", "{|  a\n\n b}"],
    ["```const a = 1;\nconst b = 2;```", "{|const a = 1;\nconst b = 2;}"],
    ["```a\nb```", "{|a\nb}"],
    ["````\n```\na\n```\n````", "{|```\na\n```}"],
    ["> a\n> *b* @an\n>\n> c\nd", "<q>a\n<b>b</b> <m>@an</m>\n\nc</q>¶d"],
    ["> a\n> > b\n> c", "<q>a¶<q>b</q>¶c</q>"],
    [">> a", "<q><q>a</q></q>"],
    [">>>>> a", "<q><q><q>>> a</q></q></q>"],
    ["> - a\n> ```\n> b\n> ```", "<q>ul[• a]¶{|b}</q>"],
    ["Việc:\n- *a*\n* b\n• c\nxong", "Việc:¶ul[• <b>a</b>][• b][• c]¶xong"],
    ["1. a\n2. b\n10. c", "ol[1. a][2. b][10. c]"],
    ["- a\n  more\n  - b\n    - c\n- d", "ul[• a\nmoreul[• bul[• c]]][• d]"],
    ["1. a\n- b", "ol[1. a]¶ul[• b]"],
    ["1. a\n   - b\n2. c", "ol[1. aul[• b]][2. c]"],
    ["- a\n\n- b", "ul[• a]¶¶ul[• b]"],
    ["\\> a\n\\- b\n\\1. c\n\\* d\n\\```\ne\n```", "> a\n- b\n1. c\n* d\n```\ne\n```"],
    ["", ""],
  ];
  for (const [text, expected] of cases) {
    assert.equal(short(parseMarkup(text, NAMES)), expected, text);
  }
});

function letters(text: string): string {
  return text.replace(/[\s*_`\\>•\d.-]/g, "");
}

Deno.test("parsing loses and adds nothing but markers", () => {
  fc.assert(
    fc.property(markupText, (text) => {
      const shown = short(parseMarkup(text.replace(/[<{}[\]|¶]/g, ""), NAMES));
      const plain = shown.replace(/<\/?[bicamq]>|[{}[\]|¶]|[uo]l(?=\[)/g, "");
      assert.equal(letters(plain), letters(text.replace(/[<{}[\]|¶]/g, "")));
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("a message makes at most 300 elements", () => {
  const count = (text: string) =>
    (short(parseMarkup(text, NAMES)).match(/<[bicamq]>|\[|\{/g) ?? []).length;
  for (
    const text of ["*a* ", "`a` ", "- a\n", "> a\nb\n", "*@an* ", "```\na\n```\n", "- *a*\n  - b\n"]
  ) {
    const made = count(text.repeat(16_000 / text.length));
    assert.ok(made >= 200 && made <= 300, `${made} for ${text}`);
  }
});
