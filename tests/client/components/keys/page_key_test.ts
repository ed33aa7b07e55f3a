import assert from "node:assert/strict";
import { pageKey } from "../../../../client/components/keys/page_key.ts";
import { SINGLE_KEYS } from "../../../../client/components/keys/single_keys.ts";

const ELSEWHERE = { closest: () => null };

function setStorage(value: object): void {
  Object.defineProperty(globalThis, "localStorage", { value, configurable: true });
}

function press(keys: string, more: object = {}, apple = false): string {
  const parts = keys.split("+");
  const event = {
    key: parts.at(-1),
    ctrlKey: parts.includes("Control"),
    metaKey: parts.includes("Meta"),
    altKey: parts.includes("Alt"),
    shiftKey: parts.includes("Shift"),
    target: ELSEWHERE,
    ...more,
  };
  return pageKey(event as unknown as KeyboardEvent, apple);
}

Deno.test("Ctrl K asks for the palette, ⌘ K on a Mac, also while something is typed", () => {
  for (const more of [{}, { target: { closest: () => ({}) } }]) {
    assert.equal(press("Control+k", more), "k");
    assert.equal(press("Control+K", more), "k", "with Caps Lock");
    assert.equal(press("Meta+k", more, true), "k");
    assert.equal(press("Control+k", more, true), "", "it deletes to the end of the line there");
  }
  for (const keys of ["Meta+k", "Control+Shift+k", "Control+Alt+k", "Control+Meta+k", "k"]) {
    assert.equal(press(keys), "", keys);
  }
  assert.equal(press("Control+k", { defaultPrevented: true }), "");
  assert.equal(press("Control+k", { isComposing: true }), "");
});

Deno.test("single keys act only outside of fields, alone, and unless turned off", () => {
  for (const key of ["?", "/"]) {
    assert.equal(press(key), key);
    assert.equal(press(`Shift+${key}`), key, "some keyboards need Shift for it");
    for (const held of ["Control", "Meta", "Alt"]) assert.equal(press(`${held}+${key}`), "");
    assert.equal(press(key, { isComposing: true }), "");
    for (const kind of ["input", "textarea", "select", "[contenteditable]"]) {
      const target = { closest: (query: string) => query.split(",").includes(kind) ? {} : null };
      assert.equal(press(key, { target }), "", kind);
    }
    const { localStorage: real } = globalThis;
    setStorage({ getItem: (name: string) => name === SINGLE_KEYS ? "off" : null });
    try {
      assert.equal(press(key), "", "turned off");
      assert.equal(press("Control+k"), "k");
    } finally {
      setStorage(real);
    }
  }
});
