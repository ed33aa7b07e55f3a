import type { Language } from "../i18n/language.ts";
import { t } from "../i18n/translate.ts";
import type { ServerChoice } from "../shared/server_choice.ts";
import { TextField } from "./text_field.tsx";

/** Values and error of the server form. */
export interface ServerFormData {
  /** The address as typed, or the current one; without `tls://`. */
  typed: string;
  tls: boolean;
  problem: string | null;
}

interface ServerFormProps {
  data: ServerFormData;
  server: ServerChoice;
  language: Language;
}

/** Shows the current server, with a form to choose another. */
export function ServerForm({ data, server, language }: ServerFormProps) {
  return (
    <div class="card narrow">
      <h1>{t(language, "server_title")}</h1>
      <p>{t(language, "server_now", { server: server.address })}</p>
      {server.fixed !== null
        ? <p class="notice-box" role="status">{t(language, `server_fixed_${server.fixed}`)}</p>
        : (
          <form method="post" action="/server">
            <TextField
              name="server"
              label={t(language, "server_address")}
              value={data.typed}
              hint={t(language, "server_address_hint")}
              problem={data.problem ?? undefined}
              autocomplete="off"
              maxLength={300}
              verbatim
              autofocus
            />
            <div class="field">
              <label class="choice">
                <input
                  type="checkbox"
                  name="tls"
                  value="1"
                  checked={data.tls}
                  aria-describedby="tls-hint"
                />
                {t(language, "server_tls")}
              </label>
              <p class="hint" id="tls-hint">{t(language, "server_tls_hint")}</p>
            </div>
            <p class="hint">{t(language, "server_change_hint")}</p>
            <button type="submit">{t(language, "server_change")}</button>
          </form>
        )}
      <p class="other-way">
        <a href="/">{t(language, "back_to_start")}</a>
      </p>
    </div>
  );
}
