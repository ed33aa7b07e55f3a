import { builder } from "../../client/build.ts";

let build: ReturnType<typeof builder.build> | undefined;

/** The real routes and islands, built once by the first test, because esbuild's process has to end within it. */
export function builtPages(): ReturnType<typeof builder.build> {
  return build ??= builder.build({ snapshot: "memory" });
}
