import { Fragment, h, type VNode } from "preact";
import type { DocumentRender } from "./document.ts";
import { writeIslandProps } from "./island_props.ts";

/** The id of the element that holds the data of the islands' script. */
export const STATE_ID = "__FRSH_STATE";

/** Serializes without `<`, so that nothing in it can end the script element or open a comment. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/**
 * Returns the islands' scripts: data, and one external module. Nothing inline is executed, so a
 * content security policy needs no exception. Null for a page without islands.
 */
function islandScripts(document: DocumentRender): VNode | null {
  const boot = document.snapshot?.boot;
  if (!boot || document.islands.length === 0) return null;
  const state = {
    islands: document.islands.map(({ island }) => island.file),
    ...writeIslandProps(document.islands.map(({ props }) => props)),
  };
  return h(
    Fragment,
    null,
    h("script", {
      type: "application/json",
      id: STATE_ID,
      dangerouslySetInnerHTML: { __html: escapeJson(state) },
    }),
    h("script", { type: "module", src: boot.file }),
  );
}

/** Returns all scripts of a page, for the end of its body. */
export function pageScripts(document: DocumentRender): VNode {
  const src = document.snapshot?.devScript;
  return h(
    Fragment,
    null,
    islandScripts(document),
    src === undefined ? null : h("script", { type: "module", src }),
  );
}
