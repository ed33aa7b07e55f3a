import assert from "node:assert/strict";
import { startTestServer, type TestServer } from "../server_fixture.ts";
import { startTestClient, type TestBrowser } from "./test_browser.ts";

/** Runs with browsers of several users on one client and its server; fails if anything is reported to the operator. */
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

/** The headers of a request by script, including those that browsers add. */
export const JSON_WANTED = { accept: "application/json", "sec-fetch-site": "same-origin" };

/** Sends messages and returns their ids. */
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
