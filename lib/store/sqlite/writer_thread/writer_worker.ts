/// <reference lib="deno.worker" />
// The writer's thread. It blocks on fsync so that sockets and reads don't.
import type { WriteResult } from "../../write_queue.ts";
import { openWriterConnection } from "../connections.ts";
import { DatabasePlace } from "../database_place.ts";
import { toFailure } from "../sqlite_errors.ts";
import { packResult, unpackRequest } from "./packed_writes.ts";
import { OpenMarker } from "../startup/open_marker.ts";
import type { FromWriter, ToWriter } from "./writer_messages.ts";
import type { SqliteWriteRequest } from "../writes/sqlite_writes.ts";
import { Writer } from "../writes/writer.ts";

interface Place {
  path: string;
  place: DatabasePlace;
  mark: OpenMarker;
}

let given: Place | undefined;
let writer: Writer | undefined;

/** Opens the database, unless it has been moved since the server's start: another one may be in its place. */
function open({ path, place }: Place): Writer {
  place.assertKept();
  return new Writer(openWriterConnection(path), place);
}

function apply(batch: SqliteWriteRequest[]): WriteResult[] {
  try {
    writer ??= open(given!);
  } catch (error) {
    const failure = toFailure(error);
    return batch.map(() => ({ ok: false, failure }));
  }
  return writer.apply(batch);
}

function answer(message: ToWriter): FromWriter {
  switch (message.type) {
    case "open": {
      const { path, files } = message;
      given = { path, place: new DatabasePlace(path, files), mark: new OpenMarker(path) };
      if (given.place.isKept()) writer = open(given);
      return { type: "opened" };
    }
    case "batch": {
      const batch = message.batch.map(unpackRequest);
      const results = apply(batch);
      return {
        type: "results",
        results: results.map((result, index) => packResult(result, batch[index])),
      };
    }
    case "close":
      writer?.close(() => given!.mark.remove());
      return { type: "closed" };
  }
}

self.onmessage = ({ data }: MessageEvent<ToWriter>) => {
  let reply: FromWriter;
  try {
    reply = answer(data);
  } catch (error) {
    reply = { type: "failed", message: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};
