import { createDefine } from "fresh";
import type { State } from "./route_state.ts";

/** Fresh's `define` helpers, typed with this app's `ctx.state`. */
export const define = createDefine<State>();
