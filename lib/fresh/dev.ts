export type { BuildOptions, ResolvedBuildConfig } from "./build/build_options.ts";
export { Builder } from "./build/builder.ts";
