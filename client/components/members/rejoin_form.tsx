import type { Language } from "../../i18n/language.ts";
import { t } from "../../i18n/translate.ts";
import { ofServer } from "../../shared/paths.ts";

interface RejoinFormProps {
  projectId: number;
  /** `HOST:PORT`. */
  server: string;
  username: string;
  language: Language;
}

/** The form to come back into a project that the user has left. */
export function RejoinForm({ projectId, server, username, language }: RejoinFormProps) {
  return (
    <form method="post" action={ofServer(`/projects/${projectId}/rejoin`, server, username)}>
      <button type="submit" class="secondary">{t(language, "rejoin")}</button>
    </form>
  );
}
