/// <reference lib="deno.worker" />
// The writer's thread: fsync waits here, so that sockets and reads don't.
import { openWriterConnection } from "./connection.ts";
import { packResult, unpackRequest } from "./packed_writes.ts";
import type { FromWriter, ToWriter } from "./worker_messages.ts";
import { Writer } from "./writer.ts";

let writer: Writer | undefined;

function answer(message: ToWriter): FromWriter {
  switch (message.type) {
    case "open":
      writer = new Writer(openWriterConnection(message.path));
      return { type: "opened" };
    case "batch": {
      const batch = message.batch.map(unpackRequest);
      const results = writer!.apply(batch);
      return {
        type: "results",
        results: results.map((result, index) => packResult(result, batch[index])),
      };
    }
    case "close":
      writer?.close();
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
