import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { t } from "../../../client/i18n/translate.ts";
import { browserTest, withoutScript } from "../../islands/room_page.ts";
import { LineClient } from "../../line_client.ts";
import { logIn } from "./filled_pages.ts";
import { inspect } from "./inspect.ts";

const PASSWORD = "matkhau-123";
const LONG = "m".repeat(32);

/** The pages for admins, each looked at in one language: in it, every page is wide in one theme and narrow in the other. */
const ADMINS_PAGES = {
  vi: ["/people", `/people/${LONG}`, "/people/lan/ask?about=make_user"],
  en: ["/people?q=thi&show=admins", "/people/lan", `/people/${LONG}/ask?about=disable`],
};

/** The field of an invitation or a password that is told once. */
const told = (page: Page, id: string) => page.locator(`#${id}`);

browserTest("accounts and invitations are accessible in both languages and themes", async (w) => {
  const line = await LineClient.connect(w.serverPort);
  const lan = await line.join("lan");
  await line.ok(`set_name ${lan} Nguyễn Thị Lan`);
  const long = await line.join(LONG);
  await line.ok(`set_name ${long} ${"Tôn Nữ ".repeat(8).trim()}`);
  await line.join("minh");
  await w.operate("set_role - lan admin");
  await w.operate(`disable - ${LONG}`);
  await w.operate("invite - 1000 365");
  for (const language of ["vi", "en"] as const) {
    const page = await logIn(w, "lan", language);
    for (const path of ADMINS_PAGES[language]) {
      await page.goto(w.origin + path);
      await inspect(page, language, path);
    }
    if (language === "vi") {
      await page.goto(`${w.origin}/people`);
      await page.getByRole("button", { name: t(language, "invitation_make") }).click();
      await told(page, "invitation").waitFor();
      await inspect(page, language, "an invitation that was made");
    } else {
      await page.goto(`${w.origin}/people/minh`);
      await page.getByRole("button", { name: t(language, "account_reset") }).click();
      await told(page, "issued").waitFor();
      await inspect(page, language, "a password that was made up");
    }
  }
  await line.close();
});

browserTest(
  "an invited person registers by the link, and sees to their account by keyboard",
  async (w) => {
    const admin = await w.join("ann", { permissions: ["clipboard-read", "clipboard-write"] });
    await w.operate("set_role - ann admin");
    await admin.goto(`${w.origin}/account`);
    await admin.getByText("Administration").click();
    await admin.getByRole("link", { name: "People" }).click();
    await admin.getByLabel("Number of people").fill("2");
    await admin.keyboard.press("Enter");
    await admin.getByRole("button", { name: "Copy" }).click();
    await admin.getByText("Copied.").waitFor();
    const code = await admin.evaluate(() => navigator.clipboard.readText());
    assert.equal(code, await told(admin, "invitation").inputValue());

    const requested: string[] = [];
    const bob = await w.open();
    bob.on("request", (request) => requested.push(request.url(), request.headers().referer ?? ""));
    await bob.goto(`${w.origin}/join#${code}`);
    await bob.waitForFunction(() => document.activeElement?.id === "username");
    assert.equal(bob.url(), `${w.origin}/join`);
    await bob.keyboard.type("bob");
    await bob.keyboard.press("Tab");
    await bob.keyboard.type(PASSWORD);
    await bob.keyboard.press("Enter");
    await bob.waitForURL(`${w.origin}/`);
    assert(!requested.join().includes(code), "the code is in no address and no Referer");

    const plain = await (await withoutScript(admin)).context().browser()!.newContext({
      javaScriptEnabled: false,
    });
    const eve = await plain.newPage();
    await eve.goto(`${w.origin}/register`);
    await eve.getByRole("link", { name: "Use its code" }).click();
    await eve.getByLabel("Invitation code").fill(`${w.origin}/join#${code}`);
    await eve.getByLabel("Username").fill("eve");
    await eve.getByLabel("Password").fill(PASSWORD);
    await eve.getByRole("button", { name: "Register" }).click();
    await eve.waitForURL(`${w.origin}/`);
    await eve.goto(`${w.origin}/account`);
    await eve.getByLabel("Display name").fill("Eve Adams");
    await eve.getByRole("button", { name: "Save the name" }).click();
    await eve.getByText("Your display name is now Eve Adams.").waitFor();

    await bob.goto(`${w.origin}/account`);
    await bob.getByLabel("Display name").fill("EVE");
    await bob.keyboard.press("Enter");
    await bob.getByText(/looks like somebody else/).waitFor();
    assert.equal(await bob.evaluate(() => document.activeElement?.id), "name");
    assert.equal(await bob.getByLabel("Display name").inputValue(), "EVE");
    await bob.getByLabel("Current password").fill(PASSWORD);
    await bob.getByLabel("New password", { exact: true }).fill("a new password");
    await bob.getByLabel("New password once more").fill("a new password");
    await bob.keyboard.press("Enter");
    const status = bob.getByRole("status").filter({ hasText: "Your password was changed." });
    await status.waitFor();
    assert(await status.evaluate((element) => element === document.activeElement));

    const window = await withoutScript(admin);
    await window.goto(`${w.origin}/people?q=ada`);
    await window.getByRole("link", { name: "Eve Adams" }).click();
    await window.getByRole("link", { name: "Disable the account…" }).click();
    await window.getByRole("button", { name: "Disable the account" }).click();
    await window.getByText("The account of eve was disabled.").waitFor();
    await eve.reload();
    await eve.waitForURL(/\/login/);
    await plain.close();
    assert.deepEqual(w.scriptErrors, []);
  },
);
