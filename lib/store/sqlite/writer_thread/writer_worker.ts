/// <reference lib="deno.worker" />
// The writer's thread. It blocks on fsync so that sockets and reads don't.
import { openWriterConnection } from "../connections.ts";
import { packResult, unpackRequest } from "./packed_writes.ts";
import { OpenMarker } from "../startup/open_marker.ts";
import type { FromWriter, ToWriter } from "./writer_messages.ts";
import { Writer } from "../writes/writer.ts";

let opened: { writer: Writer; mark: OpenMarker } | undefined;

function answer(message: ToWriter): FromWriter {
  switch (message.type) {
    case "open":
      opened = {
        writer: new Writer(openWriterConnection(message.path)),
        mark: new OpenMarker(message.path),
      };
      return { type: "opened" };
    case "batch": {
      const batch = message.batch.map(unpackRequest);
      const results = opened!.writer.apply(batch);
      return {
        type: "results",
        results: results.map((result, index) => packResult(result, batch[index])),
      };
    }
    case "close":
      opened?.writer.close(() => opened!.mark.remove());
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
