import type { Bilingual } from "../cli/locale.ts";

/** How a command ended: `DONE`, `FAILED` (or it found what is wrong), `MISUSED` (invalid options). */
export type ExitCode = typeof DONE | typeof FAILED | typeof MISUSED;

export const DONE = 0 as const;
export const FAILED = 1 as const;
export const MISUSED = 2 as const;

/** Looks an environment variable up. */
export type Environment = (name: string) => string | undefined;

/** A command of chung-server beside the server itself: `chung-server <name> …`. */
export interface Command {
  name: string;
  /** One line for `chung-server --help`. */
  summary: Bilingual;
  /**
   * Runs it to its end. Results go to standard output, everything else to standard error.
   * @param args the words after the command's name
   * @throws {OptionError} if an option or a word is invalid: the caller reports it and exits with `MISUSED`
   */
  run(args: string[], environment: Environment): Promise<ExitCode>;
}
