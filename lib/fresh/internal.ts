export { applyBuild } from "./built_snapshot.ts";
