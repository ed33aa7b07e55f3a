import type { ComponentChildren } from "preact";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { ofServer } from "../shared/paths.ts";
import { MembersInput } from "./members/picking/members_input.tsx";
import { TextField } from "./text_field.tsx";

/** Values and error of the new-project form. */
export interface NewProjectFormData {
  name: string;
  members: string;
  /** Idempotency tag: posting this form twice creates one project. */
  tag: string;
  problem: { text: string; field: "name" | "form" } | null;
}

interface NewProjectFormProps {
  data: NewProjectFormData;
  /** `HOST:PORT`. */
  server: string;
  username: string;
  language: Language;
  /** Offers people to choose from. */
  children: ComponentChildren;
}

/** The form to create a project with its first members. */
export function NewProjectForm(props: NewProjectFormProps) {
  const { data, server, username, language, children } = props;
  return (
    <section class="card" aria-labelledby="new-project">
      <h2 id="new-project">{t(language, "new_project")}</h2>
      <form method="post" action={ofServer("/", server, username)}>
        {data.problem?.field === "form" && (
          <p class="problem" id="new-project-problem" role="alert">{data.problem.text}</p>
        )}
        <input type="hidden" name="tag" autocomplete="off" value={data.tag} />
        <TextField
          name="name"
          label={t(language, "project_name")}
          value={data.name}
          problem={data.problem?.field === "name" ? data.problem.text : undefined}
          describedBy={data.problem?.field === "form" ? "new-project-problem" : undefined}
          autocomplete="off"
          autofocus={data.problem !== null}
        />
        <div class="field">
          <label for="members">{t(language, "members_field_optional")}</label>
          <MembersInput names={data.members} describedBy="members-hint">{children}</MembersInput>
          <p class="hint" id="members-hint">{t(language, "members_field_hint")}</p>
        </div>
        <button type="submit">{t(language, "create_project")}</button>
      </form>
    </section>
  );
}
