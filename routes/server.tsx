import { page } from "fresh";
import { Head } from "fresh/runtime";
import { ServerForm, type ServerFormData } from "../client/components/server_form.tsx";
import { define } from "../client/http/define.ts";
import { t } from "../client/i18n/translate.ts";
import { formProblem } from "../client/http/problem.ts";
import { parseServerAddress, withTls } from "../client/shared/server_address.ts";

/** Form values for an address; TLS has a checkbox of its own. */
function formData(typed: string, tls: boolean, problem: string | null): ServerFormData {
  const written = /^tls:\/\//i.test(typed);
  return { typed: written ? typed.slice("tls://".length) : typed, tls: tls || written, problem };
}

export const handler = define.handlers({
  GET(ctx) {
    return page(formData(ctx.state.server.address, false, null));
  },

  /** Switches to another server, where the user then logs in. */
  async POST(ctx) {
    const { server, language } = ctx.state;
    const form = await ctx.state.forms.read(ctx.req);
    const typed = form.text("server").trim();
    const tls = form.text("tls") !== "";
    if (server.fixed !== null) return page(formData(typed, tls, null), { status: 403 });
    const address = parseServerAddress(typed);
    if (address === null) {
      const { text, status } = formProblem("bad_request", t(language, "server_address_wrong"));
      return page(formData(typed, tls, text), { status });
    }
    server.change(tls ? withTls(address) : address);
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
