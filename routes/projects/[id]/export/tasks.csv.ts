import { define } from "../../../../client/http/define.ts";
import { noHead } from "../../../../client/http/live_response.ts";
import { exportResponse } from "../../../../client/pages/export/export_response.ts";
import { taskTable } from "../../../../client/pages/export/task_table.ts";

/** The project's tasks as CSV; `?cells=semicolon` has semicolons between its cells. */
export const handler = define.handlers({
  GET(ctx) {
    const separator = ctx.url.searchParams.get("cells") === "semicolon" ? ";" : ",";
    return exportResponse(ctx, {
      ending: ".csv",
      type: "text/csv; charset=utf-8; header=present",
      content: (session, id, progress) => taskTable(session, id, progress, separator),
    });
  },
  HEAD: noHead,
});
