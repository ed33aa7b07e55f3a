import { createHash } from "node:crypto";
import { writeAll } from "../files/write_all.ts";

/** The bytes of a file or of a part of it, as they come. */
export type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The length and SHA-256 of what has passed through a stream. */
export interface Passed {
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/**
 * Passes bytes on, and measures them.
 * @param done called at the end; what it throws fails the stream
 * @param progress called with the number of bytes of each chunk
 */
export function measure(
  done: (passed: Passed) => void,
  progress: (bytes: number) => void = () => {},
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  const hash = createHash("sha256");
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      hash.update(chunk);
      bytes += chunk.length;
      progress(chunk.length);
      controller.enqueue(chunk);
    },
    flush() {
      done({ bytes, sha256: hash.digest("hex") });
    },
  });
}

/** Returns the first bytes of a stream, fewer only if it has no more, and a stream of all of them. */
export async function peek(
  stream: Bytes,
  length: number,
): Promise<{ head: Uint8Array; stream: Bytes }> {
  const reader = stream.getReader();
  const read: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  while (bytes < length) {
    const { done, value } = await reader.read();
    if (done) break;
    read.push(value);
    bytes += value.length;
  }
  const head = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of read) {
    head.set(chunk, at);
    at += chunk.length;
  }
  let first: Uint8Array<ArrayBuffer> | null = head;
  const whole: Bytes = new ReadableStream({
    async pull(controller) {
      if (first !== null && first.length > 0) controller.enqueue(first);
      else {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      }
      first = null;
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { head: head.subarray(0, length), stream: whole };
}

/** Writes a stream to a new file that its owner alone can read, to the disk before it resolves. */
export async function writeFile(path: string, stream: Bytes): Promise<void> {
  const file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
  await stream.pipeTo(
    new WritableStream({
      async write(chunk) {
        await writeAll(file, chunk);
      },
      async close() {
        await file.sync();
        file.close();
      },
      abort() {
        file.close();
      },
    }),
  );
}
