// Exports a project as whoever `CHUNG_TOKEN` is of, and prints how much memory that took:
//   deno run -A export_program.ts PORT PROJECT
import { wholeProject } from "../../../../client/pages/export/whole_project.ts";
import { UpstreamSession } from "../../../../client/session/upstream_session.ts";

const [port, project] = Deno.args.map(Number);
const token = Deno.env.get("CHUNG_TOKEN")!;
const session = await UpstreamSession.open({ server: { hostname: "127.0.0.1", port }, token });
const progress = { state: "running" as const, messages: 0, tasks: 0, share: 0 };
const encoder = new TextEncoder();
let [bytes, early, most] = [0, 0, 0];
for await (const piece of wholeProject(session, project, progress)) {
  bytes += encoder.encode(piece).length;
  const { rss } = Deno.memoryUsage();
  if (progress.messages <= 10_000) early = Math.max(early, rss);
  most = Math.max(most, rss);
}
session.close();
// deno-lint-ignore no-console
console.log(JSON.stringify({ bytes, early, most }));
