import assert from "node:assert/strict";
import { RefusedConnections } from "../../../lib/net/admission/refused_connections.ts";
import type { ServerConn } from "../../../lib/net/server_conn.ts";

/** A connection that ends only when closed, as with an unfinished TLS handshake. */
function stuckConn(): { conn: ServerConn; isClosed: () => boolean } {
  const closed = Promise.withResolvers<never>();
  closed.promise.catch(() => {});
  let isClosed = false;
  const stuck = () => closed.promise;
  const close = () => {
    isClosed = true;
    closed.reject(new Deno.errors.Interrupted());
  };
  const conn = { write: stuck, closeWrite: stuck, read: stuck, close };
  return { conn: conn as unknown as ServerConn, isClosed: () => isClosed };
}

// Guard (connections): refusing a connection costs little
Deno.test("connections that are refused and take no word are held for a second, and 1,024 at most", async () => {
  const refusals = new RefusedConnections();
  const conns = Array.from({ length: 5_000 }, stuckConn);
  for (const { conn } of conns) refusals.refuse(conn, "err - server_full try again later");
  assert.equal(refusals.size, 1_024);
  assert.equal(conns.filter(({ isClosed }) => !isClosed()).length, 1_024);
  await refusals.settled();
  assert.equal(refusals.size, 0);
  assert(conns.every(({ isClosed }) => isClosed()));
});

Deno.test("a connection that is refused and floods is closed before its time", async () => {
  let read = 0;
  const flooding = {
    write: (bytes: Uint8Array) => Promise.resolve(bytes.length),
    closeWrite: () => Promise.resolve(),
    // On each turn, so that a guard by time alone would run too.
    read: async (buffer: Uint8Array) => {
      await new Promise((resolve) => setTimeout(resolve));
      assert((read += buffer.length) < 1024 * 1024, "it is read on and on");
      return buffer.length;
    },
    close() {},
  };
  await new RefusedConnections().refuse(flooding as unknown as ServerConn, "err - server_full");
  assert.equal(read, 64 * 1024);
});
