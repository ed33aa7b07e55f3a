import { OptionError, type Options, type OptionTable } from "../../cli/options.ts";

/** Options about backups that the server makes by itself. */
export const BACKUP_OPTIONS = {
  "backup-to": {
    env: "CHUNG_BACKUP_TO",
    value: "DIR",
    default: "",
    help: {
      en: "make backups of the data folder here, on another disk; a folder for each server",
      vi: "tự sao lưu thư mục dữ liệu vào đây, nên ở ổ đĩa khác; mỗi máy chủ một thư mục",
    },
  },
  "backup-every": {
    env: "CHUNG_BACKUP_EVERY",
    value: "TIME",
    default: "1d",
    help: {
      en: "how often, in minutes, hours or days, such as 30m, 12h",
      vi: "bao lâu một lần, tính bằng phút (m), giờ (h) hoặc ngày (d), ví dụ 30m, 12h",
    },
  },
  "backup-keep": {
    env: "CHUNG_BACKUP_KEEP",
    value: "N",
    default: 14,
    min: 1,
    help: {
      en: "how many of them to keep, the newest",
      vi: "giữ lại bao nhiêu bản sao mới nhất",
    },
  },
  "backup-encrypt-to": {
    env: "CHUNG_BACKUP_ENCRYPT_TO",
    value: "RECIPIENT",
    default: "",
    help: {
      en: "encrypt them to this recipient of age (age1…)",
      vi: "mã hóa các bản sao cho người nhận này của age (age1…)",
    },
  },
} as const satisfies OptionTable;

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A year in milliseconds. */
const LONGEST = 365 * UNITS.d;

/** When and where a server backs up its data folder. */
export interface BackupPlan {
  /** The folder that gets the backups. */
  folder: string;
  /** Milliseconds. */
  every: number;
  /** How many backups are kept. */
  keep: number;
  /** A recipient of age, or null. */
  recipient: string | null;
}

/**
 * Reads the plan out of a server's options; null if no backups are wanted.
 * @throws {OptionError} if `--backup-every` is no time
 */
export function backupPlan(options: Options<typeof BACKUP_OPTIONS>): BackupPlan | null {
  const every = readTime(options["backup-every"]);
  if (options["backup-to"] === "") return null;
  return {
    folder: options["backup-to"],
    every,
    keep: options["backup-keep"],
    recipient: options["backup-encrypt-to"] || null,
  };
}

function readTime(text: string): number {
  const [, count, unit] = /^([0-9]{1,6})([mhd])$/.exec(text) ?? [];
  const time = Number(count) * UNITS[unit];
  if (time > 0 && time <= LONGEST) return time;
  throw new OptionError(
    `--backup-every (CHUNG_BACKUP_EVERY) must be a time of at most 365d such as 30m, 12h or 1d, not ${
      JSON.stringify(text)
    }`,
  );
}
