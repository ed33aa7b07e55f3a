import assert from "node:assert/strict";
import type { BrowserContextOptions } from "playwright-core";
import type { Language } from "../../../client/i18n/language.ts";
import type { ChatWindows } from "../../islands/chat_windows.ts";
import { browserTest } from "../../islands/room_page.ts";
import { type Hands, mouse, touch } from "./hands.ts";
import { keyboard } from "./keyboard.ts";
import { Member } from "./member.ts";
import { KeyboardMember, PlainMember } from "./other_ways.ts";
import { teamDay } from "./team_day.ts";

/** How somebody uses the pages. */
interface Way {
  Kind: typeof Member;
  hands: Hands;
  language: Language;
  options: BrowserContextOptions;
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 360, height: 740 };

const WAYS = {
  "by mouse": { Kind: Member, hands: mouse, language: "vi", options: { viewport: WIDE } },
  "by keyboard": {
    Kind: KeyboardMember,
    hands: keyboard,
    language: "en",
    options: { viewport: WIDE },
  },
  "without script": {
    Kind: PlainMember,
    hands: mouse,
    language: "vi",
    options: { viewport: WIDE, javaScriptEnabled: false },
  },
  "by touch": {
    Kind: Member,
    hands: touch,
    language: "en",
    options: { viewport: NARROW, hasTouch: true, isMobile: true },
  },
} satisfies Record<string, Way>;

type WayName = keyof typeof WAYS;

const TEAMS: [lead: WayName, second: WayName, third: WayName][] = [
  ["by mouse", "by keyboard", "without script"],
  ["by keyboard", "by touch", "by mouse"],
  ["without script", "by mouse", "by touch"],
  ["by touch", "without script", "by keyboard"],
];

const NAMES = ["lan", "minh", "hoa"];

async function comes(windows: ChatWindows, name: string, way: Way): Promise<Member> {
  const locale = way.language === "vi" ? "vi-VN" : "en-GB";
  const page = await windows.open({ locale, ...way.options });
  await page.goto(windows.origin);
  return new way.Kind(name, page, way.hands, way.language);
}

for (const team of TEAMS) {
  browserTest(`a team's day: led ${team.join(", with others ")}`, async (windows) => {
    const people = team.map((way, at) => comes(windows, NAMES[at], WAYS[way]));
    await teamDay(windows, await Promise.all(people));
    assert.deepEqual(windows.scriptErrors, []);
  });
}
