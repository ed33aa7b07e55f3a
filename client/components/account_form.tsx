import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import { TextField } from "./text_field.tsx";

/** Props of the login and registration forms. */
export interface AccountFormData {
  username: string;
  /** The code of an invitation. */
  code?: string;
  /** The path to open after a successful login. */
  next: string;
  /** Identifies a registration form, so that posting it twice registers once. */
  tag: string;
  problems: AccountProblems;
  /** A notice that is not an error. */
  notice: string | null;
}

/** Every fault that is known, as a sentence at its field; `form` is for those of no field. */
export type AccountProblems = Partial<Record<"code" | "username" | "password" | "form", string>>;

export const TITLES = {
  login: "log_in_title",
  register: "register_title",
  join: "join_title",
} as const;

const INTROS = {
  login: "log_in_intro",
  register: "register_intro",
  join: "join_intro",
} as const;

interface AccountFormProps {
  kind: "login" | "register" | "join";
  language: Language;
  /** `HOST:PORT` of the server that receives the form, prefixed with `tls://` for TLS. */
  server: string;
  /** Whether the connection to the server is unencrypted, so that others could read the password. */
  inTheClear: boolean;
  /** Whether to tell the server and lead to the choice of another one; not to the visitors of a shared client. */
  tellsServer: boolean;
  data: AccountFormData;
}

/** The form of a login, a registration, or a registration by invitation. */
export function AccountForm(props: AccountFormProps) {
  const { kind, language, server, inTheClear, tellsServer, data } = props;
  const { username, next, tag, problems, notice } = data;
  const register = kind !== "login";
  const joins = kind === "join";
  const faulty = Object.keys(problems).length > 0;
  const codeFirst = joins && (faulty ? problems.code !== undefined : true);
  const nameFirst = !codeFirst && (faulty ? problems.username !== undefined : username === "");
  const query = next === "/" ? "" : `?${new URLSearchParams({ next })}`;
  return (
    <div class="card narrow">
      <h1>{t(language, TITLES[kind])}</h1>
      {notice !== null
        ? <p class="notice-box" role="status">{notice}</p>
        : <p>{t(language, INTROS[kind])}</p>}
      {problems.form !== undefined && (
        <p class="problem" id="form-problem" role="alert">{problems.form}</p>
      )}
      <form method="post" action={`/${kind}`}>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="server" value={server} />
        {register && <input type="hidden" name="tag" autocomplete="off" value={tag} />}
        {joins && (
          <TextField
            name="code"
            label={t(language, "join_code")}
            value={data.code}
            hint={t(language, "join_code_hint")}
            problem={problems.code}
            autocomplete="off"
            verbatim
            autofocus={codeFirst}
          />
        )}
        <TextField
          name="username"
          label={t(language, "username")}
          value={username}
          hint={register ? t(language, "username_hint") : undefined}
          problem={problems.username}
          autocomplete="username"
          verbatim
          autofocus={nameFirst}
        />
        <TextField
          name="password"
          type="password"
          label={t(language, "password")}
          hint={register ? t(language, "password_hint") : undefined}
          problem={problems.password}
          describedBy={problems.form === undefined ? undefined : "form-problem"}
          autocomplete={register ? "new-password" : "current-password"}
          autofocus={!codeFirst && !nameFirst}
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
      {kind === "register" && (
        <p class="other-way">
          {t(language, "have_a_code")} <a href="/join">{t(language, "use_a_code")}</a>
        </p>
      )}
      {tellsServer && (
        <p class="other-way">
          {t(language, "server_at")}{" "}
          <a href="/server" title={t(language, "server_choose")}>{server}</a>
        </p>
      )}
    </div>
  );
}
