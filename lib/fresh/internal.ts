export { applyBuild } from "./build/built_snapshot.ts";
