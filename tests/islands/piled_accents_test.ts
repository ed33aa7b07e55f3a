import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { LineClient } from "../line_client.ts";
import { ask, browserTest, line, live, makeProject, send } from "./room_page.ts";

/** A letter with 150 accents above and below. */
const PILED = `Z${"\u0301".repeat(75)}${"\u0323".repeat(75)}`;

/** Pixels around a line that are its own: the padding of what is pressed. */
const MARGIN = 10;

/** Takes a picture of the page at rest, and another without the colour of the texts that have accents piled up. */
async function pictures(page: Page): Promise<string[]> {
  const take = async (colour: string | null) => {
    await page.evaluate(([piled, colour]) => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text; (text = texts.nextNode());) {
        if (!text.nodeValue!.includes(piled!)) continue;
        text.parentElement!.style.setProperty("-webkit-text-fill-color", colour);
      }
    }, [PILED, colour]);
    const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
    return picture.toString("base64");
  };
  for (;;) {
    const [before, without, again] = [
      await take(null),
      await take("transparent"),
      await take(null),
    ];
    if (before === again) return [before, without];
  }
}

/** Checks that accents are painted nowhere but in the lines of their texts, of which some are in each of these places. */
async function assertInLine(page: Page, ...places: string[]): Promise<void> {
  for (const place of places) {
    await page.locator(place).filter({ hasText: PILED }).first().waitFor();
  }
  const astray = await page.evaluate(async ([[piled, ...pictures], space]) => {
    const [before, after] = await Promise.all(pictures.map(async (picture) => {
      const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
      canvas.drawImage(bitmap, 0, 0);
      return canvas.getImageData(0, 0, bitmap.width, bitmap.height);
    }));
    const lines: DOMRect[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode());) {
      if (!text.nodeValue!.includes(piled)) continue;
      let block = text.parentElement!;
      while (getComputedStyle(block).display === "inline") block = block.parentElement!;
      if (block instanceof HTMLTextAreaElement) lines.push(block.getBoundingClientRect());
      const range = document.createRange();
      range.selectNodeContents(block);
      lines.push(...range.getClientRects());
    }
    const astray: string[] = [];
    for (let at = 0; at < before.data.length; at += 4) {
      // A browser doesn't paint edges of icons and corners in quite the same way twice.
      if (Math.abs(before.data[at] - after.data[at]) < 64) continue;
      const [x, y] = [at / 4 % before.width, Math.floor(at / 4 / before.width)];
      const within = ({ left, right, top, bottom }: DOMRect) =>
        x > left - space && x < right + space && y > top - space && y < bottom + space;
      if (!lines.some(within)) astray.push(`${x}, ${y}`);
    }
    return astray;
  }, [[PILED, ...await pictures(page)], MARGIN] as const);
  assert.deepEqual(astray.slice(0, 9), [], `${places} at ${page.url()}`);
}

/** Room for a page as a whole. */
const options = { viewport: { width: 1280, height: 1_200 } };

browserTest("accents piled on a letter of a message stay in their line", async (w) => {
  const alice = await w.join("alice", options);
  const room = await makeProject(alice, "Website", "");
  await live(alice, "alice");
  for (const text of ["before", `piled ${PILED}`, "after"]) await send(alice, text);
  await line(alice, "after").waitFor();
  const search = (query: string) => `search?q=${encodeURIComponent(query)}`;
  const places: [string, string][] = [
    [room, ".message .text"],
    [`${room}?before=4`, ".message .text"],
    [`${room}/${search(`piled ${PILED}`)}`, ".result .text"],
    [`${room}/${search(`${PILED}x`)}`, ".search-page > [role=status]"],
    [`${room}/${search("after")}`, ".result .context"],
    [`${w.origin}/${search(`from:${PILED}`)}`, ".chip"],
  ];
  for (const [url, place] of places) {
    await alice.goto(url);
    await assertInLine(alice, place);
  }
  await alice.goto(`${room}/${search(`piled ${PILED}`)}`);
  await alice.locator(".result .place").click();
  await assertInLine(alice, ".project-head .results");
  // In the list, where it is the page and shows the last messages.
  await send(alice, `last ${PILED}`);
  await line(alice, "last").waitFor();
  await alice.setViewportSize({ width: 360, height: 740 });
  await alice.goto(w.origin);
  await assertInLine(alice, ".preview");
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("accents piled on a name or a title stay in their line", async (w) => {
  await w.join("bob");
  const alice = await w.join("alice", options);
  const room = await makeProject(alice, "Website", "bob");
  const server = await LineClient.connect(w.serverPort);
  const { token } = await server.ok("login alice matkhau-123");
  for (const text of ["one", "two"]) await server.ok(`chat ${token} 1 ${text}`);
  await server.ok(`new_task ${token} 1 task ${PILED}`);
  await server.ok(`note_task ${token} 1 notes ${PILED}`);
  await server.ok(`rename_task ${token} 1 title ${PILED}`);
  await server.ok(`chat ${token} 1 between`);
  await server.ok(`rename_project ${token} 1 name ${PILED}`);
  await server.close();
  const go = async (url: string, ...places: string[]) => {
    await alice.goto(url);
    await assertInLine(alice, ...places);
  };
  await go(room, ".sidebar .project", ".project-head h1", ".lines .notice");
  await go(`${room}?before=99`, ".about", ".lines .notice");
  await go(`${room}/board`, ".board");
  await go(`${room}/board?task=1`, ".card-title", ".card-notes .text");
  await alice.locator(".card-history summary").click();
  await assertInLine(alice, ".card-history li");
  await go(`${room}/people`, "h1");
  await go(`${room}/members/remove?username=bob`, "h1");
  await go(`${room}/owner?username=bob`, "h1");
  await go(`${room}/search?q=between`, "h1", ".result .context");
  await go(`${w.origin}/search?q=between`, ".result-project", ".result .context");

  await alice.goto(room);
  await live(alice, "alice");
  await alice.keyboard.press("Control+k");
  await alice.getByRole("combobox").fill(`search ${PILED}`);
  await assertInLine(alice, ".palette-text");
  await alice.keyboard.press("Escape");
  await ask(alice, "Manage bob", "Make bob the owner");
  await assertInLine(alice, ".confirmation h2");
  await alice.getByRole("button", { name: "Cancel" }).click();

  await go(`${room}/archive`, "h1");
  await alice.getByRole("button", { name: "Archive", exact: true }).click();
  await assertInLine(alice, ".notice-box");
  await go(`${room}/settings`, "main p");
  await go(`${room}/archive`, "main .notice-box");
  assert.deepEqual(w.scriptErrors, []);
});
