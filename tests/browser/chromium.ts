import { type Browser, chromium } from "playwright-core";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/** Chromium as a server-like machine without graphics runs it, and silent on the network. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const FIXED_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** What a person without a browser for the tests can do about it. */
export const CHROMIUM_HELP =
  "browser tests are ignored: install Chromium (Debian: apt-get install chromium) or Chrome, or set CHROME_PATH";

/** The path of an installed Chromium or Chrome; `CHROME_PATH` wins; null where there is none. */
export function findChromium(): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  const places = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const candidates = places.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of [...candidates, ...FIXED_PLACES]) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: look on.
    }
  }
  return null;
}

/** Starts a browser of its own with an empty profile; throws when none is installed. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(CHROMIUM_HELP);
  return await chromium.launch({ executablePath, args: FLAGS });
}

let told = false;

/**
 * For `ignore:` of a browser test; says once how to get a browser where there is none. With
 * `CHUNG_REQUIRE_BROWSER` set, none may be ignored: it throws.
 */
export function withoutChromium(): boolean {
  if (findChromium() !== null) return false;
  if (process.env.CHUNG_REQUIRE_BROWSER) throw new Error(CHROMIUM_HELP);
  // deno-lint-ignore no-console
  if (!told) console.error(CHROMIUM_HELP);
  told = true;
  return true;
}
