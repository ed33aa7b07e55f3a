import { type ComponentType, h, render } from "preact";
import type { WrittenProps } from "../render/island_props.ts";
import { islandContainers } from "./containers.ts";

/** Starts the islands of the page: each takes over the HTML that the server rendered for it. */
async function boot(): Promise<void> {
  const state: WrittenProps & { islands: string[] } = JSON.parse(
    document.getElementById("__FRSH_STATE")!.textContent!,
  );
  const components = await Promise.all(state.islands.map(async (file) => {
    const module: { default: ComponentType } = await import(file);
    return module.default;
  }));
  const props = state.plain ? state.props : await richProps(state);
  const containers = islandContainers(document.body);
  components.forEach((component, index) => {
    const container = containers.get(index);
    if (container === undefined) return;
    try {
      // Not `hydrate`, which leaves attributes unchanged: `disabled={!IS_BROWSER}` has to change.
      render(h(component, props[index] as Record<string, unknown>), container);
    } catch (error) {
      // The other islands start all the same.
      reportError(error);
    }
  });
}

/** Reads props with code that few pages need, loaded on demand. */
async function richProps(state: WrittenProps): Promise<unknown[]> {
  const { readIslandProps } = await import("../render/island_props.ts");
  const newSignal = state.signals.length > 0
    ? (await import("@preact/signals")).signal
    : (value: unknown) => value;
  return readIslandProps(state, newSignal);
}

boot();
