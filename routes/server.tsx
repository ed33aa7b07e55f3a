import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ServerForm, type ServerFormData } from "../client/components/server_form.tsx";
import { define } from "../client/define.ts";
import { readForm } from "../client/form.ts";
import { t } from "../client/i18n/translate.ts";
import { formProblem } from "../client/problem.ts";
import { parseServerAddress } from "../client/server_address.ts";

export const handler = define.handlers({
  GET(ctx) {
    const data: ServerFormData = { typed: ctx.state.server.address, problem: null };
    return page(data);
  },

  /** Turns to another server; who was logged in at the one before logs in there. */
  async POST(ctx) {
    const { server, language } = ctx.state;
    const typed = (await readForm(ctx.req)).text("server").trim();
    if (server.fixed !== null) {
      const data: ServerFormData = { typed, problem: null };
      return page(data, { status: 403 });
    }
    const address = parseServerAddress(typed);
    if (address === null) {
      const { text, status } = formProblem("bad_request", t(language, "server_address_wrong"));
      const data: ServerFormData = { typed, problem: text };
      return page(data, { status });
    }
    server.change(address);
    return ctx.redirect("/", 303);
  },
});

export default define.page<typeof handler>(function ServerPage({ data, state }) {
  const { language, server } = state;
  return (
    <>
      <Head>
        <title>{t(language, "server_title")} · Chung</title>
      </Head>
      <ServerForm data={data} server={server} language={language} />
    </>
  );
});
