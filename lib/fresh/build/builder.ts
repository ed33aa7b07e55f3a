import { App } from "../app/app.ts";
import {
  type BuildOptions,
  resolveBuildOptions,
  type ResolvedBuildConfig,
} from "./build_options.ts";
import { writeSnapshot } from "./disk_snapshot.ts";
import { buildProject } from "./island_build.ts";
import { LIVE_RELOAD_SCRIPT, withLiveReload } from "./live_reload.ts";
import { memorySnapshot } from "./memory_snapshot.ts";
import { setSnapshot } from "../app/snapshot.ts";

/** Builds an app: finds its routes, islands and static files, and bundles the islands. */
// deno-lint-ignore no-explicit-any
export class Builder<State = any> {
  config: ResolvedBuildConfig;

  constructor(options?: BuildOptions) {
    this.config = resolveBuildOptions(options);
  }

  /**
   * Builds, by default into `outDir`, where `server.js` is the module to start. With
   * `snapshot: "memory"`, writes nothing and returns a function that attaches the build to an app.
   */
  async build(
    options: { mode?: ResolvedBuildConfig["mode"]; snapshot?: "disk" | "memory" } = {},
  ): Promise<(app: App<State>) => void> {
    this.config.mode = options.mode ?? "production";
    const build = await buildProject(this.config);
    if (options.snapshot === "memory") {
      const snapshot = await memorySnapshot(this.config, build);
      return (app) => setSnapshot(app, snapshot);
    }
    await writeSnapshot(this.config, build);
    return () => {
      throw new Error(`The build is in ${this.config.outDir}: import its server.js`);
    };
  }

  /** Builds in memory and serves the app for development; open pages reload after a restart. */
  async listen(
    importApp: () => Promise<{ app: App<State> } | App<State>>,
    options: Deno.ServeTcpOptions = {},
  ): Promise<void> {
    this.config.mode = "development";
    const snapshot = await memorySnapshot(this.config, await buildProject(this.config));
    const imported = await importApp();
    const app = imported instanceof App ? imported : imported.app;
    app.config.mode = "development";
    setSnapshot(app, { ...snapshot, devScript: LIVE_RELOAD_SCRIPT });
    Deno.serve(options, withLiveReload(app.handler()));
  }
}
