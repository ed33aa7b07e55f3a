import assert from "node:assert/strict";
import { request } from "node:http";
import { ChungError } from "../../../lib/errors.ts";
import { METRICS } from "../../../lib/figures/metrics.ts";
import { openSqliteStore } from "../../../lib/store/sqlite/open_sqlite_store.ts";
import { parseExposition } from "../../figures/parse_exposition.ts";
import { withFolder } from "../../folder.ts";
import { LineClient } from "../../line_client.ts";
import { startTestServer } from "../../server_fixture.ts";
import { withServer } from "../with_server.ts";

const ON = { metrics: "127.0.0.1:0" };

async function get(
  address: string | null,
  path: string,
): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://${address}${path}`);
  return { status: response.status, text: await response.text() };
}

Deno.test("/metrics is Prometheus' text, and counts what was done", async () => {
  await withServer(async ({ server, connect }) => {
    const [alice, bob] = [await connect(), await connect()];
    const token = await alice.join("alice");
    const bobToken = await bob.join("bob");
    await alice.ok(`new_project ${token} Website`);
    await alice.ok(`add_group ${token} 1 bob`);
    await bob.ok(`enter ${bobToken} 1`);
    for (const text of ["one", "two", "three"]) await alice.ok(`chat ${token} 1 ${text}`);
    await alice.err(`chat ${token} 2 nowhere`);
    await alice.err("chta");
    const response = await fetch(`http://${server.metrics}/metrics`);
    assert.equal(response.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    const metrics = parseExposition(await response.text());
    assert.deepEqual([...metrics.keys()], METRICS.map(({ name }) => name));
    const value = (series: string) => {
      const found = [...metrics.values()].find((metric) => metric.series.has(series));
      assert(found, series);
      return found.series.get(series)!;
    };
    const expected: [string, number][] = [
      ['chung_requests_total{action="chat",outcome="ok"}', 3],
      ['chung_requests_total{action="chat",outcome="project_not_found"}', 1],
      ['chung_requests_total{action="invalid",outcome="unknown_action"}', 1],
      ['chung_requests_total{action="search",outcome="ok"}', 0],
      ["chung_messages_total", 3],
      ["chung_connections", 2],
      ["chung_connections_trusted", 2],
      ["chung_connections_entered", 1],
      ["chung_connections_accepted_total", 2],
      ['chung_connections_refused_total{reason="server_full"}', 0],
      ["chung_requests_in_hand", 0],
      ["chung_write_queue_length", 0],
      ["chung_log_lost_entries", 0],
      ["chung_delivery_duration_seconds_count", 6],
      ["chung_request_duration_seconds_count", 12],
    ];
    for (const [series, count] of expected) assert.equal(value(series), count, series);
    for (
      const name of ["chung_database_bytes", "chung_wal_bytes", "process_resident_memory_bytes"]
    ) {
      assert(value(name) > 4_000, name);
    }
    assert(value("chung_writes_total") >= value("chung_commit_duration_seconds_count"));
    assert(value("chung_commit_duration_seconds_count") > 0);
  }, ON);
});

Deno.test("the log's size is that of its files, of earlier days too", async () => {
  await withFolder(async (directory) => {
    await Deno.mkdir(`${directory}/log/01_02_2024`, { recursive: true });
    await Deno.writeTextFile(
      `${directory}/log/01_02_2024/chat_log_01_02_2024.log`,
      "x".repeat(9_000),
    );
    const server = await startTestServer(ON, { directory });
    const size = async () =>
      parseExposition((await get(server.metrics, "/metrics")).text).get("chung_log_bytes")!.series
        .get(
          "chung_log_bytes",
        )!;
    assert.equal(await size(), 9_000);
    await Deno.remove(`${directory}/log/01_02_2024`, { recursive: true });
    assert.equal(await size(), 0);
    await server.close();
  });
});

Deno.test("by default nothing is served", async () => {
  await withServer(({ server }) => {
    assert.equal(server.metrics, null);
    return Promise.resolve();
  });
});

// Guard (connections): the figures of a loopback address answer to no other name, and change nothing
Deno.test("the figures answer GET by a name of this machine alone", async () => {
  await withServer(async ({ server }) => {
    const cases: [method: string, path: string, host: string, status: number][] = [
      ["GET", "/healthz", "", 200],
      ["HEAD", "/metrics", "", 200],
      ["GET", "/readyz", "localhost:1", 200],
      ["GET", "/metrics", "evil.example", 403],
      ["GET", "/readyz", "127.0.0.1.evil.example", 403],
      ["POST", "/metrics", "", 405],
      ["DELETE", "/healthz", "", 405],
      ["GET", "/", "", 404],
      ["GET", "/metrics/../..", "", 404],
    ];
    for (const [method, path, host, status] of cases) {
      assert.equal(
        await statusOf(server.metrics!, { method, path, host }),
        status,
        `${method} ${path} ${host}`,
      );
    }
  }, ON);
});

/** fetch doesn't set Host. */
function statusOf(
  address: string,
  { method, path, host }: { method: string; path: string; host: string },
): Promise<number> {
  const headers = host === "" ? {} : { host };
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const [hostname, port] = address.split(":");
  const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
    response.resume();
    response.on("end", () => resolve(response.statusCode!));
  });
  sent.on("error", reject);
  sent.end();
  return promise;
}

Deno.test("/readyz tells why the server can't do its work, also while it closes; /healthz is well", async () => {
  await withFolder(async (directory) => {
    await Deno.mkdir(`${directory}/data`);
    const store = await openSqliteStore({ path: ":memory:" });
    const full = new ChungError("unavailable", "the disk is full");
    const held = Promise.withResolvers<void>();
    const server = await startTestServer(ON, {
      directory,
      store: new Proxy(store, {
        get(target, name) {
          const found = Reflect.get(target, name);
          if (name === "check") return () => Promise.reject(full);
          if (name === "close") return () => held.promise.then(() => target.close());
          return typeof found === "function" ? found.bind(target) : found;
        },
      }),
    });
    const unready = await get(server.metrics, "/readyz");
    assert.deepEqual(unready, { status: 503, text: "the disk is full\n" });
    assert.equal((await get(server.metrics, "/healthz")).status, 200);
    const closed = server.close();
    const closing = await get(server.metrics, "/readyz");
    assert.deepEqual(closing, { status: 503, text: "the server is shutting down\n" });
    held.resolve();
    await closed;
    await assert.rejects(fetch(`http://${server.metrics}/readyz`));
  });
});

Deno.test("a request that doesn't end keeps no server from closing", async () => {
  await withFolder(async (directory) => {
    const server = await startTestServer(ON, { directory });
    const [hostname, port] = server.metrics!.split(":");
    const conn = await Deno.connect({ hostname, port: Number(port) });
    await conn.write(new TextEncoder().encode("GET /metrics HTTP/1.1\r\nHost: 127.0"));
    // Answered after what came before it on another connection has been seen.
    await get(server.metrics, "/healthz");
    await server.close();
    conn.close();
  });
});

Deno.test("a taken address fails the start and leaves nothing open", async () => {
  await withFolder(async (directory) => {
    const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const metrics = `127.0.0.1:${taken.addr.port}`;
    await assert.rejects(startTestServer({ metrics }, { directory }), /--metrics/);
    taken.close();
    const server = await startTestServer({ metrics }, { directory });
    const client = await LineClient.connect(server.port);
    await client.ok("ping");
    await client.close();
    await server.close();
  });
});
