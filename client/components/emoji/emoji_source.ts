import type { CompletionSource } from "../completion/completion_source.ts";
import { typedEmoji, writtenEmoji } from "./typed_emoji.ts";

type EmojiSearch = import("./emoji_search.ts").EmojiSearch;

let search: EmojiSearch | null = null;
let loading: Promise<void> | null = null;

/** Calls `done` once the names are here; if loading fails, it is tried again at the next one that is typed. */
function load(done: () => void): void {
  loading ??= import("./emoji_search.ts").then(({ allEmoji }) => {
    search = allEmoji();
  });
  loading.then(done, () => loading = null);
}

/** Completes emoji by their names after a colon, which is kept where it is no emoji's. */
export function emojiSource(label: string): CompletionSource {
  return {
    label,
    suggest(text, caret, again) {
      const typed = typedEmoji(text, caret);
      if (typed === null) return null;
      if (search === null) load(again);
      const language = document.documentElement.lang === "vi" ? "vi" : "en";
      const found = search?.find(typed.name, language) ?? [];
      const options = found.map(({ emoji, name, language }) => (
        { text: `${emoji} `, name, emoji, lang: language }
      ));
      return { from: typed.from, options, active: 0 };
    },
    replace(text, caret, again) {
      const written = writtenEmoji(text, caret);
      if (written === null) return null;
      if (search === null) load(again);
      const emoji = search?.named(written.name);
      return emoji === undefined ? null : { from: written.from, text: emoji };
    },
  };
}
