import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** Fails with axe-core's findings on the page in its current state; its window needs `bypassCSP`. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  await page.evaluate(axe.source);
  const { found, passed } = await page.evaluate(async () => {
    // deno-lint-ignore no-explicit-any
    const { violations, passes } = await (globalThis as any).axe.run();
    // deno-lint-ignore no-explicit-any
    const found = violations.map(({ id, help, nodes }: any) =>
      // deno-lint-ignore no-explicit-any
      `${id}: ${help}: ${nodes.map(({ html }: any) => html.slice(0, 200)).join(" | ")}`
    );
    return { found, passed: passes.length };
  });
  assert.ok(passed > 10, "axe-core looked at the page");
  assert.deepEqual(found, [], what);
}
