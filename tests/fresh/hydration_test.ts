import assert from "node:assert/strict";
import { join } from "node:path";
import { Builder } from "fresh/dev";
import { launchChromium, withoutChromium } from "../browser/chromium.ts";
import { app } from "./fixture/app.ts";

Deno.test({
  name: "islands wake in the browser under a policy without inline script",
  ignore: withoutChromium(),
  async fn() {
    const root = join(import.meta.dirname!, "fixture");
    const builder = new Builder({ root, serverEntry: "app.ts" });
    (await builder.build({ snapshot: "memory" }))(app);
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.handler());
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !message.location().url.endsWith("/favicon.ico")) {
          problems.push(message.text());
        }
      });
      await page.goto(`http://127.0.0.1:${server.addr.port}/`);
      const counter = page.locator("#counter[data-awake=true]");
      await counter.waitFor();
      assert.equal(await counter.getAttribute("data-browser"), "true");
      assert.equal(await counter.locator("time").textContent(), "1970-01-02T00:00:00.000Z");
      assert.equal(await counter.locator("span").textContent(), "</script><!-- a");
      assert.match((await counter.getAttribute("data-asset"))!, /^\/style\.css\?__frsh_c=\w{16}$/);
      assert.equal(
        await counter.getAttribute("data-asset"),
        await page.locator("link[rel=stylesheet]").getAttribute("href"),
      );

      await counter.locator("button").click();
      await counter.locator("button").click();
      assert.equal(await counter.locator("button").textContent(), "4");
      // What an island adds stays between its own start and end.
      await page.locator("#left").click();
      await page.locator("#right").click();
      assert.deepEqual(await page.locator("ul > li").allTextContents(), [
        "41970-01-02T00:00:00.000Z</script><!-- anestedmany",
        "12",
        "left more",
        "12",
        "right more",
      ]);
      assert.equal(await page.locator("#after").textContent(), "after");
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
      await server.shutdown();
    }
  },
});
