/** The words of each command, in both languages of the page; the first of a language is the one that is offered. */
export const COMMAND_WORDS = {
  task: { vi: ["việc", "viec"], en: ["task"] },
  help: { vi: ["giúp", "giup", "trợ giúp", "tro giup"], en: ["help"] },
} as const;

export type CommandName = keyof typeof COMMAND_WORDS;

/** A command as it is typed. */
export interface TypedCommand {
  name: CommandName;
  /** The text after the command's word, trimmed. */
  rest: string;
}

/** The command with which a text begins; null for any other text, also one that has a space before the slash. */
export function commandIn(text: string): TypedCommand | null {
  if (!text.startsWith("/")) return null;
  const typed = text.slice(1).normalize("NFC");
  for (const [name, words] of Object.entries(COMMAND_WORDS)) {
    for (const word of [...words.vi, ...words.en]) {
      const rest = typed.slice(word.length);
      if (typed.slice(0, word.length).toLowerCase() === word && !/^\S/.test(rest)) {
        return { name: name as CommandName, rest: rest.trim() };
      }
    }
  }
  return null;
}
