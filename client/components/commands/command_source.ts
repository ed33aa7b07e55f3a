import type { CompletionSource } from "../completion/completion_source.ts";
import { foldName } from "../completion/fold_name.ts";
import { COMMAND_WORDS, type CommandName } from "./command_words.ts";

/** Matches the word of a command that is begun at the beginning of a text. */
const BEGUN = /^\/(\p{L}*)$/u;

/**
 * Completes the words of commands after a slash at the beginning, those of the page's language first.
 * @param means what each command does
 */
export function commandSource(
  label: string,
  means: Record<CommandName, string>,
  language: string,
): CompletionSource {
  return {
    label,
    suggest(text, caret) {
      const begun = BEGUN.exec(text.slice(0, caret))?.[1];
      if (begun === undefined || text.length !== caret) return null;
      const typed = foldName(begun);
      const options = (Object.keys(means) as CommandName[]).flatMap((name) => {
        const { vi, en } = COMMAND_WORDS[name];
        const words: string[] = language === "vi" ? [vi[0], en[0]] : [en[0], vi[0]];
        const word = words.find((word) => foldName(word).startsWith(typed));
        // One that is written in full is entered.
        if (word === undefined || foldName(word) === typed) return [];
        return [{ text: `/${word} `, name: `/${word}`, hint: means[name] }];
      });
      return { from: 0, options, active: 0 };
    },
  };
}
