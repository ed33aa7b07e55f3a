import assert from "node:assert/strict";
import { LineClient } from "../../line_client.ts";
import { Program, SERVER_READY } from "../../program.ts";
import { withFolder } from "../../folder.ts";

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId: string;
  name: string;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string } }[];
}

/** What a collector of OpenTelemetry is sent, as JSON. */
class Collector {
  readonly spans: SentSpan[] = [];
  received = "";
  #wake = () => {};
  readonly #server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const text = await request.text();
      this.received += text;
      for (const { scopeSpans } of JSON.parse(text).resourceSpans ?? []) {
        for (const { scope, spans } of scopeSpans) {
          if (scope.name === "chung") {
            this.spans.push(...spans);
          }
        }
      }
      this.#wake();
      return Response.json({});
    },
  );

  get address(): string {
    return `http://127.0.0.1:${this.#server.addr.port}`;
  }

  /** Returns the spans once there are as many. */
  async until(count: number): Promise<SentSpan[]> {
    while (this.spans.length < count) await new Promise<void>((resolve) => this.#wake = resolve);
    return this.spans;
  }

  close(): Promise<void> {
    return this.#server.shutdown();
  }
}

function byStart(a: SentSpan, b: SentSpan): number {
  return Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano));
}

// Guard (accounts): traces hold no text, token or name
Deno.test("with OTEL_DENO=true each request is a span, a write with its queue, commit and fan-out", async () => {
  await withFolder(async (folder) => {
    const collector = new Collector();
    const server = new Program(
      "server.ts",
      ["--port", "0", "--data", `${folder}/data`, "--log", `${folder}/log`],
      {
        OTEL_DENO: "true",
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
        OTEL_BSP_SCHEDULE_DELAY: "100",
      },
    );
    const client = await LineClient.connect(Number(await server.line(SERVER_READY)));
    const token = await client.join("somebody");
    await client.ok(`new_project ${token} Plans`);
    await client.ok(`chat ${token} 1 nobody else reads this`);
    await client.err(`chat ${token} 9 nor this`);
    await client.err("frobnicate");
    // reg, login, new_project and the two chats write: each has three spans below it.
    const spans = (await collector.until(6 + 5 * 3)).toSorted(byStart);
    const roots = spans.filter(({ parentSpanId }) => parentSpanId === "");
    const told = roots.map(({ name, attributes }) => [
      name,
      Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue])),
    ]);
    const rootOf = (action: string, outcome: string) => [
      `request ${action}`,
      { "chung.action": action, "chung.outcome": outcome },
    ];
    assert.deepEqual(told, [
      rootOf("reg", "ok"),
      rootOf("login", "ok"),
      rootOf("new_project", "ok"),
      rootOf("chat", "ok"),
      rootOf("chat", "project_not_found"),
      rootOf("-", "unknown_action"),
    ]);
    const chat = roots[3];
    const below = spans.filter(({ parentSpanId }) => parentSpanId === chat.spanId);
    assert.deepEqual(below.map(({ name }) => name), ["queue", "commit", "fan-out"]);
    const [queue, commit, fanOut] = below;
    assert(below.every(({ traceId }) => traceId === chat.traceId));
    const times = [
      chat.startTimeUnixNano,
      queue.startTimeUnixNano,
      commit.startTimeUnixNano,
      fanOut.startTimeUnixNano,
      chat.endTimeUnixNano,
    ].map(BigInt);
    assert.deepEqual(times, times.toSorted((a, b) => a < b ? -1 : 1));
    assert.equal(queue.endTimeUnixNano, commit.startTimeUnixNano);
    for (const secret of ["somebody", "Plans", "nobody else", "nor this", token, "frobnicate"]) {
      assert(!collector.received.includes(secret), secret);
    }
    await client.close();
    server.kill("SIGTERM");
    assert.equal((await server.end()).code, 0);
    await collector.close();
  });
});
