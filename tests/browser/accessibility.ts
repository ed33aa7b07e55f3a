import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** All of axe-core's rules of which a theme may keep one and another not. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Fails with axe-core's findings on the page in its current state; its window needs `bypassCSP`. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  const { found, passed } = await look(page);
  assert.ok(passed > 10, "axe-core looked at the page");
  assert.deepEqual(found, [], what);
}

/**
 * The same in light, and in dark with the rules about colours: a theme changes nothing else. The window needs
 * `reducedMotion`, so that no colour is on its way.
 */
export async function assertAccessibleInBothThemes(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await assertAccessible(page, `${what}, light`);
  await page.emulateMedia({ colorScheme: "dark" });
  const { found, passed } = await look(page, COLOUR_RULES);
  assert.ok(passed > 0, "axe-core looked at the colours");
  assert.deepEqual(found, [], `${what}, dark`);
}

/** What axe-core finds, by some rules or all that it has on; and how many rules were kept. */
async function look(page: Page, rules?: string[]): Promise<Findings> {
  // The same document is looked at often, in other sizes and states; the source takes longer to read than that.
  const known = await lookWithAxe(page, rules);
  if (known !== null) return known;
  await page.evaluate(axe.source);
  return (await lookWithAxe(page, rules))!;
}

interface Findings {
  found: string[];
  passed: number;
}

/** Null where the document has no axe-core. */
function lookWithAxe(page: Page, rules?: string[]): Promise<Findings | null> {
  return page.evaluate(async (runOnly) => {
    // deno-lint-ignore no-explicit-any
    const { axe } = globalThis as any;
    if (axe === undefined) return null;
    const { violations, passes } = await axe.run(runOnly ? { runOnly } : {});
    // deno-lint-ignore no-explicit-any
    const found = violations.map(({ id, help, nodes }: any) =>
      // deno-lint-ignore no-explicit-any
      `${id}: ${help}: ${nodes.map(({ html }: any) => html.slice(0, 200)).join(" | ")}`
    );
    return { found, passed: passes.length };
  }, rules);
}
