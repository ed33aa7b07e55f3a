import { App } from "fresh";
import { type Island, setSnapshot, type Snapshot } from "../../lib/fresh/app/snapshot.ts";
import type { ComponentType } from "preact";

/** Creates an app from a table of route files and their modules. */
export function fileApp<State = unknown>(
  files: Record<string, Record<string, unknown>>,
  islands: ComponentType[] = [],
  // deno-lint-ignore no-explicit-any
  before: (app: App<any>) => void = () => {},
): App<State> {
  const app = new App<State>();
  before(app);
  app.fsRoutes();
  const registry = islands.map((component): [ComponentType, Island] => [component, {
    name: component.name,
    file: `/_fresh/js/build/${component.name}.js`,
    imports: ["/_fresh/js/build/chunk.js"],
    component,
  }]);
  const snapshot: Snapshot = {
    root: "/project",
    buildId: "build",
    routes: Object.entries(files).map(([id, module]) => ({ id, module })),
    islands: new Map(registry),
    boot: { file: "/_fresh/js/build/boot.js", imports: [] },
    readStatic: () => Promise.resolve(null),
  };
  setSnapshot(app, snapshot);
  return app;
}

/** Sends one request to an app; the path may contain anything that a URL may. */
export async function ask(
  app: App<unknown>,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: string; headers: Headers }> {
  const response = await app.handler()(new Request(`http://localhost${path}`, init));
  return { status: response.status, body: await response.text(), headers: response.headers };
}

/** Captures `console.error` while running; returns what was logged. */
export async function errorsLogged(run: () => Promise<unknown>): Promise<unknown[]> {
  const logged: unknown[] = [];
  const terminal = globalThis.console;
  const original = terminal.error;
  terminal.error = (...values: unknown[]) => logged.push(...values);
  try {
    await run();
  } finally {
    terminal.error = original;
  }
  return logged;
}
