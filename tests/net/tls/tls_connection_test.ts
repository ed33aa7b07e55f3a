import assert from "node:assert/strict";
import { createSecureContext } from "node:tls";
import { TlsConnection } from "../../../lib/net/tls/tls_connection.ts";
import { authority, certificateOptions } from "../../tls/certificates.ts";

const files = certificateOptions("server");
const secureContext = createSecureContext({
  cert: Deno.readTextFileSync(files["tls-cert"]),
  key: Deno.readTextFileSync(files["tls-key"]),
});
const bytes = (text: string) => new TextEncoder().encode(text);

async function read(conn: Pick<Deno.Conn, "read">): Promise<string | null> {
  const buffer = new Uint8Array(1024);
  const length = await conn.read(buffer);
  return length === null ? null : new TextDecoder().decode(buffer.subarray(0, length));
}

/** Whether the server's half ends next; Deno 2.8 signals this only by TCP. */
async function readsEnd(client: Deno.TlsConn): Promise<boolean> {
  try {
    return await read(client) === null;
  } catch (error) {
    return error instanceof Deno.errors.UnexpectedEof && Deno.version.deno.startsWith("2.8.");
  }
}

/** Runs with a TLS server connection whose client is bare TCP. */
async function withTcp(
  test: (ends: { server: TlsConnection; tcp: Deno.TcpConn }) => Promise<void>,
  handshakeDeadline?: number,
): Promise<void> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepted = listener.accept();
  const tcp = await Deno.connect({ hostname: "127.0.0.1", port: listener.addr.port });
  const server = new TlsConnection(await accepted, secureContext, handshakeDeadline);
  try {
    await test({ server, tcp });
  } finally {
    server.close();
    tcp.close();
    listener.close();
  }
}

/** Runs with both ends of a TLS connection. */
async function withTls(
  test: (ends: { server: TlsConnection; client: Deno.TlsConn }) => Promise<void>,
): Promise<void> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const accepted = listener.accept();
  const { port } = listener.addr;
  const client = await Deno.connectTls({ hostname: "localhost", port, caCerts: [authority()] });
  const server = new TlsConnection(await accepted, secureContext);
  try {
    await client.handshake();
    await test({ server, client });
  } finally {
    server.close();
    client.close();
    listener.close();
  }
}

Deno.test("TlsConnection ends each half by itself, so that a last line arrives", async () => {
  await withTls(async ({ server, client }) => {
    await server.write(bytes("closing"));
    await server.closeWrite();
    assert.equal(await read(client), "closing");
    assert(await readsEnd(client));
    await client.write(bytes("still heard"));
    assert.equal(await read(server), "still heard");
    await client.closeWrite();
    assert.equal(await read(server), null);
  });
  await withTls(async ({ server, client }) => {
    await client.write(bytes("question"));
    await client.closeWrite();
    assert.equal(await read(server), "question");
    assert.equal(await read(server), null);
    await server.write(bytes("answer"));
    await server.closeWrite();
    assert.equal(await read(client), "answer");
    assert(await readsEnd(client));
  });
});

Deno.test("TlsConnection gives what was read in pieces as small as asked for", async () => {
  await withTls(async ({ server, client }) => {
    const sent = crypto.getRandomValues(new Uint8Array(60_000));
    const sending = (async () => {
      for (let at = 0; at < sent.length;) at += await client.write(sent.subarray(at));
      await client.closeWrite();
    })();
    const received: number[] = [];
    for (let size = 1;; size = size * 3 % 5_000 + 1) {
      const buffer = new Uint8Array(size);
      const length = await server.read(buffer);
      if (length === null) break;
      assert(length > 0 && length <= size);
      received.push(...buffer.subarray(0, length));
    }
    await sending;
    assert.deepEqual(new Uint8Array(received), sent);
  });
});

// Guard (tls): no more is read from a client than is used
Deno.test("TlsConnection takes no more from a client than is read", async () => {
  await withTls(async ({ server, client }) => {
    const LIMIT = 64 * 1024 * 1024;
    const piece = new Uint8Array(64 * 1024);
    let accepted = 0;
    const flooding = (async () => {
      while (accepted < LIMIT) accepted += await client.write(piece);
    })().catch(() => {});
    // Back pressure: nothing more was accepted between two checks.
    for (let before = -1; before !== accepted && accepted < LIMIT;) {
      before = accepted;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert(accepted < LIMIT / 2, `${accepted} bytes were taken though nobody read`);
    const buffer = new Uint8Array(64 * 1024);
    for (let left = accepted; left > 0;) left -= (await server.read(buffer))!;
    server.close();
    await flooding;
  });
});

Deno.test("TlsConnection waits with the next write until the client takes the last", async () => {
  await withTls(async ({ server, client }) => {
    const LIMIT = 64 * 1024 * 1024;
    const piece = new Uint8Array(64 * 1024);
    let written = 0;
    const writing = (async () => {
      while (written < LIMIT) written += await server.write(piece);
    })().catch(() => {});
    for (let before = -1; before !== written && written < LIMIT;) {
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert(written < LIMIT / 2, `${written} bytes were taken though nobody read`);
    server.close();
    await writing;
    while (await client.read(piece).catch(() => null) !== null);
  });
});

// Guard (tls): closing during a handshake closes the socket
Deno.test("a TlsConnection that is closed before its handshake lets its client go at once", async () => {
  await withTcp(async ({ server, tcp }) => {
    const waiting = [server.read(new Uint8Array(8)), server.write(bytes("x")), server.closeWrite()];
    const settled = Promise.allSettled(waiting);
    // The start of a handshake record, and nothing more.
    await tcp.write(new Uint8Array([0x16, 0x03, 0x01, 0x01]));
    server.close();
    for (const { status } of await settled) assert.equal(status, "rejected");
    assert.equal(await tcp.read(new Uint8Array(8)).catch(() => null), null);
  });
});

// Guard (tls): a handshake has a time limit
Deno.test("a TLS handshake that is not ended in time ends the connection", async () => {
  for (const beginning of [[], [0x16, 0x03, 0x01, 0x01]]) {
    await withTcp(async ({ server, tcp }) => {
      if (beginning.length > 0) await tcp.write(new Uint8Array(beginning));
      await assert.rejects(server.read(new Uint8Array(8)), Deno.errors.TimedOut);
      assert.equal(await tcp.read(new Uint8Array(8)).catch(() => null), null);
    }, 20);
  }
  await withTls(async ({ server, client }) => {
    await client.write(bytes("in time"));
    assert.equal(await read(server), "in time");
  });
});

Deno.test("what is no TLS ends the connection with an error, and so does a reset", async () => {
  for (const sent of ["ping\n", "GET / HTTP/1.1\r\n\r\n", "\0".repeat(600)]) {
    await withTcp(async ({ server, tcp }) => {
      await tcp.write(bytes(sent));
      await assert.rejects(server.read(new Uint8Array(8)), Deno.errors.InvalidData);
      await assert.rejects(server.write(bytes("x")), Deno.errors.InvalidData);
      // Alerts may come first; then it ends.
      while (await tcp.read(new Uint8Array(64)).catch(() => null) !== null);
    });
  }
});
