import { parseArgs } from "node:util";
import { inBrackets, parseAddress, parseHost } from "../loopback.ts";
import type { Bilingual } from "./locale.ts";

/** An option, on the command line and in the environment. */
export interface OptionDefinition {
  /** The environment variable, if there is one; the flag is the key in the table. */
  env?: string;
  /** One line for `--help`. */
  help: Bilingual;
  /** The placeholder for the value in `--help`; omitted for switches. */
  value?: string;
  default: string | number | boolean;
  /** The range of a number. */
  min?: number;
  max?: number;
  /** The allowed values of a text. */
  choices?: readonly string[];
  /** Whether a text may be given again; the values are then joined by commas. */
  multiple?: boolean;
  /** Whether a text is a host, which is returned in the spelling of parseHost. */
  host?: boolean;
  /** Whether a text is `HOST:PORT` or a port; it is returned as `HOST:PORT`. */
  address?: boolean;
}

export type OptionTable = Record<string, OptionDefinition>;

type Widen<T> = T extends number ? number : T extends boolean ? boolean : string;

/** Where an option's value comes from. */
export type OptionSource = "default" | "environment" | "command_line";

/** The values of a table's options, typed by their defaults. */
export type Options<T extends OptionTable> = { [K in keyof T]: Widen<T[K]["default"]> };

/** An invalid option. The message is one line for the user; the program exits with 2. */
export class OptionError extends Error {
  override readonly name = "OptionError";
}

/** The values of a table's options where nobody sets any. */
export function defaultsOf<T extends OptionTable>(table: T): Options<T> {
  return Object.fromEntries(
    Object.entries(table).map(([flag, definition]) => [flag, definition.default]),
  ) as Options<T>;
}

/**
 * Reads options from the command line, then the environment, then the defaults. When `--help` or `--version` is given,
 * returns only that.
 * @throws {OptionError} if an option is unknown or its value is invalid
 */
export function parseOptions<T extends OptionTable>(
  table: T,
  args: string[],
  environment: (name: string) => string | undefined,
): Options<T> | "help" | "version" {
  const parsed = parseCommandLine(table, args, environment, { words: false });
  return typeof parsed === "string" ? parsed : parsed.options;
}

/** The options of a command line, where the value of each comes from, and the words beside them, in order. */
export interface CommandLine<T extends OptionTable> {
  options: Options<T>;
  sources: Record<keyof T, OptionSource>;
  words: string[];
}

/**
 * Like `parseOptions`, and tells the rest of the command line too.
 * @param given.words whether there may be words beside the options, in any order
 */
export function parseCommandLine<T extends OptionTable>(
  table: T,
  args: string[],
  environment: (name: string) => string | undefined,
  { words: allowPositionals = true }: { words?: boolean } = {},
): CommandLine<T> | "help" | "version" {
  let given: Record<string, unknown>;
  let words: string[];
  try {
    const parsed = parseArgs({
      args,
      allowNegative: false,
      allowPositionals,
      options: {
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
        ...Object.fromEntries(
          Object.entries(table).map(([flag, definition]) => [flag, {
            type: typeof definition.default === "boolean" ? "boolean" as const : "string" as const,
            multiple: definition.multiple ?? false,
          }]),
        ),
      },
    });
    given = parsed.values;
    words = parsed.positionals;
  } catch (error) {
    const reason = (error as Error).message.split(/[\n]|\. /)[0].replace(/\.$/, "");
    throw new OptionError(`${reason}; --help lists the options`);
  }
  if (given.help) return "help";
  if (given.version) return "version";
  const options: Record<string, unknown> = {};
  const sources: Record<string, OptionSource> = {};
  for (const [flag, definition] of Object.entries(table)) {
    const written = given[flag] as string | boolean | string[] | undefined;
    const inherited = definition.env && environment(definition.env);
    if (written !== undefined) {
      options[flag] = readValue(`--${flag}`, String(written), definition);
      sources[flag] = "command_line";
    } else if (inherited !== undefined && inherited !== "") {
      options[flag] = readValue(definition.env!, inherited, definition);
      sources[flag] = "environment";
    } else {
      options[flag] = definition.default;
      sources[flag] = "default";
    }
  }
  return { options: options as Options<T>, sources: sources as CommandLine<T>["sources"], words };
}

function readValue(
  source: string,
  text: string,
  definition: OptionDefinition,
): string | number | boolean {
  if (typeof definition.default === "boolean") {
    if (/^(1|true|yes)$/i.test(text)) return true;
    if (/^(0|false|no)$/i.test(text)) return false;
    throw new OptionError(`${source} must be true or false, not ${JSON.stringify(text)}`);
  }
  if (typeof definition.default === "number") {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = definition;
    const value = /^[0-9]+$/.test(text) ? Number(text) : NaN;
    if (!(value >= min && value <= max)) {
      const range = max === Number.MAX_SAFE_INTEGER
        ? `of at least ${min}`
        : `from ${min} to ${max}`;
      throw new OptionError(
        `${source} must be a whole number ${range}, not ${JSON.stringify(text)}`,
      );
    }
    return value;
  }
  if (definition.choices && !definition.choices.includes(text)) {
    throw new OptionError(
      `${source} must be ${definition.choices.join(" or ")}, not ${JSON.stringify(text)}`,
    );
  }
  if (text === "") throw new OptionError(`${source} needs a value`);
  if (definition.address) return readAddress(source, text);
  return definition.host ? readHost(source, text) : text;
}

function readAddress(source: string, text: string): string {
  const address = parseAddress(text);
  if (address !== null) return `${inBrackets(address.hostname)}:${address.port}`;
  throw new OptionError(
    `${source} must be a port, or an address with a port, for example 9464, 127.0.0.1:9464 or ` +
      `[::1]:9464, not ${JSON.stringify(text)}`,
  );
}

function readHost(source: string, text: string): string {
  const host = parseHost(text);
  if (host !== null) return host;
  throw new OptionError(
    `${source} must be an address or a name without a port, for example 127.0.0.1, ::1 or ` +
      `localhost, not ${JSON.stringify(text)}`,
  );
}
