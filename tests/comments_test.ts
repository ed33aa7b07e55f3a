import assert from "node:assert/strict";
import { join, relative } from "node:path";

const ROOT = join(import.meta.dirname!, "..");
const FOLDERS = ["client", "islands", "lib", "packaging", "routes"];

/** Files whose doc comments are still to be rewritten. */
const EXEMPT: readonly string[] = [
  "client/app.ts",
  "client/build.ts",
  "client/http/middleware/error_responses.ts",
  "client/http/page_user.ts",
  "client/http/post_action.ts",
  "client/http/problem.ts",
  "client/http/read_account_form.ts",
  "client/http/route_state.ts",
  "client/http/wrong_server_problem.ts",
  "client/live/event_queue.ts",
  "client/live/event_stream.ts",
  "client/live/project_list_feed.ts",
  "client/live/room_feed.ts",
  "client/live/room_subscriber.ts",
  "client/session/client_settings.ts",
  "client/session/room_page.ts",
  "client/session/session_cookie.ts",
  "client/session/session_store.ts",
  "client/upstream/account_requests.ts",
  "client/upstream/server_shapes.ts",
  "client/upstream/server_trust.ts",
  "client/upstream/upstream.ts",
  "lib/actions/access.ts",
  "lib/actions/action.ts",
  "lib/actions/mention.ts",
  "lib/audit/audit_entry.ts",
  "lib/audit/audit_log.ts",
  "lib/audit/entry_buffer.ts",
  "lib/audit/mask.ts",
  "lib/audit/retry_buffer.ts",
  "lib/auth/login_throttle.ts",
  "lib/auth/other_work.ts",
  "lib/auth/passwords.ts",
  "lib/auth/token.ts",
  "lib/dispatch.ts",
  "lib/fresh/app/app.ts",
  "lib/fresh/app/context.ts",
  "lib/fresh/app/file_routes.ts",
  "lib/fresh/app/handlers.ts",
  "lib/fresh/app/http_error.ts",
  "lib/fresh/app/page_context.ts",
  "lib/fresh/app/segments.ts",
  "lib/fresh/app/snapshot.ts",
  "lib/fresh/browser/boot.ts",
  "lib/fresh/build/build_options.ts",
  "lib/fresh/build/built_snapshot.ts",
  "lib/fresh/render/document.ts",
  "lib/net/admission/address_limits.ts",
  "lib/net/admission/network_address.ts",
  "lib/net/admission/refused_connections.ts",
  "lib/net/admission/silence_tracker.ts",
  "lib/net/connection.ts",
  "lib/net/connection_counts.ts",
  "lib/net/listener.ts",
  "lib/net/outbox.ts",
  "lib/net/tls/certificate.ts",
  "lib/protocol/replies.ts",
  "lib/protocol/request.ts",
  "lib/queues/fair_queue.ts",
  "lib/queues/turns.ts",
  "lib/rooms/addressed_event.ts",
  "lib/rooms/room.ts",
  "lib/rooms/room_connection.ts",
  "lib/rooms/rooms.ts",
  "lib/rooms/watchers.ts",
  "packaging/archive.ts",
  "packaging/programs.ts",
];

/**
 * A doc comment names what it documents: "Resolves a token to its session", not "Whose a token is". These words begin
 * a clause in place of a noun or verb.
 */
const CLAUSE = /\/\*\*\s*(?:\*\s*)?(?:What|Of|Those|Whose|Who)\s/g;

function* sourceFiles(folder: string): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(name)) yield path;
  }
}

function clauses(path: string): string[] {
  const text = Deno.readTextFileSync(path);
  return [...text.matchAll(CLAUSE)].map(({ 0: found, index }) => {
    const line = text.slice(0, index + found.length).split("\n").length;
    return `${relative(ROOT, path).replaceAll("\\", "/")}:${line}`;
  });
}

Deno.test("doc comments begin with a noun or a verb", () => {
  const files = [...FOLDERS.flatMap((name) => [...sourceFiles(join(ROOT, name))])];
  const found = [...files, join(ROOT, "server.ts")].flatMap(clauses);
  const left = found.filter((place) => !EXEMPT.includes(place.replace(/:\d+$/, "")));
  assert.deepEqual(left, [], "begin these with what the thing is or does");
});
