// Writes the table of emoji that the composer completes: `deno task emoji`.
import english from "emojibase-data/en/data.json" with { type: "json" };
import github from "emojibase-data/en/shortcodes/github.json" with { type: "json" };
import slack from "emojibase-data/en/shortcodes/iamcal.json" with { type: "json" };
import vietnamese from "emojibase-data/vi/data.json" with { type: "json" };
import { foldName } from "../client/components/completion/fold_name.ts";
import { print } from "../lib/cli/program.ts";

const TABLE = "client/components/emoji/emoji_table.ts";

/** The newest version of emoji that phones and computers of the last three years can draw. */
const NEWEST = 15.1;

/** The group of skin tones and hair, which are no emoji of their own. */
const COMPONENTS = 2;

/**
 * The emoji that are used most, by Unicode's counts (https://home.unicode.org/emoji/emoji-frequency/); these are offered
 * before others.
 */
const COMMON =
  "😂 ❤️ 🤣 👍 😭 🙏 😘 🥰 😍 😊 🎉 😁 💕 🥺 😅 🔥 ☺️ 🤦 ♥️ 🤷 🙄 😆 🤗 😉 🎂 🤔 👏 🙂 😳 🥳 😎 👌 💜 😔 💪 ✨ 💖 👀 😋 😏 😢 👉 💗 😩 💯 🌹 💞 🎈 💙 😃 😡 💐 😜 🙈 🤞 😄 🤤 🙌 🤪 ❣️ 😀 💋 💀 👇 💔 😌 💓 🤩 🙃 😬 😱 😴 🤭 😐 🌞 😒 😇 🌸 😈 🎶 ✌️ 🎊 🥵 😞 💚 ☀️ 🖤 💰 😚 👑 🎁 💥 🙋 ☹️ 😑 🥴 👈 💩 ✅ 👋"
    .split(" ");

/** Short names, as Vietnamese say and type them; Unicode's describe pictures. */
const SHORT_VIETNAMESE: Record<string, string> = {
  "😄": "cười",
  "😂": "cười ra nước mắt",
  "🤣": "cười lăn",
  "😁": "cười toe",
  "❤️": "tim",
  "💔": "tan vỡ",
  "👍": "thích",
  "👎": "không thích",
  "👏": "vỗ tay",
  "🙏": "cảm ơn",
  "🙌": "hoan hô",
  "😢": "buồn",
  "😭": "khóc",
  "😡": "giận",
  "😱": "sợ",
  "😴": "ngủ",
  "🤔": "suy nghĩ",
  "😅": "toát mồ hôi",
  "😊": "vui",
  "😘": "hôn",
  "😍": "yêu",
  "🎉": "chúc mừng",
  "🎂": "sinh nhật",
  "🎁": "quà",
  "🔥": "lửa",
  "✅": "xong",
  "👋": "chào",
  "👌": "được",
  "💪": "cố lên",
  "👀": "nhìn",
  "💡": "ý tưởng",
  "⚠️": "cảnh báo",
  "🚀": "tên lửa",
  "☕": "cà phê",
  "🍺": "bia",
  "🐛": "lỗi",
  "📌": "ghim",
  "⏰": "hẹn giờ",
  "🇻🇳": "việt nam",
};

type Emoji = typeof english[number];
type Shortcodes = Record<string, string | readonly string[] | undefined>;

/** The names that people know, the best known first. */
const KNOWN: readonly Shortcodes[] = [github, slack];

/** A name as it is typed between colons; both sources have hyphens for some underscores. */
const typed = (name: string) =>
  name === "-1" || name === "+1"
    ? name
    : name.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_|_$/g, "");

/** The emoji in the one form that Unicode recommends for interchange, or null. */
function recommended(emoji: string): string | null {
  const forms = [emoji, emoji.replaceAll("\uFE0F", "")];
  return forms.find((form) => /^\p{RGI_Emoji}$/v.test(form)) ?? null;
}

const words = (names: readonly string[]) =>
  new Set(names.flatMap((name) => foldName(name).split("_")));

/** Names by which it is found too, but for what its names say already. */
function tagsOf(tags: readonly string[] | undefined, names: readonly string[]): string[] {
  const said = words(names);
  return (tags ?? []).map(typed).filter((tag) =>
    !foldName(tag).split("_").every((word) => said.has(word))
  );
}

/** Lines of `EMOJI;NAMES;TAGS;VIETNAMESE NAMES;VIETNAMESE TAGS`, the most used first. */
export function emojiTable(): string {
  const offered = english.flatMap((emoji) => {
    const form = recommended(emoji.emoji);
    const { group, version } = emoji;
    const isOffered = group !== undefined && group !== COMPONENTS && version <= NEWEST;
    return form !== null && isOffered ? [{ ...emoji, form }] : [];
  }).sort((a, b) => rank(a) - rank(b));
  const englishNames = namesByEmoji(offered);
  const taken = new Set([...englishNames.values()].flat().map(foldName));
  const inVietnamese = new Map(vietnamese.map((emoji) => [emoji.hexcode, emoji]));
  return offered.map(({ form, hexcode, tags }) => {
    const names = englishNames.get(hexcode)!;
    const { label, tags: vietnameseTags } = inVietnamese.get(hexcode)!;
    const own = [...new Set([SHORT_VIETNAMESE[form] ?? [], label].flat().map(typed))]
      .filter((name) => !taken.has(foldName(name)));
    const columns = [names, tagsOf(tags, names), own, tagsOf(vietnameseTags, own)];
    return [form, ...columns.map((names) => names.join(" "))].join(";");
  }).join("\n");
}

/** English names by code: the known ones, then Unicode's own. A name belongs to one emoji, that of the best known. */
function namesByEmoji(offered: readonly Emoji[]): Map<string, string[]> {
  const names = new Map(offered.map(({ hexcode }) => [hexcode, [] as string[]]));
  const taken = new Set<string>();
  const labels = Object.fromEntries(offered.map(({ hexcode, label }) => [hexcode, label]));
  for (const source of [...KNOWN, labels]) {
    for (const [hexcode, own] of names) {
      for (const name of [source[hexcode] ?? []].flat().map(typed)) {
        if (!taken.has(foldName(name))) own.push(name);
        taken.add(foldName(name));
      }
    }
  }
  return names;
}

function rank({ form, order = 0 }: Emoji & { form: string }): number {
  const common = COMMON.indexOf(form);
  return common < 0 ? order : common - COMMON.length;
}

/** The source of the table's module. */
export function emojiTableModule(): string {
  return `// Written by \`deno task emoji\` from emojibase-data: MIT, Copyright Miles Johnson; names from Unicode's CLDR,
// Unicode License v3.

/** Lines of \`EMOJI;NAMES;TAGS;VIETNAMESE NAMES;VIETNAMESE TAGS\`, those that are used most first. */
export const EMOJI_TABLE = \`
${emojiTable()}
\`.trim();
`;
}

if (import.meta.main) {
  await Deno.writeTextFile(new URL(`../${TABLE}`, import.meta.url), emojiTableModule());
  print(`Wrote ${TABLE}`);
}
