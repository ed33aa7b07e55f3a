import { OptionError, type Options, type OptionTable } from "../../cli/options.ts";
import { dayKey, dayName } from "../../audit/reading/log_files.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";

export const LOG_OPTIONS = {
  log: SERVER_OPTIONS.log,
  data: SERVER_OPTIONS.data,
  day: {
    value: "DAY",
    default: "",
    help: {
      en: "one day only, as 30_10_2024 or 2024-10-30",
      vi: "chỉ một ngày, viết như 30_10_2024 hoặc 2024-10-30",
    },
  },
  action: {
    value: "ACTION",
    default: "",
    multiple: true,
    help: {
      en: "this action's file only, or event, invalid, connection; may be given again",
      vi: "chỉ tệp của thao tác này, hoặc event, invalid, connection; dùng được nhiều lần",
    },
  },
  user: {
    value: "NAME",
    default: "",
    help: { en: "entries of this user only", vi: "chỉ của người này" },
  },
  lines: {
    value: "N",
    default: 10,
    max: 1_000_000,
    help: {
      en: "entries that tail begins with",
      vi: "số mục mà tail in ra lúc đầu",
    },
  },
  "files-only": {
    default: false,
    help: {
      en: "verify the files by themselves, without the database",
      vi: "verify chỉ xét các tệp, không hỏi cơ sở dữ liệu",
    },
  },
  json: {
    default: false,
    help: { en: "print a line of JSON for each result", vi: "in mỗi kết quả là một dòng JSON" },
  },
} as const satisfies OptionTable;

export type LogOptions = Options<typeof LOG_OPTIONS>;

/**
 * Reads a day as it is typed.
 * @returns as `30_10_2024`; null for the empty text
 * @throws {OptionError}
 */
export function readDay(text: string): string | null {
  if (text === "") return null;
  if (dayKey(text) !== null) return text;
  if (/^\d{4}-\d\d-\d\d$/.test(text) && dayKey(dayName(text)) !== null) return dayName(text);
  throw new OptionError(`a day is as 30_10_2024 or 2024-10-30, not ${JSON.stringify(text)}`);
}

/** The files that `--action` leaves; all where it is not given. */
export function chosenFiles(files: readonly string[], { action }: LogOptions): string[] {
  const chosen = action.toLowerCase().split(",").filter((word) => word !== "");
  return files.filter((file) => chosen.length === 0 || chosen.includes(file));
}
