import type { TestServer } from "../../../server_fixture.ts";
import type { TestBrowser } from "../../test_browser.ts";

/** Logs a browser in as somebody who is an admin by then. */
export async function joinAsAdmin(
  browser: TestBrowser,
  server: TestServer,
  username: string,
): Promise<void> {
  await browser.join(username);
  await server.operate(`set_role - ${username} admin`);
  await logInAgain(browser, username);
}

/** Logs in anew: a session's role is that of its beginning. */
export async function logInAgain(browser: TestBrowser, username: string): Promise<void> {
  const fields = { username, password: "matkhau-123" };
  await (await browser.post("/login", fields)).body?.cancel();
}
