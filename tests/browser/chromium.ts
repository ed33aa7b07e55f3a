import { type Browser, chromium } from "playwright-core";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";

/** The suggestions under the address bar: two pages that each window loads, for more work than the tests' own. */
const SUGGESTIONS = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

/** What Playwright turns off itself: the last list of features that Chromium is given is the only one. */
const PLAYWRIGHT_TURNS_OFF = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** Flags for Chromium on a machine without graphics, with no network traffic of its own. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...PLAYWRIGHT_TURNS_OFF, ...SUGGESTIONS].join(",")}`,
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** The same engine without the browser around its pages, which takes a quarter less of the processor; keeps no pages. */
const HEADLESS_SHELL = "chromium-headless-shell";

const FIXED_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Tells how to get a browser for the tests. */
export const CHROMIUM_HELP =
  "browser tests are ignored: install Chromium (Debian: apt-get install chromium) or Chrome, or set CHROME_PATH";

/** What a test needs of its browser. */
export interface BrowserNeeds {
  /** Whether a page that was left is kept as it is for coming back (bfcache), as people's browsers do. */
  keepsPages?: boolean;
}

/** The path of an installed Chromium or Chrome, or of `CHROME_PATH` if set; null for none. */
export function findChromium({ keepsPages = false }: BrowserNeeds = {}): string | null {
  const given = process.env.CHROME_PATH;
  if (given) return given;
  const places = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const names = keepsPages ? NAMES : [HEADLESS_SHELL, ...NAMES];
  const candidates = names.flatMap((name) => places.map((folder) => join(folder, name)));
  for (const candidate of [...candidates, ...FIXED_PLACES]) {
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not in this place.
    }
  }
  return null;
}

/** Starts a browser with an empty profile; throws when none is installed. */
export async function launchChromium({ keepsPages = false }: BrowserNeeds = {}): Promise<Browser> {
  const executablePath = findChromium({ keepsPages });
  if (executablePath === null) throw new Error(CHROMIUM_HELP);
  const ignoreDefaultArgs = keepsPages ? ["--disable-back-forward-cache"] : [];
  return await chromium.launch({ executablePath, args: FLAGS, ignoreDefaultArgs });
}

let told = false;

/**
 * For `ignore:` of browser tests. Without a browser it prints once how to get one; with `CHUNG_REQUIRE_BROWSER` set it
 * throws instead.
 */
export function withoutChromium(needs: BrowserNeeds = {}): boolean {
  if (findChromium(needs) !== null) return false;
  if (process.env.CHUNG_REQUIRE_BROWSER) throw new Error(CHROMIUM_HELP);
  // deno-lint-ignore no-console
  if (!told) console.error(CHROMIUM_HELP);
  told = true;
  return true;
}
