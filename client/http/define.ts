import { createDefine } from "fresh";
import type { State } from "./route_state.ts";

/** Gives the routes the type of `ctx.state`. */
export const define = createDefine<State>();
