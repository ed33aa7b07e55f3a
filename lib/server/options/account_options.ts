import { DEFAULT_LIMITS } from "../../model/limits.ts";
import type { OptionTable } from "../../cli/options.ts";

/** Options about accounts, passwords, tokens and logins. */
export const ACCOUNT_OPTIONS = {
  registration: {
    env: "CHUNG_REGISTRATION",
    value: "open|invite|closed",
    default: "open",
    choices: ["open", "invite", "closed"],
    help: {
      en: "who may create an account by themselves: anybody, who is invited, or nobody",
      vi: "ai được tự tạo tài khoản: mọi người, người được mời, hoặc không ai",
    },
  },
  "bcrypt-cost": {
    env: "CHUNG_BCRYPT_COST",
    value: "N",
    default: 10,
    min: 10,
    max: 15,
    help: {
      en: "cost of hashing a password; each step doubles the work",
      vi: "công sức băm mật khẩu; mỗi bậc là gấp đôi",
    },
  },
  "max-username": {
    env: "CHUNG_MAX_USERNAME",
    value: "N",
    default: DEFAULT_LIMITS.maxUsername,
    min: 1,
    max: 255,
    help: {
      en: "maximum length of a username in characters",
      vi: "tên đăng nhập dài nhất, tính bằng ký tự",
    },
  },
  "max-name": {
    env: "CHUNG_MAX_NAME",
    value: "N",
    default: DEFAULT_LIMITS.maxName,
    min: 1,
    max: 255,
    help: {
      en: "maximum length of a display name in characters",
      vi: "tên hiển thị dài nhất, tính bằng ký tự",
    },
  },
  "min-password": {
    env: "CHUNG_MIN_PASSWORD",
    value: "N",
    default: DEFAULT_LIMITS.minPassword,
    min: 1,
    max: 72,
    help: {
      en: "minimum length of a password in characters",
      vi: "mật khẩu ngắn nhất, tính bằng ký tự",
    },
  },
  "max-password": {
    env: "CHUNG_MAX_PASSWORD",
    value: "BYTES",
    default: DEFAULT_LIMITS.maxPassword,
    min: 1,
    max: 72,
    help: {
      en: "maximum length of a password in bytes; bcrypt reads at most 72",
      vi: "mật khẩu dài nhất, tính bằng byte; bcrypt chỉ đọc 72",
    },
  },
  "token-seconds": {
    env: "CHUNG_TOKEN_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.tokenSeconds,
    min: 1,
    max: 10 * 365 * 24 * 60 * 60,
    help: { en: "lifetime of a token", vi: "thời hạn của token" },
  },
  "max-failed-logins": {
    env: "CHUNG_MAX_FAILED_LOGINS",
    value: "N",
    default: DEFAULT_LIMITS.maxFailedLogins,
    min: 1,
    help: {
      en: "failed logins in a row, for one name from one address, before a wait",
      vi: "số lần đăng nhập sai liên tiếp, của một tên từ một địa chỉ, trước khi phải chờ",
    },
  },
  "login-wait-seconds": {
    env: "CHUNG_LOGIN_WAIT_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.loginWaitSeconds,
    min: 1,
    max: 86_400,
    help: {
      en: "first such wait; each further failure doubles it",
      vi: "lần chờ đầu tiên; mỗi lần sai thêm là gấp đôi",
    },
  },
  "max-login-wait-seconds": {
    env: "CHUNG_MAX_LOGIN_WAIT_SECONDS",
    value: "S",
    default: DEFAULT_LIMITS.maxLoginWaitSeconds,
    min: 1,
    max: 86_400,
    help: { en: "maximum such wait", vi: "lần chờ dài nhất" },
  },
} as const satisfies OptionTable;
