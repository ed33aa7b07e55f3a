import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { browserTest } from "../islands/room_page.ts";
import { LineClient } from "../line_client.ts";

/** Another program on this machine: it serves a page and notes the cookies that browsers send. */
function otherProgram() {
  const cookies: string[] = [];
  const page = "<!doctype html><title>Other</title>";
  const web = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    if (new URL(request.url).pathname === "/") cookies.push(request.headers.get("cookie") ?? "");
    return new Response(page, { headers: { "content-type": "text/html" } });
  });
  return { port: web.addr.port, cookies, close: () => web.shutdown() };
}

async function logIn(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.getByLabel("Username").fill("alice");
  await page.getByLabel("Password").fill("matkhau-123");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(`${origin}/`);
}

// Guard (web): a program on another port gets no token from a real browser, and no cookie where the pages have their name
browserTest("another program on this machine gets no token from a browser", async (windows) => {
  const { join, origin, serverPort, scriptErrors } = windows;
  const { port } = new URL(origin);
  const other = otherProgram();
  const line = await LineClient.connect(serverPort);
  try {
    const alice = await join("alice");
    await alice.goto(`http://127.0.0.1:${other.port}/`);
    const [, key] = new RegExp(`chung_session_${port}=([^;]*)`).exec(other.cookies.pop()!)!;
    assert.match(key, /^[\w-]{43}$/, "a key, and no token");
    assert.equal(await line.err(`whoami ${key}`), "invalid_token");

    await alice.context().clearCookies();
    const named = `http://chung.localhost:${port}`;
    await logIn(alice, named);
    await alice.getByLabel("Project name").fill("Website");
    await alice.getByRole("button", { name: "Create project" }).click();
    await alice.waitForURL(`${named}/projects/*`);
    for (const host of ["127.0.0.1", "localhost", "other.localhost"]) {
      await alice.goto(`http://${host}:${other.port}/`);
      assert.equal(other.cookies.pop(), "", host);
    }
    // Who comes back by the address finds a page that works, and logs in there once.
    await logIn(alice, origin);
    await alice.goto(`${named}/`);
    await alice.getByText("Website").first().waitFor();
    assert.deepEqual(scriptErrors, []);
  } finally {
    await line.close();
    await other.close();
  }
});
