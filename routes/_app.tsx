import { asset } from "fresh/runtime";
import { SiteHeader } from "../client/components/site_header.tsx";
import { define } from "../client/http/define.ts";
import { t } from "../client/i18n/translate.ts";

export default define.page(function App({ Component, state }) {
  // An error page may be rendered before the middleware has set the state.
  const language = state.language ?? "vi";
  const username = state.session?.user.username ?? null;
  const notice = username === null ? null : state.notice;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={asset("/styles.css")} />
        <link rel="stylesheet" href={asset("/markup.css")} />
        <link rel="stylesheet" href={asset("/log.css")} />
        <link rel="stylesheet" href={asset("/composer.css")} />
        <script type="module" src={asset("/caret.js")} />
      </head>
      <body>
        <a class="skip-link" href="#main">{t(language, "skip_to_content")}</a>
        <SiteHeader language={language} username={username} />
        {notice !== null && (
          // Focused: what is on a page from the start is read out only where the focus is.
          <p class="notice-box page-notice" role="status" tabIndex={-1} autofocus>
            {t(language, notice)}
          </p>
        )}
        <main id="main" tabIndex={-1}>
          <Component />
        </main>
      </body>
    </html>
  );
});
