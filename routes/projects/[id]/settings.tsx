import { define } from "../../../client/http/define.ts";
import { projectPart } from "../../../client/pages/project_part_data.ts";
import { ProjectSettingsPage } from "../../../client/pages/project_settings_page.tsx";

export const handler = define.handlers({
  GET: (ctx) => projectPart(ctx),
});

export default define.page<typeof handler>(ProjectSettingsPage);
