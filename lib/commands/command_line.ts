import { type Bilingual, type Language, systemLanguage } from "../cli/locale.ts";
import { describeOptions } from "../cli/option_help.ts";
import {
  type CommandLine,
  OptionError,
  type OptionTable,
  parseCommandLine,
} from "../cli/options.ts";
import { print } from "../cli/program.ts";
import { VERSION } from "../cli/version.ts";
import { type Command, DONE, type Environment, type ExitCode } from "./command.ts";

/** The parts of a command's `--help` around its options. */
export interface CommandText {
  /** The purpose, and how it is called. */
  before: Bilingual;
  /** Examples and exit codes. */
  after: Bilingual;
}

/** A command as its module defines it: data and one function. */
export interface CommandDefinition<T extends OptionTable>
  extends Pick<Command, "name" | "summary"> {
  text: CommandText;
  table: T;
  /** The options that `--help` lists; all of the table's where left out. */
  listed?: OptionTable;
  /** Whether it takes words beside its options; yes where left out. */
  takesWords?: boolean;
  /** @throws {OptionError} if an option or a word is invalid */
  run(line: CommandLine<T> & { environment: Environment }): ExitCode | Promise<ExitCode>;
}

/** Makes a command, which answers `--help` and `--version` by itself. */
export function defineCommand<T extends OptionTable>(
  { name, summary, text, table, listed = table, takesWords, run }: CommandDefinition<T>,
): Command {
  return {
    name,
    summary,
    async run(args, environment) {
      const read = parseCommandLine(table, args, environment, { words: takesWords });
      if (typeof read !== "string") return await run({ ...read, environment });
      print(
        read === "help" ? commandHelp(text, listed, systemLanguage()) : `chung-server ${VERSION}`,
      );
      return DONE;
    },
  };
}

/**
 * Returns the one word that a command takes.
 * @param word its name in messages
 * @throws {OptionError} if it is missing or not alone
 */
export function oneWord(words: string[], word: string): string {
  if (words.length === 1 && words[0] !== "") return words[0];
  throw new OptionError(`name one ${word}; --help tells more`);
}

const OPTIONS: Bilingual = {
  en: "Options (environment variable, default)",
  vi: "Tùy chọn (biến môi trường, mặc định)",
};

/** The text of a command's `--help`. */
export function commandHelp(text: CommandText, table: OptionTable, language: Language): string {
  const options = describeOptions([{ title: OPTIONS, options: table }], language);
  return [text.before[language], options, text.after[language]].join("\n\n");
}
