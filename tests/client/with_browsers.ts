import assert from "node:assert/strict";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { startTestClient, type TestBrowser } from "./test_browser.ts";

/** Browsers of several people on one client and its server; nothing may go wrong that the operator hears of. */
export async function withBrowsers(
  run: (open: () => TestBrowser, server: TestServer) => Promise<void>,
): Promise<void> {
  const server = await startTestServer();
  const client = await startTestClient(server);
  try {
    await run(() => client.browser(), server);
    assert.deepEqual(client.reports, []);
  } finally {
    client.close();
    await server.close();
  }
}

export async function textOf(response: Response, status = 200): Promise<string> {
  const text = await response.text();
  assert.equal(response.status, status, text.slice(0, 300));
  return text;
}

export async function locationOf(response: Response): Promise<string> {
  await response.body?.cancel();
  assert.equal(response.status, 303);
  return response.headers.get("location")!;
}

/** What script asks with, and what browsers say of its requests. */
export const JSON_WANTED = { accept: "application/json", "sec-fetch-site": "same-origin" };

/** Sends messages; gives their ids. */
export async function say(
  browser: TestBrowser,
  path: string,
  ...messages: string[]
): Promise<number[]> {
  const ids: number[] = [];
  for (const message of messages) {
    const answer = await browser.post(path, { message }, JSON_WANTED);
    ids.push((await answer.json()).message.id);
  }
  return ids;
}
