import type { ComponentType } from "preact";

/** An island bundled for the browser. */
export interface Island {
  name: string;
  /** The URL path of its script. */
  file: string;
  /** The URL paths of the scripts that its script imports. */
  imports: string[];
  component: ComponentType;
}

export interface StaticFile {
  content: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** A hash of the content, for the ETag. */
  hash: string;
}

export interface FileRoute {
  /** The file's path under the routes folder without its extension: `/rooms/[id]`. */
  id: string;
  module: Record<string, unknown>;
}

/** The result of a build: an app's file routes, islands and static files. */
export interface Snapshot {
  root: string;
  buildId: string;
  routes: FileRoute[];
  /** Islands by the component that a page renders. */
  islands: Map<ComponentType, Island>;
  /** The script that starts the islands, and its imports; null in a build without islands. */
  boot: { file: string; imports: string[] } | null;
  /** The URL path of a script on every page, in development only. */
  devScript?: string;
  /** Reads the file at a decoded URL path; null if there is none. */
  readStatic(pathname: string): Promise<StaticFile | null>;
}

/** The part of an App that a snapshot uses. */
interface Snapshotted {
  readonly config: { root: string };
}

const snapshots = new WeakMap<Snapshotted, Snapshot>();

export function setSnapshot(app: Snapshotted, snapshot: Snapshot): void {
  app.config.root = snapshot.root;
  snapshots.set(app, snapshot);
}

export function snapshotOf(app: Snapshotted): Snapshot | null {
  return snapshots.get(app) ?? null;
}

/**
 * Returns the component of a module from the islands folder.
 * @throws Error unless the component is its default export and the only exported function
 */
export function islandComponent(name: string, module: Record<string, unknown>): ComponentType {
  const others = Object.keys(module).filter((key) =>
    key !== "default" && typeof module[key] === "function"
  );
  if (typeof module.default !== "function" || others.length > 0) {
    throw new Error(`Island "${name}" must have one default export, its component, and no other`);
  }
  return module.default as ComponentType;
}
