import { Fragment, h, type VNode } from "preact";
import type { DocumentRender } from "./document.ts";
import { writeIslandProps } from "./island_props.ts";

/** The id of the element that holds what the islands' script needs. */
export const STATE_ID = "__FRSH_STATE";

/** No `<` is left, so nothing in it can end the script element or open a comment. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/**
 * The islands' scripts: data, and one external module. Nothing inline is run, so that a content
 * security policy needs no exception. A page without islands has none.
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

/** All scripts of a page, at the end of its body. */
export function pageScripts(document: DocumentRender): VNode {
  const src = document.snapshot?.devScript;
  return h(
    Fragment,
    null,
    islandScripts(document),
    src === undefined ? null : h("script", { type: "module", src }),
  );
}
