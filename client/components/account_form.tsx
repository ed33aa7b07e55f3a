import type { ProblemCode } from "../i18n/error_text.ts";
import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { TextField } from "./text_field.tsx";

/** Props of the login and registration forms. */
export interface AccountFormData {
  username: string;
  /** The path to open after a successful login. */
  next: string;
  problem: { code: ProblemCode; text: string; field: AccountField } | null;
  /** A notice that is not an error. */
  notice: string | null;
}

export type AccountField = "username" | "password" | "form";

interface AccountFormProps {
  kind: "login" | "register";
  language: Language;
  /** `HOST:PORT` of the server that receives the form, prefixed with `tls://` for TLS. */
  server: string;
  /** Whether the connection to the server is unencrypted, so that others could read the password. */
  inTheClear: boolean;
  data: AccountFormData;
}

/** The login or registration form. */
export function AccountForm({ kind, language, server, inTheClear, data }: AccountFormProps) {
  const { username, next, problem, notice } = data;
  const register = kind === "register";
  const problemOf = (field: AccountField) => problem?.field === field ? problem.text : null;
  const query = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  return (
    <div class="card narrow">
      <h1>{t(language, register ? "register_title" : "log_in_title")}</h1>
      {notice !== null
        ? <p class="notice-box" role="status">{notice}</p>
        : <p>{t(language, register ? "register_intro" : "log_in_intro")}</p>}
      {problem?.field === "form" && (
        <p class="problem" id="form-problem" role="alert">
          {problem.code === "unreachable"
            ? t(language, "unreachable_at", { server })
            : problem.text}
        </p>
      )}
      <form method="post" action={`/${kind}`}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="server" value={server} />
        <TextField
          name="username"
          label={t(language, "username")}
          value={username}
          hint={register ? t(language, "username_hint") : undefined}
          problem={problemOf("username")}
          autocomplete="username"
          verbatim
          autofocus={problem === null ? username === "" : problem.field === "username"}
        />
        <TextField
          name="password"
          type="password"
          label={t(language, "password")}
          hint={register ? t(language, "password_hint") : undefined}
          problem={problemOf("password")}
          describedBy={problem?.field === "form" ? "form-problem" : undefined}
          autocomplete={register ? "new-password" : "current-password"}
          autofocus={problem === null ? username !== "" : problem.field !== "username"}
        />
        {inTheClear && <p class="notice-box">{t(language, "in_the_clear", { server })}</p>}
        <button type="submit">{t(language, register ? "register" : "log_in")}</button>
      </form>
      <p class="other-way">
        {t(language, register ? "have_an_account" : "no_account_yet")}{" "}
        <a href={`/${register ? "login" : "register"}${query}`}>
          {t(language, register ? "log_in" : "register")}
        </a>
      </p>
      <p class="other-way">
        {t(language, "server_at")}{" "}
        <a href="/server" title={t(language, "server_choose")}>{server}</a>
      </p>
    </div>
  );
}
