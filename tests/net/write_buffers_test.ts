import assert from "node:assert/strict";
import fc from "fast-check";
import { WriteBuffers, type WritePiece } from "../../lib/net/write_buffers.ts";

Deno.test("WriteBuffers gives no byte to two writes at a time, in whatever order they are done", () => {
  const step = fc.oneof(
    fc.record({ take: fc.integer({ min: 1, max: 100_000 }) }),
    fc.record({ done: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const buffers = new WriteBuffers();
      const writing: { piece: WritePiece; mark: number }[] = [];
      let mark = 0;
      for (const one of steps) {
        if ("take" in one) {
          const piece = buffers.take(one.take);
          assert.equal(piece.bytes.length, one.take);
          piece.bytes.fill(mark = (mark + 1) % 256);
          writing.push({ piece, mark });
        } else if (writing.length > 0) {
          const [{ piece, mark }] = writing.splice(one.done % writing.length, 1);
          assert(piece.bytes.every((byte) => byte === mark));
          piece.done();
        }
      }
      for (const { piece, mark } of writing) assert(piece.bytes.every((byte) => byte === mark));
    }),
    { numRuns: 30 },
  );
});

Deno.test("WriteBuffers uses bytes again when their writes are done", () => {
  const buffers = new WriteBuffers();
  const used = new Set<ArrayBufferLike>();
  for (let i = 0; i < 1_000; i++) {
    const pieces = Array.from({ length: 10 }, () => buffers.take(10_000));
    for (const { bytes, done } of pieces) {
      used.add(bytes.buffer);
      done();
    }
  }
  assert.equal(used.size, 1);
});
