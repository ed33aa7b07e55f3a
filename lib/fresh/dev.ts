export type { BuildOptions, ResolvedBuildConfig } from "./build_options.ts";
export { Builder } from "./builder.ts";
