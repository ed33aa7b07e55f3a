import type { Span, Tracer } from "@opentelemetry/api";
import type { Clock } from "../clock.ts";
import type { FinishedRequest, RequestTraces } from "./request_traces.ts";

/** The errors that are the server's own and not the client's. */
const FAULTS: ReadonlySet<string> = new Set(["internal", "unavailable"]);

/** The key by which an implementation of OpenTelemetry registers, as Deno does. */
const REGISTERED = Symbol.for("opentelemetry.js.api.1");

type Api = typeof import("@opentelemetry/api");

/**
 * Returns the traces of Deno's own OpenTelemetry, which is on with `OTEL_DENO=true`; null where it is off. A request
 * costs nothing then, nor does the start: the library isn't loaded.
 */
export async function telemetry(clock: Clock, version: string): Promise<RequestTraces | null> {
  if (!(REGISTERED in globalThis)) return null;
  const api = await import("@opentelemetry/api");
  return new Telemetry(api, api.trace.getTracer("chung", version), clock);
}

/**
 * Makes a span of each request, with those of its write below it. They are made afterwards, of the times that were noted: a request carries nothing along
 * but numbers.
 */
class Telemetry implements RequestTraces {
  readonly #api: Api;
  readonly #tracer: Tracer;
  readonly #clock: Clock;

  constructor(api: Api, tracer: Tracer, clock: Clock) {
    this.#api = api;
    this.#tracer = tracer;
    this.#clock = clock;
  }

  finished({ action, outcome, receivedAt, write, finishedAt }: FinishedRequest): void {
    // Makes the clock's time Unix time.
    const offset = this.#clock.wall() - this.#clock.monotonic();
    const span = this.#tracer.startSpan(`request ${action}`, {
      startTime: offset + receivedAt,
      attributes: { "chung.action": action, "chung.outcome": outcome },
    }, this.#api.ROOT_CONTEXT);
    if (FAULTS.has(outcome)) {
      span.setStatus({ code: this.#api.SpanStatusCode.ERROR, message: outcome });
    }
    if (write !== null && write.begun >= write.queuedAt) {
      const { queuedAt, begun, durable } = write;
      this.#child(span, "queue", offset + queuedAt, offset + begun);
      this.#child(span, "commit", offset + begun, offset + durable);
      this.#child(span, "fan-out", offset + durable, offset + finishedAt);
    }
    span.end(offset + finishedAt);
  }

  #child(parent: Span, name: string, startTime: number, end: number): void {
    const { ROOT_CONTEXT, trace } = this.#api;
    this.#tracer.startSpan(name, { startTime }, trace.setSpan(ROOT_CONTEXT, parent)).end(end);
  }
}
