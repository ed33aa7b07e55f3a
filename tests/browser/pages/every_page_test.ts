import { t } from "../../../client/i18n/translate.ts";
import { browserTest } from "../../islands/room_page.ts";
import { fill, logIn, PAGES, STRANGERS_PAGES } from "./filled_pages.ts";
import { inspect, windowFor } from "./inspect.ts";

for (const language of ["vi", "en"] as const) {
  browserTest(`every page is accessible and never too wide, ${language}`, async (windows) => {
    await fill(windows.serverPort);
    const lan = await logIn(windows, "lan", language);
    for (const path of PAGES) {
      await lan.goto(windows.origin + path);
      await inspect(lan, language, path);
    }
    const stranger = await windows.open(windowFor(language));
    for (const path of STRANGERS_PAGES) {
      await stranger.goto(windows.origin + path);
      await inspect(stranger, language, path);
    }
    await stranger.getByRole("button", { name: t(language, "log_in") }).click();
    await stranger.getByRole("alert").first().waitFor();
    await inspect(stranger, language, "a refused login");
    await windows.stopServer();
    await lan.goto(`${windows.origin}/projects/2`);
    await inspect(lan, language, "a page that waits for the server");
  });
}
