import { LineClient } from "../line_client.ts";
import { compareEvents, compareReply, parseReply } from "./compare.ts";
import { iso, type Line, Model, Refusal } from "./model.ts";
import { type Request, Requests } from "./requests.ts";
import type { Step } from "./steps.ts";

/** The setting of a conversation. */
export interface Place {
  port: number;
  clock: { now: number };
  sweep: () => void;
  /** Makes names distinct from those of other conversations. */
  run: number;
}

/** A conversation of several users over several connections, one request at a time, checked against the model. */
export class Talk {
  readonly model: Model;
  /** The conversation so far, in readable form. */
  readonly spoken: string[] = [];
  readonly #place: Place;
  readonly #requests: Requests;
  readonly #clients = new Map<Line, LineClient>();
  /** The number of lines already checked in each transcript. */
  readonly #seen = new Map<Line, number>();
  #connections = 0;

  constructor(place: Place) {
    this.#place = place;
    this.model = new Model(place.clock.now);
    this.#requests = new Requests(this.model, place.run);
  }

  async connect(): Promise<void> {
    const name = `line ${++this.#connections}`;
    const line: Line = { name, inside: new Map(), watching: new Map(), due: [] };
    this.#clients.set(line, await LineClient.connect(this.#place.port));
    this.#seen.set(line, 0);
    this.model.lines.push(line);
  }

  async take(step: Step): Promise<void> {
    const { model } = this;
    const line = model.lines[step.line % model.lines.length];
    if (step.act === "time") return this.#passTime(step.by);
    if (step.act === "reconnect") {
      await this.#ask(line, this.#requests.ping());
      await this.#close(line);
      return await this.connect();
    }
    const request = this.#requests.of(line, step);
    const word = step.shout ? request.action.toUpperCase() : request.action;
    const tag = request.raw !== undefined ? null : this.#requests.tag(step);
    await this.#ask(line, request, `${tag === null ? "" : `@${tag} `}${word}`, tag);
  }

  /** Pings on every connection, so that all expected events have arrived. */
  async end(): Promise<void> {
    for (const line of this.model.lines) await this.#ask(line, this.#requests.ping());
  }

  async closeAll(): Promise<void> {
    for (const client of this.#clients.values()) await client.close();
  }

  #passTime(by: number | "expiry"): void {
    const { clock, sweep } = this.#place;
    const { model } = this;
    const next = model.sessions.filter((each) => model.good(each))
      .map(({ expiresAt }) => expiresAt * 1000 - model.now);
    clock.now += by === "expiry" ? Math.min(Infinity, ...next.length > 0 ? next : [1_000]) : by;
    model.now = clock.now;
    sweep();
    model.endSessions(({ expiresAt }) => expiresAt * 1000 <= model.now);
    this.spoken.push(`--- it is ${iso(model.now)}`);
  }

  async #close(line: Line): Promise<void> {
    const client = this.#clients.get(line)!;
    this.#clients.delete(line);
    await client.close();
    this.model.disconnect(line);
    this.spoken.push(`--- ${line.name} is closed`);
  }

  async #ask(line: Line, request: Request, head = request.action, tag: string | null = null) {
    const client = this.#clients.get(line)!;
    const text = request.raw ?? `${head} ${request.rest}`.trimEnd();
    this.spoken.push(`${line.name} > ${this.#shown(text)}`);
    const due = line.due;
    line.due = [];
    const response = await client.request(text);
    this.spoken.push(`${line.name} < ${this.#shown(response)}`);
    const reply = parseReply(response);
    let expected: { ok: unknown } | Refusal;
    try {
      expected = { ok: request.rule(reply.json ?? {}) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expected = error;
    }
    compareReply(reply, { tag, action: request.action, expected });
    const from = this.#seen.get(line)!;
    const place = client.transcript.indexOf(response, from);
    this.#seen.set(line, place + 1);
    compareEvents(client.transcript.slice(from, place), due, line.name);
  }

  #shown(text: string): string {
    let shown = text;
    for (const [place, { token, person }] of this.model.sessions.entries()) {
      shown = shown.replaceAll(token, `<token ${place} of ${person.name}>`);
    }
    return shown.length > 600 ? `${shown.slice(0, 600)}…` : shown;
  }
}
