import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { assertAccessible } from "../browser/accessibility.ts";
import type { ChatWindows } from "./chat_windows.ts";
import { browserTest, field, line, live, look, lookAway, makeProject, send } from "./room_page.ts";

/** Counts the sounds and notifications of a page in place of the browser's. */
interface Alerts {
  sounds: number;
  shown: string[];
  /** How often it is decided whether this page plays the sound, in turn with other pages. */
  turns: number;
}

interface AlertOptions {
  permission?: NotificationPermission;
  /** The user's answer when asked. */
  answer?: NotificationPermission;
  /** Whether the browser lets sounds play. */
  sounds?: boolean;
}

/** Replaces what a headless browser doesn't show or play. */
async function recordAlerts(page: Page, options: AlertOptions = {}): Promise<void> {
  const { permission = "default", answer = "granted", sounds = true } = options;
  await page.context().addInitScript(([permission, answer, sounds]) => {
    const alerts: Alerts = { sounds: 0, shown: [], turns: 0 };
    const request = LockManager.prototype.request;
    LockManager.prototype.request = async function (this: LockManager, ...args: unknown[]) {
      try {
        return await Reflect.apply(request, this, args);
      } finally {
        if (args[0] === "chung sound") alerts.turns++;
      }
    } as typeof request;
    class RecordedNotification {
      static permission = permission;
      static requestPermission() {
        RecordedNotification.permission = answer;
        return Promise.resolve(answer);
      }
      constructor(title: string, { body }: NotificationOptions) {
        alerts.shown.push(`${title}: ${body}`);
      }
      close() {}
    }
    class RecordedContext extends AudioContext {
      override resume() {
        return sounds ? super.resume() : new Promise<void>(() => {});
      }
      override get state() {
        return sounds ? "running" : "suspended";
      }
    }
    class RecordedNote extends OscillatorNode {
      override start(when?: number) {
        // A sound has two notes.
        alerts.sounds += 0.5;
        super.start(when);
      }
    }
    Object.assign(globalThis, {
      alerts,
      Notification: RecordedNotification,
      AudioContext: RecordedContext,
      OscillatorNode: RecordedNote,
    });
  }, [permission, answer, sounds] as const);
}

const alerts = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { alerts: Alerts }).alerts);

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const said = (page: Page, text: string | RegExp) =>
  page.getByRole("status").filter({ hasText: text });
const sound = (page: Page) => page.getByLabel("Play a short sound");

/** Opens the settings of a person whose alerts are recorded. */
async function settings(
  w: ChatWindows,
  options: AlertOptions = {},
): Promise<Page> {
  const page = await w.join("alice", { bypassCSP: true });
  await recordAlerts(page, options);
  await page.goto(`${w.origin}/me`);
  return page;
}

browserTest("Enter's meaning is chosen in the settings, for rooms that are open too", async (w) => {
  const alice = await w.join("alice", { bypassCSP: true });
  await makeProject(alice, "Website", "");
  await live(alice, "alice");
  const [me, other] = [await alice.context().newPage(), await alice.context().newPage()];
  for (const page of [me, other]) {
    await page.goto(`${w.origin}/me`);
    await page.locator('[aria-pressed="true"]').filter({ hasText: "Send message" }).waitFor();
  }
  await button(me, "New line").click();
  await said(me, "Enter makes a new line; Ctrl+Enter sends the message. Saved").waitFor();
  await other.locator('[aria-pressed="true"]').filter({ hasText: "New line" }).waitFor();
  assert.equal(await button(me, "Send message").getAttribute("aria-pressed"), "false");
  await assertAccessible(me, "Enter's meaning was chosen");
  await alice.bringToFront();
  await field(alice).pressSequentially("one");
  await field(alice).press("Enter");
  await field(alice).pressSequentially("two");
  assert.equal(await field(alice).inputValue(), "one\ntwo");
  await field(alice).press("Control+Enter");
  await line(alice, "two").waitFor();
  await me.reload();
  await button(me, "Send message").click();
  await said(me, "Enter sends the message; Shift+Enter makes a new line. Saved").waitFor();
  await send(alice, "three");
  await line(alice, "three").waitFor();
  assert.deepEqual(w.scriptErrors, []);
});

browserTest("a choice that the browser doesn't keep is not shown as made", async (w) => {
  const alice = await w.join("alice");
  await alice.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await alice.goto(`${w.origin}/me`);
  await button(alice, "New line").click();
  await said(
    alice,
    "Enter sends the message; Shift+Enter makes a new line. This browser did not let",
  )
    .waitFor();
  assert.equal(await button(alice, "New line").getAttribute("aria-pressed"), "false");
  await sound(alice).click();
  await said(alice, /^This browser did not let the choice be saved/).waitFor();
  assert.equal(await sound(alice).isChecked(), false);
});

browserTest("notifications are asked for, shown once as a try, and heard with sound", async (w) => {
  const alice = await settings(w);
  await said(alice, "Notifications are not on in this browser yet.").waitFor();
  await assertAccessible(alice, "not asked yet");
  await button(alice, "Notify me of mentions").click();
  await said(alice, /^A notification was sent. [^.]+settings of your system.\s*$/).waitFor();
  await said(alice, "Notifications are on in this browser.").waitFor();
  const example = "Chung: This is how Chung tells you of a mention.";
  assert.deepEqual(await alerts(alice), { sounds: 0, shown: [example], turns: 0 });
  await assertAccessible(alice, "tried");
  await sound(alice).click();
  await said(alice, /^Saved for this browser. The sound was played.$/).waitFor();
  assert.deepEqual((await alerts(alice)).shown, [example], "nobody asked for another notification");
  await button(alice, "Try it out").click();
  await said(alice, /^A notification was sent. .+ The sound was played.$/).waitFor();
  assert.equal((await alerts(alice)).sounds, 2);
  await sound(alice).click();
  await said(alice, /^Saved for this browser.\s*$/).waitFor();
  assert.equal(await sound(alice).isChecked(), false);
  assert.deepEqual(w.scriptErrors, []);
});

browserTest(
  "who blocks notifications is told how to allow them, and may have the sound",
  async (w) => {
    const alice = await settings(w, { answer: "denied", sounds: false });
    await button(alice, "Notify me of mentions").click();
    await said(alice, "To allow them, click the icon beside the address").waitFor();
    await button(alice, "Notify me of mentions").waitFor({ state: "detached" });
    await assertAccessible(alice, "blocked");
    await sound(alice).click();
    await said(alice, "Saved for this browser. The browser didn't let the sound play.").waitFor();
    assert.ok(await sound(alice).isChecked());
    await button(alice, "Try it out").click();
    await said(alice, /^The browser didn't let the sound play.$/).waitFor();
    assert.deepEqual(await alerts(alice), { sounds: 0, shown: [], turns: 0 });
  },
);

browserTest("without script the settings say what needs it, and offer nothing else", async (w) => {
  const alice = await w.join("alice", { javaScriptEnabled: false });
  await alice.goto(`${w.origin}/me`);
  await alice.getByText(/^127\.0\.0\.1:\d+/).waitFor();
  // A browser that is told so after its start shows nothing of what is for browsers without script.
  const without = await alice.locator("noscript").allTextContents();
  assert.match(without.join(), /Without JavaScript Enter always makes a new line\./);
  assert.match(without.join(), /Turn on JavaScript to use notifications and sounds\./);
  for (const name of ["New line", "Notify me of mentions", "Try it out"]) {
    assert.equal(await button(alice, name).isVisible(), false, name);
  }
  assert.equal(await sound(alice).isVisible(), false);
});

browserTest("each state of the settings is accessible, in both languages and themes", async (w) => {
  const states: [string, RegExp, () => void][] = [
    ["allowed", /đang bật|are on in/, () => {
      Object.defineProperty(Notification, "permission", { get: () => "granted" });
    }],
    ["blocked", /đang chặn|blocks notifications/, () => {
      Object.defineProperty(Notification, "permission", { get: () => "denied" });
    }],
    ["on an http page", /của trang https|https pages only/, () => {
      Object.defineProperty(globalThis, "isSecureContext", { value: false });
    }],
    ["unknown to the browser", /không hiện được thông báo|can't show/, () => {
      Reflect.deleteProperty(globalThis, "Notification");
    }],
  ];
  const alice = await w.join("alice");
  const storageState = await alice.context().storageState();
  for (const [at, [state, text, prepare]] of states.entries()) {
    const context = await alice.context().browser()!.newContext({
      storageState,
      bypassCSP: true,
      colorScheme: at % 2 === 0 ? "dark" : "light",
    });
    const page = await context.newPage();
    await page.addInitScript(prepare);
    await page.goto(`${w.origin}/me`);
    for (const language of ["Tiếng Việt", "English"]) {
      await button(page, language).click();
      await page.locator(`[aria-pressed="true"]`).filter({ hasText: language }).waitFor();
      await said(page, text).waitFor();
      await page.getByRole("checkbox").click();
      await said(page, /^(Đã lưu cho trình duyệt này|Saved for this browser)/).waitFor();
      await assertAccessible(page, `${state}, ${language}`);
    }
    await context.close();
  }
});

browserTest("nothing moves when the settings become live", async (w) => {
  for (const permission of ["default", "granted"] as const) {
    for (const width of [1280, 360]) {
      const page = await w.join(`${permission}-${width}`, { viewport: { width, height: 700 } });
      await recordAlerts(page, { permission });
      await page.goto(`${w.origin}/me`);
      await said(page, "This browser").waitFor();
      const moved = await page.evaluate(() =>
        new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) =>
            resolve(
              list.getEntries().reduce(
                (sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value,
                0,
              ),
            )
          );
          observer.observe({ type: "layout-shift", buffered: true });
          // Frames later what has moved is known.
          setTimeout(() => resolve(0), 500);
        })
      );
      assert.ok(moved < 0.01, `${permission} at ${width}: ${moved}`);
    }
  }
});

browserTest("a mention is heard once in a browser, if sound is on and nobody looks", async (w) => {
  const alice = await w.join("alice");
  const bob = await w.join("bob");
  await recordAlerts(bob, { permission: "denied" });
  const room = await makeProject(alice, "Website", "bob");
  await bob.goto(room);
  await live(bob, "bob");
  const list = await bob.context().newPage();
  await list.goto(w.origin);
  const tabs = [bob, list];
  for (const page of tabs) await lookAway(page);
  /** Waits until both tabs have decided about so many mentions; returns how often a sound was played. */
  const heard = async (mentions: number) => {
    for (const page of tabs) {
      await page.waitForFunction(
        (mentions) => (globalThis as unknown as { alerts: Alerts }).alerts.turns >= mentions,
        mentions,
      );
    }
    const both = await Promise.all(tabs.map(alerts));
    assert.deepEqual(both.map(({ turns }) => turns), [mentions, mentions]);
    return both[0].sounds + both[1].sounds;
  };
  await send(alice, "@bob not heard: sounds are off at first");
  await send(alice, "Nobody is mentioned here.");
  await line(bob, "Nobody is mentioned here.").waitFor();
  await list.locator(".project").getByText("2 unread messages").waitFor();
  await bob.evaluate(() => localStorage.setItem("chung sound", "on"));
  await send(alice, "@bob heard");
  assert.equal(await heard(1), 1);
  await look(bob);
  // The room says to the list that it is in view.
  await list.evaluate((port) => {
    const channel = new BroadcastChannel(`chung mentions 127.0.0.1:${port}`);
    channel.onmessage = ({ data }) => {
      if ("answer" in data) document.body.classList.add("answered");
    };
  }, w.serverPort);
  await send(alice, "@bob not heard: it is looked at");
  await line(bob, "it is looked at").waitFor();
  await list.locator("body.answered").waitFor();
  await lookAway(bob);
  await send(alice, "@bob heard, or too soon");
  await heard(2);
  assert.deepEqual(w.scriptErrors, []);
});
