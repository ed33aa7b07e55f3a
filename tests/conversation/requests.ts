import assert from "node:assert/strict";
import { iso, LIMITS, type Line, type Model, Refusal, type Session } from "./model.ts";
import * as accounts from "./rules_accounts.ts";
import * as messages from "./rules_messages.ts";
import * as projects from "./rules_projects.ts";
import * as rooms from "./rules_rooms.ts";
import { NAMES, RAW, type Step } from "./steps.ts";
import { makeText, type Piece } from "./text.ts";

// deno-lint-ignore no-explicit-any
type Reply = any;

/** A request and its rule, which returns the JSON of the `ok` or throws a Refusal. */
export interface Request {
  action: string;
  rest: string;
  rule: (reply: Reply) => unknown;
  /** The whole line, if it is malformed. */
  raw?: string;
}

/** Turns steps into requests, by the model's current state. */
export class Requests {
  readonly #model: Model;
  readonly #run: number;
  #registered = 0;

  /** @param run makes names distinct from those of other conversations */
  constructor(model: Model, run: number) {
    this.#model = model;
    this.#run = run;
  }

  tag({ tag }: Step): string | null {
    return tag === undefined ? null : `t.${tag}`;
  }

  ping(): Request {
    return { action: "ping", rest: "", rule: () => ({ time: iso(this.#model.now) }) };
  }

  of(line: Line, step: Step): Request {
    const model = this.#model;
    const { act } = step;
    if (act === "ping") return this.ping();
    if (act === "reg") return this.#reg(step.as, step.who);
    const inside = this.#inside(line, step);
    const person = inside?.person ?? model.people[step.who % model.people.length];
    if (act === "login") return this.#login(person.name, person.password, step.as);
    const session = model.sessions.findLast((each) => each.person === person && model.good(each));
    if (session === undefined) return this.#login(person.name, person.password, "right");
    if (act === "raw") {
      const [text, action, code] = RAW[step.text];
      const raw = text.replaceAll("{token}", session.token);
      const rule = () => {
        throw new Refusal(code);
      };
      return { action, rest: "", raw, rule };
    }
    const token = step.token === undefined ? session.token : this.#otherToken(step.token, session);
    return this.#withToken(line, step, token);
  }

  /** Requests with a token. */
  #withToken(line: Line, step: Step, token: string): Request {
    const model = this.#model;
    const tag = this.tag(step);
    const request = (rest: string, rule: (reply: Reply) => unknown): Request => ({
      action: step.act,
      rest: `${token} ${rest}`,
      rule,
    });
    switch (step.act) {
      case "logout":
        return request("", () => accounts.logout(model, token));
      case "whoami":
        return request("", () => accounts.whoami(model, token));
      case "projects": {
        const before = step.before === null ? null : this.#projectId(step.before);
        const rest = before === null ? step.limit ?? "" : `${step.limit ?? "-"} ${before}`;
        return request(`${rest}`, () => rooms.projects(model, token, [step.limit, before]));
      }
      case "watch":
        return request("", () => rooms.watch(model, line, token));
      case "search_all": {
        const { query } = step;
        return request(query.join(" "), () => messages.searchAll(model, token, query));
      }
      case "new_project": {
        const [sent, meant] = NAMES[step.name];
        return request(sent, (reply) => projects.newProject(model, token, meant, tag, reply));
      }
      case "edit": {
        const [id, text] = [this.#messageId(step.message), this.#text(step)];
        return request(`${id} ${text.sent}`, () => messages.edit(model, token, id, text));
      }
      case "delete": {
        const id = this.#messageId(step.message);
        return request(`${id}`, () => messages.deleteMessage(model, token, id));
      }
    }
    return this.#inProject(line, step, token, request);
  }

  /** Requests about a project. */
  #inProject(
    line: Line,
    step: Step,
    token: string,
    request: (rest: string, rule: (reply: Reply) => unknown) => Request,
  ): Request {
    assert("project" in step);
    const model = this.#model;
    const id = this.#inside(line, step)?.project.id ?? this.#projectId(step.project);
    switch (step.act) {
      case "rename_project": {
        const [sent, meant] = NAMES[step.name];
        return request(`${id} ${sent}`, () => projects.renameProject(model, token, id, meant));
      }
      case "add_group": {
        const { list, names } = this.#names(step.people, step.unknown, step.form);
        return request(`${id} ${list}`, () => projects.addGroup(model, token, id, names));
      }
      case "kick":
      case "transfer": {
        const name = this.#name(step.person);
        const rule = projects[step.act];
        return request(`${id} ${name}`, () => rule(model, token, id, name));
      }
      case "rejoin":
        return request(`${id}`, () => projects.rejoin(model, token, id));
      case "archive_project":
      case "restore_project": {
        const archived = step.act === "archive_project";
        return request(`${id}`, () => projects.setArchived(model, token, id, archived));
      }
      case "chat": {
        const text = this.#text(step);
        const tag = this.tag(step);
        return request(
          `${id} ${text.sent}`,
          (reply) => messages.chat(model, line, token, id, text, tag, reply),
        );
      }
      case "members":
        return request(`${id}`, () => rooms.members(model, token, id));
      case "leave":
      case "typing": {
        const rule = rooms[step.act];
        return request(`${id}`, () => rule(model, line, token, id));
      }
      case "enter": {
        const afterId = step.after === null ? null : this.#messageId(step.after);
        const after = step.change === null ? null : this.#mark(id, step.change);
        const rest = `${id} ${afterId ?? "-"} ${after?.value ?? ""}`;
        return request(rest, (r) => rooms.enter(model, line, token, id, afterId, after, r));
      }
      case "history": {
        const [limit, before, after] = step.numbers;
        const ids = [before, after].map((each) => each === null ? null : this.#messageId(each));
        const numbers = [limit, ...ids];
        const rest = `${id} ${numbers.map((each) => each ?? "-").join(" ")}`;
        return request(rest, (reply) => rooms.history(model, token, id, numbers, reply));
      }
      case "read": {
        const messageId = this.#messageId(step.message);
        return request(`${id} ${messageId}`, () => rooms.read(model, token, id, messageId));
      }
      case "search":
        return request(
          `${id} ${step.query.join(" ")}`,
          () => messages.search(model, token, id, step.query),
        );
    }
  }

  #reg(as: string, who: number): Request {
    const model = this.#model;
    // Registering is slow, so there are only a few.
    const fresh = `${"abcdefghij"[this.#registered % 10]}${this.#run}`;
    const name = {
      taken: model.people[who % Math.max(1, model.people.length)]?.name.toUpperCase() ?? fresh,
      "wrong name": `${fresh}/x`,
      "long name": `${fresh}${"x".repeat(LIMITS.maxUsername)}`,
    }[as] ?? fresh;
    const password = { short: "1234567", long: "ạ".repeat(25) }[as] ?? `password of ${name}`;
    if (as === "new" && this.#registered >= 6) return this.ping();
    const rule = (reply: Reply) => {
      const json = accounts.reg(model, name, password, reply);
      this.#registered++;
      return json;
    };
    return { action: "reg", rest: `${name} ${password}`, rule };
  }

  #login(name: string, password: string, as: string): Request {
    const given = as === "upper" ? name.toUpperCase() : as === "unknown" ? `${name}.x` : name;
    const tried = { wrong: `${password}!`, "too long": "x".repeat(73) }[as] ?? password;
    const rule = (reply: Reply) => accounts.login(this.#model, given, tried, reply);
    return { action: "login", rest: `${given} ${tried}`, rule };
  }

  /** A user who is in a room on this connection, for requests that would seldom fit by chance. */
  #inside(line: Line, step: Step) {
    if ((step.act !== "leave" && step.act !== "typing") || step.who > 1) return undefined;
    const here = [...line.inside].flatMap(([project, people]) =>
      [...people.keys()].map((person) => ({ project, person }))
    );
    return here.at(step.project % Math.max(1, here.length));
  }

  #otherToken(which: number, { token }: Session): string {
    const { sessions } = this.#model;
    if (which >= 0) return sessions[which % sessions.length].token;
    return ["nonsense", `${token.slice(0, -1)}${token.endsWith("A") ? "E" : "A"}`, "__proto__"][
      -1 - which
    ];
  }

  #projectId(which: number): number {
    const { projects, lastId } = this.#model;
    return which < 0 ? lastId.project + 1_000 : projects[which % projects.length].id;
  }

  #messageId(which: number): number {
    const { messages, lastId } = this.#model;
    return which < 0 ? lastId.message + 1_000 : messages.at(-1 - which)?.id ?? 0;
  }

  #name(which: number): string {
    const { people } = this.#model;
    const name = people[which % people.length].name;
    return which >= people.length ? name.toUpperCase() : name;
  }

  #names(people: number[], unknown: number, form: number) {
    const names = people.map((each) => this.#name(each));
    for (let i = 0; i < unknown; i++) names.push(`nobody${i}`);
    if (names.length === 0) names.push("nobody");
    const list = [
      names.join(" "),
      names.join(","),
      `[${names.join(", ")}]`,
      `[ ${names.join(" ; ")} ]`,
    ];
    return { names, list: list[form] };
  }

  #mark(projectId: number, which: number): { value: number; changes: number } {
    const known = this.#model.projects.find(({ id }) => id === projectId)?.marks ?? [];
    return known.at(-which) ?? { value: 0, changes: 0 };
  }

  #text({ pieces, long }: { pieces: Piece[]; long?: true }) {
    const text = makeText(pieces, this.#model.people.map(({ name }) => name));
    if (!long) return text;
    const filler = "😀".repeat(LIMITS.maxMessage + 1);
    return { ...text, sent: `${text.sent} ${filler}`, meant: `${text.meant} ${filler}`.trim() };
  }
}
