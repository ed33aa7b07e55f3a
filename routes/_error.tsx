import { HttpError } from "fresh";
import { Head } from "fresh/runtime";
import { define } from "../client/http/define.ts";
import { t } from "../client/i18n/translate.ts";
import type { MessageKey } from "../client/i18n/vi.ts";
import { problemOf } from "../client/http/problem.ts";
import { ChungError } from "../lib/errors.ts";
import { WaitingForServer } from "../client/pages/waiting_for_server.tsx";
import { ServerUnreachable } from "../client/upstream/server_unreachable.ts";

/** Statuses that mean the server or connection is too slow or busy. */
const BUSY = [408, 429, 503];

function about(status: number): "not_found" | "refused" | "busy" | "problem" | "failed" {
  if (status === 404) return "not_found";
  if (status === 403) return "refused";
  if (BUSY.includes(status)) return "busy";
  return status < 500 ? "problem" : "failed";
}

/** Renders errors that no other page handles, without revealing internals. */
export default define.page(function ErrorPage({ error, state }) {
  const language = state.language ?? "vi";
  if (error instanceof HttpError && error.cause instanceof ServerUnreachable) {
    const { distrust } = error.cause;
    const problem = distrust === null ? null : t(language, `error_${distrust}`);
    const title = problem === null ? "page_unreachable_title" : "page_unsafe_title";
    return (
      <>
        <Head>
          <title>{t(language, title)} · Chung</title>
        </Head>
        <WaitingForServer language={language} server={state.server.address} problem={problem} />
      </>
    );
  }
  const kind = about(error instanceof HttpError ? error.status : 500);
  const cause = error instanceof HttpError && error.cause instanceof ChungError
    ? error.cause
    : null;
  const forbidden = cause?.code === "forbidden";
  const title: MessageKey = forbidden ? "page_forbidden_title" : `page_${kind}_title`;
  // The server's own explanation, in the user's language.
  const told = cause !== null && (kind === "busy" || forbidden)
    ? problemOf(cause, language).text
    : null;
  return (
    <div class="card narrow">
      <Head>
        <title>{t(language, title)} · Chung</title>
      </Head>
      <h1>{t(language, title)}</h1>
      <p>{told ?? t(language, `page_${kind}_text`)}</p>
      {kind === "busy" && (
        <p>
          <a class="button" href="">{t(language, "try_again")}</a>
        </p>
      )}
      <p>
        <a class={kind === "busy" ? undefined : "button"} href="/">
          {t(language, "back_to_start")}
        </a>
      </p>
    </div>
  );
});
