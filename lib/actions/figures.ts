import { ChungError } from "../errors.ts";
import { MAX_MINUTES } from "../model/figures/stats.ts";
import { defineAction } from "./action.ts";
import { optionalNumber } from "./field.ts";

/** Tells the figures of the last minutes (docs/PROTOCOL.md, "Actions: service and admin"). */
export default defineAction({
  name: "figures",
  audit: { name: "xem số liệu máy chủ" },
  gate: "admin",
  fields: { minutes: optionalNumber },
  usage: "figures <token> [minutes]",
  bulky: true,
  run({ minutes }, _call, { figures }) {
    if (minutes === 0) {
      throw new ChungError("bad_request", `minutes is a number from 1 to ${MAX_MINUTES}`);
    }
    return { reply: figures.minutes(minutes ?? MAX_MINUTES) };
  },
});
