import { type Bilingual, type Language, systemLanguage } from "../cli/locale.ts";
import { describeOptions } from "../cli/option_help.ts";
import { OptionError, type Options, type OptionTable, parseCommandLine } from "../cli/options.ts";
import { print } from "../cli/program.ts";
import { VERSION } from "../cli/version.ts";

/** The parts of a command's `--help` around its options. */
export interface CommandText {
  /** The purpose, and how it is called. */
  before: Bilingual;
  /** Examples and exit codes. */
  after: Bilingual;
}

const OPTIONS: Bilingual = {
  en: "Options (environment variable, default)",
  vi: "Tùy chọn (biến môi trường, mặc định)",
};

export function commandHelp(text: CommandText, table: OptionTable, language: Language): string {
  const options = describeOptions([{ title: OPTIONS, options: table }], language);
  return [text.before[language], options, text.after[language]].join("\n\n");
}

/**
 * Reads the options and the one word that a command takes. If `--help` or `--version` is among them, prints that and
 * returns null.
 * @param word the name of the word in messages
 * @throws {OptionError} if an option is invalid, or the word is missing or not alone
 */
export function readCommandLine<T extends OptionTable>(
  { text, table, word }: { text: CommandText; table: T; word: string },
  args: string[],
  environment: (name: string) => string | undefined,
): { options: Options<T>; word: string } | null {
  const read = parseCommandLine(table, args, environment);
  if (typeof read === "string") {
    print(read === "help" ? commandHelp(text, table, systemLanguage()) : `chung-server ${VERSION}`);
    return null;
  }
  if (read.words.length !== 1 || read.words[0] === "") {
    throw new OptionError(`name one ${word}; --help tells more`);
  }
  return { options: read.options, word: read.words[0] };
}
