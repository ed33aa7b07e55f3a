/// <reference lib="deno.worker" />
// The search thread. A search in a large room takes long enough to delay other requests noticeably.
import type { DatabaseSync } from "node:sqlite";
import { openReaderConnection } from "../connections.ts";
import { toFailure } from "../sqlite_errors.ts";
import type { RunningSearch } from "./running_search.ts";
import { Search } from "./search.ts";
import type { FromSearch, ToSearch } from "./search_messages.ts";

let opened: { database: DatabaseSync; search: Search } | undefined;
const running = new Map<number, RunningSearch>();

function open(path: string) {
  const database = openReaderConnection(path);
  return { database, search: new Search(database) };
}

function answer(message: ToSearch): FromSearch {
  if (message.type === "close") {
    opened?.database.close();
    return { type: "closed" };
  }
  if (message.type === "drop") {
    running.delete(message.search);
    return { type: "dropped" };
  }
  opened ??= open(message.path);
  const search = running.get(message.search) ?? opened.search.start(message.request);
  running.delete(message.search);
  const result = search.work();
  if (result !== null) return { type: "found", result };
  running.set(message.search, search);
  return { type: "unfinished" };
}

self.onmessage = ({ data }: MessageEvent<ToSearch>) => {
  let reply: FromSearch;
  try {
    reply = answer(data);
  } catch (error) {
    reply = { type: "failed", failure: toFailure(error) };
  }
  self.postMessage(reply);
};
