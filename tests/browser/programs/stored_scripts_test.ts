import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { withoutChromium } from "../chromium.ts";
import { plainText } from "../../../client/components/markup/plain_text.ts";
import { HOSTILE_LINES, HOSTILE_MESSAGES } from "../hostile_texts.ts";
import { withWorkplace, type Workplace } from "../workplace.ts";

const PASSWORD = "matkhau-123";

/** An attacker who uses the line protocol, and a member whose browser shows the result. */
interface Setting {
  workplace: Workplace;
  mallory: LineClient;
  token: string;
  /** Sends a line that must succeed and returns the JSON; U+2028 in it doesn't end a line of the protocol. */
  // deno-lint-ignore no-explicit-any
  ask(line: string): Promise<any>;
  projectId: number;
  /** Alice's window, logged in. */
  page: Page;
  /** Scripts run, requests to other sites, and policy violations in her windows. */
  seen: string[];
}

// Guard (web): stored scripts don't run in a real browser, whose policy reports are watched
Deno.test({
  name: "no text that anybody can set runs anything in a real browser",
  ignore: withoutChromium(),
  // The browser process and its pipes outlive a test by moments.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: (context) =>
    withFolder((folder) =>
      withWorkplace(folder, async (workplace, serverPort) => {
        const mallory = await LineClient.connect(serverPort);
        try {
          const setting = await settingOf(workplace, mallory);
          for (const [name, step] of STEPS) {
            await context.step(name, async () => {
              await step(setting);
              assert.deepEqual(setting.seen, []);
              assert.deepEqual(workplace.complaints, []);
            });
          }
        } finally {
          await mallory.close();
        }
      })
    ),
});

/** The detector is tested first: otherwise its silence would prove nothing. */
const STEPS: [name: string, step: (setting: Setting) => Promise<void>][] = [
  ["the watch sees what there is to see", watchSees],
  ["messages, on every page that shows them", messagesAreText],
  ["names, titles, queries, addresses and what waits in a browser", everythingElseIsText],
];

async function settingOf(workplace: Workplace, mallory: LineClient): Promise<Setting> {
  const ask = async (line: string) => {
    const response = await mallory.request(line);
    assert.match(response, /^ok /, line);
    return JSON.parse(response.slice(response.indexOf("{")));
  };
  const token = await mallory.join("mallory", PASSWORD);
  await mallory.ok(`reg alice ${PASSWORD}`);
  const { project } = await ask(`new_project ${token} ${HOSTILE_LINES[0]}`);
  await ask(`add_group ${token} ${project.id} [alice]`);
  const seen: string[] = [];
  const page = await watched(workplace, seen);
  await logIn(page, workplace);
  return { workplace, mallory, ask, token, projectId: project.id, page, seen };
}

/** Opens a window that reports injected scripts, policy violations, and requests to other sites. */
async function watched(
  workplace: Workplace,
  seen: string[],
  options: Parameters<Workplace["person"]>[0] = {},
): Promise<Page> {
  const page = await workplace.person({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(15_000);
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(`window ${popup.url()}`));
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== workplace.url) seen.push(`request ${request.url()}`);
  });
  await page.exposeFunction("tellTest", (what: string) => seen.push(what));
  await page.addInitScript(() => {
    // deno-lint-ignore no-explicit-any
    const tell = (globalThis as any).tellTest as (what: string) => void;
    document.addEventListener("securitypolicyviolation", (event) => {
      tell(`refused ${event.effectiveDirective} ${event.blockedURI}`);
    });
    Object.defineProperty(globalThis, "hacked", { set: () => tell("script ran") });
    // The system's notifications can't be read back, so they are recorded.
    const notified: string[] = [];
    class Notification {
      static permission = "granted";
      constructor(title: string, { body }: { body: string }) {
        notified.push(title, body);
      }
    }
    Object.assign(globalThis, { Notification, notified });
  });
  return page;
}

async function logIn(page: Page, { url }: Workplace): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel("Username").fill("alice");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByRole("heading", { name: "Your projects" }).waitFor();
}

/** A text as shown: without markers, with lines ended by newlines alone, and a link's host where it could mislead. */
function shown(text: string): string {
  return plainText(text)
    .replace("user:password@evil.example/", "$& (evil.example)");
}

/** Escapes a text for a line of the protocol. */
function wire(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}

/** The displayed texts, once there are this many. */
async function textsOf(lines: Locator, count: number): Promise<string[]> {
  await lines.nth(count - 1).waitFor({ state: "attached" });
  return await lines.allTextContents();
}

/** Collapses white space as page titles do. */
const collapsed = (text: string) => text.replace(/[\t\n\f\r ]+/g, " ").trim();

/** Checks that all links of a page lead to pages, and that external ones send no referrer. */
async function assertHarmlessLinks(page: Page): Promise<void> {
  const links = await page.locator("a").evaluateAll((all) =>
    (all as HTMLAnchorElement[]).map(({ protocol, origin, rel, target }) => ({
      protocol,
      tells: origin !== location.origin && !(rel.includes("noopener") && target === "_blank"),
    }))
  );
  assert.ok(links.every(({ protocol, tells }) => /^https?:$/.test(protocol) && !tells));
}

async function messagesAreText(setting: Setting): Promise<void> {
  const { workplace, ask, token, projectId, page, seen } = setting;
  const room = `${workplace.url}/projects/${projectId}`;
  const messages = page.locator("li.message:not(.pending) .text");
  await page.goto(room);
  await page.locator(".member-list li.online", { hasText: "alice" }).waitFor();

  // Live, one after another, and edited.
  const ids: number[] = [];
  for (const text of HOSTILE_MESSAGES) {
    const { message } = await ask(`chat ${token} ${projectId} ${wire(text)}`);
    ids.push(message.id);
  }
  assert.deepEqual(await textsOf(messages, ids.length), HOSTILE_MESSAGES.map(shown));
  const first = page.locator(`#message-${ids[0]} .text`);
  const edited = `edited ${HOSTILE_MESSAGES[3]}`;
  await ask(`edit ${token} ${ids[0]} ${wire(edited)}`);
  await first.filter({ hasText: "edited" }).waitFor();
  const expected = [edited, ...HOSTILE_MESSAGES.slice(1)].map(shown);
  assert.deepEqual(await messages.allTextContents(), expected);
  await assertHarmlessLinks(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 1280, "no word makes the page scroll sideways");
  // A bidirectional override must end with its text.
  const bidi = HOSTILE_MESSAGES.findIndex((text) => text.includes("\u202e"));
  const [text, time] = await page.locator(`#message-${ids[bidi]}`).evaluate((line) =>
    [".text", "time"].map((part) => line.querySelector(part)!.getBoundingClientRect().left)
  );
  assert.ok(text < time, "the time stands after the text");

  // Reloaded, page by page, one by one, and as search results.
  await page.reload();
  assert.deepEqual(await textsOf(messages, ids.length), expected);
  await assertHarmlessLinks(page);
  await page.goto(`${room}?before=${ids.at(-1)! + 1}`);
  assert.deepEqual(await textsOf(messages, ids.length), expected);
  for (const at of [0, 9, 21, 30, 47]) {
    await page.goto(`${room}/messages/${ids[at]}`);
    assert.equal(await page.locator(".message-page").count(), 1);
  }
  await page.goto(`${room}/search?q=hacked+script`);
  const found = await textsOf(page.locator(".result .text"), 10);
  const whole = new Set(expected);
  for (const text of found.filter((text) => !text.includes("…"))) assert.ok(whole.has(text), text);

  // The same pages without script: no script renders them there.
  const plain = await watched(workplace, seen, { javaScriptEnabled: false });
  await logIn(plain, workplace);
  await plain.goto(room);
  assert.deepEqual(await plain.locator("li.message .text").allTextContents(), expected);
  await plain.getByLabel("Your message").fill(`${HOSTILE_MESSAGES[22]}${"x".repeat(17_000)}`);
  await plain.getByRole("button", { name: "Send" }).click();
  await plain.getByRole("alert").waitFor();
  assert.match(await plain.getByLabel("Your message").inputValue(), /^<\/textarea><script>/);
}

async function everythingElseIsText(setting: Setting): Promise<void> {
  const { workplace, mallory, ask, token, projectId, page } = setting;
  const { url } = workplace;
  const room = `${url}/projects/${projectId}`;
  await page.goto(url);
  const names = [...HOSTILE_LINES.slice(1), `${"W".repeat(250)}<b>`];
  // Names are trimmed, like every text of the protocol.
  const made: string[] = [];
  for (const name of names) {
    const { project } = await ask(`new_project ${token} ${wire(name)}`);
    await ask(`add_group ${token} ${project.id} [alice]`);
    made.push(project.name);
    assert.equal(project.name, name.trim());
  }
  const listed = page.locator(".project > a");
  // Live and after loading.
  assert.deepEqual(
    (await textsOf(listed, names.length + 1)).toSorted(),
    [HOSTILE_LINES[0], ...made].toSorted(),
  );
  await page.reload();
  assert.equal((await textsOf(listed, names.length + 1)).length, names.length + 1);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 1280, "no name makes the page scroll sideways");

  // A mention notifies who is watching: once the list has told of a message, it is.
  const count = page.locator(`.project:has(> a[href="/projects/${projectId}"]) .count`);
  // All may have been read before.
  await ask(`chat ${token} ${projectId} unread`);
  const before = await count.textContent();
  await ask(`chat ${token} ${projectId} news`);
  await count.filter({ hasNotText: before! }).waitFor();
  await ask(`chat ${token} ${projectId} @alice ${wire(HOSTILE_LINES[3])}`);
  await page.waitForFunction(() => Reflect.get(globalThis, "notified").length > 0);
  assert.deepEqual(await page.evaluate("notified"), [
    `mallory in ${HOSTILE_LINES[0]}`,
    `@alice ${HOSTILE_LINES[3]}`,
  ]);

  await page.goto(room);
  await page.locator(".member-list li.online", { hasText: "alice" }).waitFor();
  for (const name of [HOSTILE_LINES[21], HOSTILE_LINES[1], HOSTILE_LINES[36]]) {
    await ask(`rename_project ${token} ${projectId} ${wire(name)}`);
    await page.getByRole("heading", { name, exact: true }).waitFor();
    const title = `${collapsed(name)} · Chung`;
    // Unread counts may precede it.
    const titled = () => page.waitForFunction((title) => document.title.endsWith(title), title);
    await titled();
    await page.reload();
    await titled();
    await page.locator(".member-list li.online", { hasText: "alice" }).waitFor();
  }

  // Data that the browser has stored.
  const kept =
    `<img src=x onerror=globalThis.hacked=1></textarea><script>globalThis.hacked=1</script>`;
  await page.evaluate(([kept, project]) => {
    const { action } = document.querySelector<HTMLFormElement>("form.composer")!;
    const room = `chung ${new URL(action).searchParams.get("server")} alice ${project}`;
    const pending = (at: string) => JSON.stringify({ text: `${at} ${kept}`, at });
    localStorage.setItem(`${room} draft`, kept);
    localStorage.setItem(`${room} pending a-tag`, pending(new Date().toISOString()));
    localStorage.setItem(`${room} pending b-tag`, pending("2020-01-01T00:00:00.000Z"));
    localStorage.setItem(`${room} pending <b>`, "{");
  }, [kept, String(projectId)]);
  await page.reload();
  // One is sent, and one is held until confirmed.
  await page.locator("li.message:not(.pending) .text", { hasText: kept }).waitFor();
  await page.locator("li.pending", { hasText: `2020-01-01T00:00:00.000Z ${kept}` }).waitFor();
  assert.equal(await page.getByLabel("Your message").inputValue(), kept);

  // Text in URLs.
  for (
    const text of [
      HOSTILE_LINES[1],
      HOSTILE_LINES[21],
      HOSTILE_LINES[27],
      HOSTILE_LINES[30],
      HOSTILE_LINES[33],
    ]
  ) {
    const said = encodeURIComponent(text);
    for (const place of [room, url]) {
      await page.goto(`${place}/search?q=${said}`);
      assert.equal(await page.locator("main").getByRole("searchbox").inputValue(), text);
      assert.ok((await page.title()).startsWith(collapsed(text)));
    }
    const addresses = [
      `/projects/${projectId}?problem=${said}&names=${said}&name=${said}`,
      `/projects/${projectId}?problem=user_not_found&unknown=0.1.2&names=${said}`,
      `/projects/${projectId}?problem=invalid_project_name&name=${said}`,
      `/projects/${said}`,
      `/?user=${said}&server=${said}`,
      `/server?server=${said}`,
    ];
    for (const address of addresses) await page.goto(url + address);
  }
  // No user can have such a name.
  for (const name of HOSTILE_LINES) {
    assert.match(
      await mallory.request(`reg ${wire(name).replace(/\s/g, "")} ${PASSWORD}`),
      /^err /,
    );
  }
}

async function watchSees({ page, workplace, seen }: Setting): Promise<void> {
  const told = async (act: () => void, wanted: RegExp) => {
    await page.evaluate(act);
    await page.waitForFunction(() => true);
    for (let turn = 0; turn < 100 && !seen.some((one) => wanted.test(one)); turn++) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    assert.ok(seen.some((one) => wanted.test(one)), `${wanted} in ${seen}`);
    seen.length = 0;
  };
  await told(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.hacked = 1";
    document.body.append(script);
  }, /^refused script-src-elem inline$/);
  await told(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src=/favicon.svg onload=hacked=1>");
  }, /^refused script-src-attr inline$/);
  await told(() => {
    document.body.insertAdjacentHTML("beforeend", "<img src=https://evil.example/x.png>");
  }, /^refused img-src https:\/\/evil\.example/);
  await told(() => {
    // deno-lint-ignore no-explicit-any
    (globalThis as any).hacked = 1;
  }, /^script ran$/);
  await told(() => alert("x"), /^dialog x$/);
  assert.ok(workplace.complaints.length >= 3, "the console tells of them too");
  workplace.complaints.length = 0;
  seen.length = 0;
}
