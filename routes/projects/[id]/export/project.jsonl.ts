import { define } from "../../../../client/http/define.ts";
import { noHead } from "../../../../client/http/live_response.ts";
import { exportResponse } from "../../../../client/pages/export/export_response.ts";
import { wholeProject } from "../../../../client/pages/export/whole_project.ts";

/** The whole project as JSON Lines. */
export const handler = define.handlers({
  GET: (ctx) =>
    exportResponse(ctx, {
      ending: ".jsonl",
      type: "application/x-ndjson; charset=utf-8",
      content: wholeProject,
    }),
  HEAD: noHead,
});
