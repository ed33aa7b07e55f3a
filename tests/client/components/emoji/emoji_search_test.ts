import assert from "node:assert/strict";
import github from "emojibase-data/en/shortcodes/github.json" with { type: "json" };
import slack from "emojibase-data/en/shortcodes/iamcal.json" with { type: "json" };
import { allEmoji } from "../../../../client/components/emoji/emoji_search.ts";
import { EMOJI_TABLE } from "../../../../client/components/emoji/emoji_table.ts";
import { foldName } from "../../../../client/components/completion/fold_name.ts";
import { emojiTableModule } from "../../../../packaging/emoji_table.ts";

const search = allEmoji();
const lines = EMOJI_TABLE.split("\n").map((line) => line.split(";"));
const LANGUAGES = ["en", "vi"] as const;

Deno.test("the table is what its program writes", async () => {
  const file = new URL("../../../../client/components/emoji/emoji_table.ts", import.meta.url);
  assert.equal(await Deno.readTextFile(file), emojiTableModule());
});

Deno.test("the table holds emoji that Unicode recommends, each once, with names in both languages", () => {
  assert.ok(lines.length > 1_800, `${lines.length} emoji`);
  assert.equal(new Set(lines.map(([emoji]) => emoji)).size, lines.length);
  for (const [emoji, english, englishTags, vietnamese, vietnameseTags, ...others] of lines) {
    assert.match(emoji, /^\p{RGI_Emoji}$/v);
    assert.deepEqual(others, []);
    assert.ok(english !== "" && vietnamese !== undefined, emoji);
    for (const name of [english, englishTags, vietnamese, vietnameseTags].join(" ").split(" ")) {
      assert.match(name, /^([\p{L}\p{M}\p{N}_]*|[+-]1)$/u, emoji);
    }
  }
});

Deno.test("every name that GitHub and Slack know stands for the same emoji here", () => {
  const bare = (emoji: string) => emoji.replaceAll("\uFE0F", "");
  const known = new Map(lines.map(([emoji]) => [bare(emoji), emoji]));
  const named = (source: Record<string, string | string[]>) =>
    Object.entries(source).flatMap(([hexcode, names]) => {
      const codes = hexcode.split("-").map((code) => parseInt(code, 16));
      const emoji = known.get(bare(String.fromCodePoint(...codes)));
      return emoji === undefined ? [] : [names].flat().map((name) => [name, emoji] as const);
    });
  const ofGitHub = new Map(named(github));
  assert.ok(ofGitHub.size > 1_800, `${ofGitHub.size} names`);
  for (const [name, emoji] of ofGitHub) assert.equal(search.named(name), emoji, name);
  // A few names mean different things there.
  const ofSlack = named(slack).filter(([name]) => !ofGitHub.has(name.replaceAll("-", "_")));
  assert.ok(ofSlack.length > 400, `${ofSlack.length} names`);
  for (const [name, emoji] of ofSlack) assert.equal(search.named(name), emoji, name);
});

Deno.test("emoji are found by the beginning of a name in either language, without accents", () => {
  const cases: [string, string][] = [
    ["tim", "❤️"],
    ["heart", "❤️"],
    ["cuoi", "😄"],
    ["cười", "😄"],
    ["smile", "😄"],
    ["+1", "👍"],
    ["thumbs", "👍"],
    ["-1", "👎"],
    ["vo_tay", "👏"],
    ["vo-t", "👏"],
    ["co_viet", "🇻🇳"],
    ["flag-vn", "🇻🇳"],
    ["cam_on", "🙏"],
    ["Tada", "🎉"],
    ["rocket", "🚀"],
    // By a word within a name, and by other words for it.
    ["eyes", "👀"],
    ["thank", "🙏"],
  ];
  for (const language of LANGUAGES) {
    for (const [name, emoji] of cases) {
      assert.equal(search.find(name, language)[0]?.emoji, emoji, `${name}, ${language}`);
    }
  }
});

Deno.test("the shown name is the one that was found, in its language", () => {
  assert.deepEqual(search.find("tim", "vi")[0], { emoji: "❤️", name: "tim", language: "vi" });
  assert.deepEqual(search.find("trai_tim", "vi")[0], {
    emoji: "❤️",
    name: "trái tim màu đỏ",
    language: "vi",
  });
  assert.deepEqual(search.find("red_h", "vi")[0], {
    emoji: "❤️",
    name: "red heart",
    language: "en",
  });
  assert.deepEqual(search.find("face_with_t", "vi")[0].name, "face with tears of joy");
});

Deno.test("names in the page's language come first, but for one in full", () => {
  const found = (name: string, language: "en" | "vi") =>
    search.find(name, language).map(({ language }) => language);
  for (const language of LANGUAGES) {
    assert.deepEqual(new Set(found("con", language).slice(0, 4)), new Set([language]));
  }
  assert.equal(search.find("tim", "en")[0].name, "tim");
  assert.deepEqual(found("tim", "vi").filter((language) => language === "en"), []);
});

Deno.test("no more is found than a list holds, nothing twice, and nothing for smileys", () => {
  for (const name of ["ma", "face", "co", "heart"]) {
    const found = search.find(name, "en").map(({ emoji }) => emoji);
    assert.equal(found.length, 8, name);
    assert.equal(new Set(found).size, 8, name);
  }
  for (const smiley of ["vv", "DD", "PP", "xD", "oo", "xx", "-DD", "qwzx"]) {
    assert.deepEqual(search.find(smiley, "vi"), [], smiley);
  }
});

Deno.test("no emoji has a name in full that isn't its own", () => {
  assert.equal(search.named("he"), undefined);
  assert.equal(search.named("no_such_emoji"), undefined);
  for (const [emoji, english] of lines) {
    for (const name of english.split(" ")) assert.equal(search.named(name), emoji, name);
  }
  assert.equal(search.named(foldName("VIỆT_NAM")), "🇻🇳");
});
