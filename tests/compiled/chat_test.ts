import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { withoutChromium } from "../browser/chromium.ts";
import { withBrowser } from "../browser/workplace.ts";
import { CLIENT_READY, SERVER_READY } from "../program.ts";
import { testExecutables } from "./executables.ts";

async function register(page: Page, url: string, username: string): Promise<void> {
  await page.goto(`${url}/register`);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill("matkhau-123");
  await page.getByRole("button", { name: "Register" }).click();
  await page.getByRole("heading", { name: "Your projects" }).waitFor();
}

/** Two users in two browser windows create a project and chat in it. */
async function chat(url: string): Promise<void> {
  await withBrowser(url, async ({ person, complaints }) => {
    const [alice, bob] = [await person(), await person()];
    await register(bob, url, "bob");
    await register(alice, url, "alice");
    await alice.getByLabel("Project name").fill("Trang web");
    await alice.getByLabel("Members").fill("bob");
    await alice.getByRole("button", { name: "Create project" }).click();
    await alice.getByRole("heading", { name: "Trang web" }).waitFor();
    await bob.goto(alice.url());
    for (const page of [alice, bob]) {
      await page.locator(".member-list li.online").nth(1).waitFor();
    }
    for (
      const [from, to, text] of [[alice, bob, "chào cả nhà"], [bob, alice, "chào chị"]] as const
    ) {
      await from.getByLabel("Your message").fill(text);
      await from.getByLabel("Your message").press("Enter");
      await to.getByRole("log").getByText(text).waitFor();
    }
    assert.deepEqual(complaints, []);
  });
}

testExecutables(
  "two people chat in two windows when chung and chung-server run where nothing else is",
  async (place) => {
    const server = place.start("chung-server", ["--port", "0"]);
    const port = await server.line(SERVER_READY);
    // Without --no-open: a missing browser is not reported.
    const client = place.start("chung", ["--port", "0", "--server", `127.0.0.1:${port}`], {
      folder: "/home",
    });
    try {
      await chat(await client.line(CLIENT_READY));
    } finally {
      client.kill("SIGTERM");
      server.kill("SIGTERM");
    }
    assert.deepEqual(await client.end(), { code: 0, errors: "" });
    assert.deepEqual(await server.end(), { code: 0, errors: "" });
    assert.deepEqual(place.files().filter((file) => !/^\/work\/(data|log)\//.test(file)), []);
  },
  { ignore: withoutChromium() },
);

testExecutables(
  "two people chat when chung --with-server is all that was started, and both end together",
  async (place) => {
    const client = place.start("chung", [
      ...["--port", "0", "--with-server", "--server-port", "0", "--no-open"],
      ...["--data", "data", "--log", "log"],
    ]);
    const port = await client.line(SERVER_READY);
    try {
      await chat(await client.line(CLIENT_READY));
    } finally {
      client.kill("SIGTERM");
    }
    assert.deepEqual(await client.end(), { code: 0, errors: "" });
    await assert.rejects(Deno.connect({ port: Number(port) }), Deno.errors.ConnectionRefused);
    assert.deepEqual(place.files().filter((file) => !/^\/work\/(data|log)\//.test(file)), []);
  },
  { ignore: withoutChromium() },
);
