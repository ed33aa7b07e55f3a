import { t } from "../../../client/i18n/translate.ts";
import type { MessageKey } from "../../../client/i18n/vi.ts";
import { browserTest, live } from "../../islands/room_page.ts";
import { LineClient } from "../../line_client.ts";
import { fill, logIn } from "./filled_pages.ts";
import { inspect, inspectNarrow } from "./inspect.ts";

for (const language of ["vi", "en"] as const) {
  const say = (key: MessageKey, values = {}) => t(language, key, values);

  browserTest(`a room is accessible whatever is open in it, ${language}`, async (windows) => {
    await fill(windows.serverPort);
    const lan = await logIn(windows, "lan", language);
    const room = `${windows.origin}/projects/1`;
    const button = (key: MessageKey, values = {}) =>
      lan.getByRole("button", { name: say(key, values), exact: true });
    const dialog = lan.getByRole("alertdialog");
    const own = lan.locator(".message.own").last();
    const open = async () => {
      await lan.setViewportSize({ width: 1280, height: 800 });
      await lan.goto(room);
      await live(lan, "lan");
      await lan.locator('a.ask[aria-haspopup="dialog"]').first().waitFor({ state: "attached" });
    };
    const states: Record<string, () => Promise<void>> = {
      "the tools of a message": async () => {
        await own.hover();
        await own.getByRole("toolbar").waitFor();
      },
      "the question before a message is deleted": async () => {
        await own.hover();
        await own.getByRole("toolbar").getByRole("button", { name: say("delete") }).click();
        await dialog.waitFor();
      },
      "a message that is edited": async () => {
        await lan.getByLabel(say("message_field")).press("ArrowUp");
        await lan.getByLabel(say("message_text")).waitFor();
      },
      "names to choose from": async () => {
        await lan.getByLabel(say("message_field")).pressSequentially("@m");
        await lan.getByRole("listbox").waitFor();
      },
      "what can be done to a member": async () => {
        await lan.locator(".member-actions summary").first().click();
      },
      "the question before a member is removed": async () => {
        const line = lan.locator(".member-list li").filter({ hasText: "minh" });
        await line.locator("summary").click();
        await line.getByRole("link", { name: say("remove_member", { user: "minh" }) }).click();
        await dialog.waitFor();
      },
      "members that are not known": async () => {
        await lan.getByLabel(say("add_members")).fill("nobody");
        await lan.getByLabel(say("add_members")).press("Enter");
        await lan.locator("#members-problem").waitFor();
      },
      "a room that one was taken out of": async () => {
        const client = await LineClient.connect(windows.serverPort);
        try {
          const { token } = await client.ok("login minh matkhau-123");
          const { project: { id } } = await client.ok(`new_project ${token} Của Minh`);
          await client.ok(`add_group ${token} ${id} lan`);
          await lan.goto(`${windows.origin}/projects/${id}`);
          await live(lan, "lan");
          await client.ok(`kick ${token} ${id} lan`);
        } finally {
          client.close();
        }
        await lan.locator(".banner[role=alert]").waitFor();
      },
      "a lost server": async () => {
        await windows.stopServer();
        await lan.locator(".banner").waitFor();
        await lan.getByLabel(say("message_field")).fill("chưa gửi được");
        await button("send").click();
        await lan.locator(".pending").getByRole("alert").waitFor();
      },
    };
    await open();
    await lan.setViewportSize({ width: 320, height: 640 });
    await button("members").click();
    await lan.locator(".member-actions summary").first().click();
    await inspectNarrow(lan, language, "the members over a small room");
    for (const [what, act] of Object.entries(states)) {
      await open();
      await act();
      await inspect(lan, language, what);
    }
  });
}
