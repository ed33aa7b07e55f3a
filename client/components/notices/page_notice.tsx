import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import type { MessageKey } from "../../i18n/vi.ts";
import type { Notice } from "../../shared/notice.ts";
import { ofServer } from "../../shared/paths.ts";
import { FocusedNotice } from "./focused_notice.tsx";
import type { Undo } from "./undo_form.tsx";
import { NamedText } from "../named_text.tsx";

interface PageNoticeProps {
  notice: Notice;
  language: Language;
  /** `HOST:PORT`. */
  server: string;
  username: string;
}

const SENTENCES: Record<Notice["did"], MessageKey> = {
  had_account: "had_account",
  removed: "member_removed",
  transferred: "owner_made",
  left: "project_left",
  rejoined: "project_rejoined",
  archived: "project_archived",
  restored: "project_restored",
  renamed: "project_renamed_to",
  task_moved: "task_moved_notice",
  task_deleted: "task_deleted_notice",
  name_set: "display_name_set",
  name_removed: "display_name_removed",
  password_changed: "password_changed",
  login_ended: "device_ended",
  logins_ended: "devices_ended",
  made_admin: "account_made_admin",
  made_user: "account_made_user",
  stepped_down: "account_made_user_self",
  password_reset: "account_reset_done",
  disabled: "account_was_disabled",
  enabled: "account_was_enabled",
  invitation_revoked: "invitation_revoked",
};

/** Tells what was just done, first on the next page, with a button that takes it back where that is possible. */
export function PageNotice({ notice, language, server, username }: PageNoticeProps) {
  const { did, project, task, about = "" } = notice;
  const undo = undoOf(notice);
  return (
    <FocusedNotice
      class="page-notice"
      undo={undo && {
        action: ofServer(`/projects/${project?.id}${undo.path}`, server, username),
        fields: undo.fields ?? {},
        label: t(language, undo.label),
      }}
    >
      <NamedText
        text={t(language, SENTENCES[did])}
        values={{
          user: about,
          name: about,
          title: about,
          project: project?.name ?? "",
          status: task === undefined ? "" : t(language, `status_${task.status}`),
        }}
      />
    </FocusedNotice>
  );
}

interface Way {
  /** Below the project's path. */
  path: string;
  fields?: Undo["fields"];
  label: MessageKey;
}

/** The way back from what was done; null where there is none. */
function undoOf({ did, project, task, about = "" }: Notice): Way | null {
  const back = task?.back && { back: task.back };
  switch (did) {
    case "removed":
      return { path: "/people", fields: { members: about }, label: "add_again" };
    case "left":
      return { path: "/rejoin", label: "come_back" };
    case "archived":
      return { path: "/restore", label: "restore_now" };
    case "restored":
      return { path: "/archive", label: "archive_again" };
    case "renamed": {
      if (about === project?.name) return null;
      const fields = { name: about, was: project?.name ?? "" };
      return { path: "/name", fields, label: "old_name_back" };
    }
    case "task_deleted":
      return { path: `/tasks/${task?.id}`, fields: { do: "restore", ...back }, label: "undo" };
    case "task_moved": {
      if (task?.was === undefined) return null;
      const { status, before } = task.was;
      const fields = { do: "move", status, before: String(before ?? ""), ...back };
      return { path: `/tasks/${task.id}`, fields, label: "undo" };
    }
    default:
      return null;
  }
}
