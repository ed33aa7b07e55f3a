import assert from "node:assert/strict";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Language } from "../../../client/i18n/language.ts";
import { assertAccessible } from "../accessibility.ts";

/** 200 % zoom of a window of 1,280 px, and reflow (WCAG 1.4.10). */
const NARROW_WIDTHS = [640, 320];

const LOOKS = {
  vi: { locale: "vi-VN", wide: "dark", narrow: "light" },
  en: { locale: "en-GB", wide: "light", narrow: "dark" },
} as const;

/** Checks a page as it is now, wide in one theme and narrow in the other, and that it never scrolls sideways. */
export async function inspect(page: Page, language: Language, what: string): Promise<void> {
  const { wide } = LOOKS[language];
  assert.equal(await page.locator("html").getAttribute("lang"), language);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: wide });
  await assertAccessible(page, `${what}, wide and ${wide}`);
  await inspectNarrow(page, language, what);
}

export async function inspectNarrow(page: Page, language: Language, what: string): Promise<void> {
  const { narrow } = LOOKS[language];
  await page.emulateMedia({ colorScheme: narrow });
  for (const width of NARROW_WIDTHS) {
    await page.setViewportSize({ width, height: 640 });
    assert.deepEqual(await tooWide(page), [], `${what} scrolls sideways at ${width} px`);
  }
  await assertAccessible(page, `${what}, narrow and ${narrow}`);
}

/** What makes a page scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.scrollingElement!.scrollWidth <= innerWidth) return [];
    return [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > innerWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** A window for looking at pages in a language. */
export function windowFor(language: Language): BrowserContextOptions {
  return { locale: LOOKS[language].locale, bypassCSP: true, reducedMotion: "reduce" };
}
