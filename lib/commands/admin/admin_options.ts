import type { OptionTable } from "../../cli/options.ts";
import {
  INVITATION_DAYS,
  INVITATION_USES,
  MAX_INVITATION_DAYS,
  MAX_INVITATION_USES,
} from "../../model/accounts/invitation.ts";
import { SERVER_OPTIONS } from "../../server/options/server_options.ts";

export const ADMIN_OPTIONS = {
  data: SERVER_OPTIONS.data,
  log: SERVER_OPTIONS.log,
  uses: {
    value: "N",
    default: INVITATION_USES,
    min: 1,
    max: MAX_INVITATION_USES,
    help: { en: "accounts that an invitation is good for", vi: "số tài khoản của một lời mời" },
  },
  days: {
    value: "N",
    default: INVITATION_DAYS,
    min: 1,
    max: MAX_INVITATION_DAYS,
    help: { en: "days that an invitation is good for", vi: "số ngày của một lời mời" },
  },
  "password-stdin": {
    default: false,
    help: {
      en: "read the new password from standard input, instead of making one",
      vi: "đọc mật khẩu mới từ đầu vào chuẩn, thay vì tạo ngẫu nhiên",
    },
  },
  json: {
    default: false,
    help: { en: "print the server's answer as JSON", vi: "in câu trả lời của máy chủ bằng JSON" },
  },
} as const satisfies OptionTable;
