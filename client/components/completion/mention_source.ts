import type { CompletionSource } from "./completion_source.ts";
import { mentionOptions, mentionPrefix } from "./mention_list.ts";

/**
 * Completes members' names after an @.
 * @param me the user's own name, which is not offered
 */
export function mentionSource(
  label: string,
  names: readonly string[],
  me: string,
): CompletionSource {
  return {
    label,
    suggest(text, caret) {
      const typed = mentionPrefix(text, caret);
      if (typed === null) return null;
      const { options, active } = mentionOptions(typed.prefix, names, me);
      return {
        from: typed.from,
        options: options.map((name) => ({ text: `@${name} `, name })),
        active,
      };
    },
  };
}
