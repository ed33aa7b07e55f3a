import { define } from "../../../../client/http/define.ts";
import { ExportPage } from "../../../../client/pages/export/export_page.tsx";
import { projectPart } from "../../../../client/pages/project_part_data.ts";

export const handler = define.handlers({
  GET: (ctx) => projectPart(ctx),
});

export default define.page<typeof handler>(ExportPage);
