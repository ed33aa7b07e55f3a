import { storedSecret } from "../../lib/model/accounts/stored_secret.ts";
import assert from "node:assert/strict";
import type { Task } from "../../lib/model/task.ts";
import { LineClient } from "../line_client.ts";
import type { Facts } from "./facts.ts";
import type { Random } from "./random.ts";

/** Maximum number of pending requests per writer. */
const MAX_IN_HAND = 24;
const PASSWORD = "matkhau-123";
/** Percentages of the requests; the rest are messages. */
const SHARES = [
  ["edit", 12],
  ["delete", 6],
  ["read", 8],
  ["rename", 4],
  ["member", 6],
  [
    "transfer",
    4,
  ],
  ["project", 3],
  ["task", 5],
  ["retitle", 4],
  ["move", 6],
  ["remove", 3],
  ["bring_back", 3],
  ["import", 3],
  ["login", 1],
  ["register", 1],
] as const;

/** A tagged request without a response, as sent. */
interface Tagged {
  line: string;
  token: string;
}

interface InHand {
  answered: (json: Record<string, unknown>) => void;
  refused: (code: string) => void;
}

/**
 * A client on one connection with two accounts, NAME and NAME-b: it writes to the shared room, and has a project of its
 * own without other members.
 */
export class Writer {
  readonly name: string;
  readonly #facts: Facts;
  readonly #random: Random;
  #sent = 0;
  #tokens: [string, string] = ["", ""];
  #room = 0;
  #project = 0;
  /** The account that owns the project, according to the requests so far. */
  #owner: 0 | 1 = 0;
  #bothMembers = false;
  /** This writer's messages that are not deleted, according to the requests so far. */
  readonly #messages: number[] = [];
  /** The tasks that it has made, and has not deleted according to the requests so far. */
  readonly #tasks: number[] = [];
  readonly #deleted: number[] = [];
  readonly #unanswered = new Map<string, Tagged>();
  readonly #answered: { tag: string; line: string; id: number }[] = [];

  constructor(name: string, facts: Facts, random: Random) {
    this.name = name;
    this.#facts = facts;
    this.#random = random;
  }

  /** Creates its accounts and its project. */
  async begin(port: number): Promise<void> {
    const client = await LineClient.connect(port);
    for (const i of [0, 1]) {
      const token = await client.join(this.#account(i), PASSWORD);
      this.#tokens[i] = token;
    }
    const made = await client.ok(`@${this.name}.p new_project ${this.#tokens[0]} of ${this.name}`);
    this.#project = made.project.id;
    this.#facts.ask(`name ${this.#project}`, made.project.name);
    this.#facts.acknowledge(`name ${this.#project}`);
    await client.close();
  }

  /** Creates the shared room and returns its id. */
  async makeRoom(port: number, others: readonly Writer[]): Promise<number> {
    const client = await LineClient.connect(port);
    const { project } = await client.ok(`@room new_project ${this.#tokens[0]} shared`);
    const names = others.flatMap((other) => [other.#account(0), other.#account(1)]);
    await client.ok(`add_group ${this.#tokens[0]} ${project.id} ${names.join(", ")}`);
    await client.close();
    return project.id;
  }

  enter(room: number): void {
    this.#room = room;
  }

  /** Resends unanswered tagged requests and some answered ones: each must have created one message. */
  async resend(port: number): Promise<void> {
    const client = await LineClient.connect(port);
    try {
      for (const [tag, { line }] of this.#unanswered) {
        const { message } = await client.ok(`@${tag} ${line}`);
        this.#stored(message.id, message.message, tag, line);
      }
      this.#unanswered.clear();
      for (const { tag, line, id } of this.#answered.splice(0).slice(-5)) {
        const { message, duplicate } = await client.ok(`@${tag} ${line}`);
        assert.equal(duplicate, true, tag);
        assert.equal(message.id, id, tag);
      }
    } finally {
      await client.close();
    }
  }

  /** Waits until the search index is complete. */
  async search(port: number): Promise<void> {
    const client = await LineClient.connect(port);
    await client.ok(`search ${this.#tokens[0]} ${this.#room} số`);
    await client.close();
  }

  /** Writes until the connection ends, or `stop` returns true. */
  async write(port: number, stop: () => boolean): Promise<void> {
    const client = await LineClient.connect(port).catch(() => null);
    // Killed before the connection was accepted.
    if (client === null) return;
    const inHand: InHand[] = [];
    this.#bothMembers = false;
    try {
      // Whatever the last requests achieved, the project returns to the first account, and the other one is removed.
      const [first, second] = this.#tokens;
      await this.#set(
        client,
        "owner",
        this.name,
        `transfer ${second} ${this.#project} ${this.name}`,
      );
      await this.#set(
        client,
        "member",
        false,
        `kick ${first} ${this.#project} ${this.#account(1)}`,
      );
      this.#owner = 0;
      await this.#bringAllBack(client);
      while (!stop()) {
        if (inHand.length >= MAX_IN_HAND) await answer(client, inHand);
        await client.send(`${this.#next(inHand)}\n`);
      }
      while (inHand.length > 0) await answer(client, inHand);
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      // The server was killed; responses that had arrived are still to be read.
      try {
        while (inHand.length > 0) await answer(client, inHand);
      } catch (end) {
        if (end instanceof assert.AssertionError) throw end;
      }
    } finally {
      await client.close().catch(() => {});
    }
  }

  #account(i: number): string {
    return i === 0 ? this.name : `${this.name}-b`;
  }

  /** Requests a state that may hold already; the refusal then confirms it. */
  async #set(client: LineClient, fact: string, value: unknown, line: string): Promise<void> {
    this.#facts.ask(`${fact} ${this.#project}`, value);
    if (/^err \S+ unavailable /.test(await client.request(line))) {
      this.#facts.refuse(`${fact} ${this.#project}`);
      throw new Error("the server is stopping");
    }
    this.#facts.acknowledge(`${fact} ${this.#project}`);
  }

  /** Whichever of the last requests were achieved, all tasks are there. */
  async #bringAllBack(client: LineClient): Promise<void> {
    this.#tasks.push(...this.#deleted.splice(0));
    for (const id of this.#tasks) {
      const fact = `there ${id}`;
      this.#facts.ask(fact, true);
      if (
        /^err \S+ unavailable /.test(await client.request(`restore_task ${this.#tokens[0]} ${id}`))
      ) {
        this.#facts.refuse(fact);
        throw new Error("the server is stopping");
      }
      this.#facts.acknowledge(fact);
    }
  }

  /** The line of the next request. */
  #next(inHand: InHand[]): string {
    let share = this.#random.below(100);
    let kind = "chat";
    for (const [name, of] of SHARES) {
      if (share < of) {
        kind = name;
        break;
      }
      share -= of;
    }
    const number = ++this.#sent;
    const token = this.#tokens[0];
    const owner = this.#tokens[this.#owner];
    const change = (fact: string, value: unknown, line: string) => {
      this.#facts.ask(fact, value);
      inHand.push({
        answered: () => this.#facts.acknowledge(fact),
        refused: () => this.#facts.refuse(fact),
      });
      return line;
    };
    switch (kind) {
      case "edit": {
        if (this.#messages.length === 0) break;
        const id = this.#random.pick(this.#messages);
        const text = this.#text(number);
        return change(`message ${id}`, text, `edit ${token} ${id} ${text}`);
      }
      case "delete": {
        if (this.#messages.length === 0) break;
        const [id] = this.#messages.splice(this.#random.below(this.#messages.length), 1);
        return change(`message ${id}`, "", `delete ${token} ${id}`);
      }
      case "read":
        if (this.#messages.length === 0) break;
        inHand.push({ answered: () => this.#facts.acknowledgements++, refused: () => {} });
        return `read ${token} ${this.#room} ${this.#messages.at(-1)}`;
      case "rename": {
        const name = `${this.name} ${number}`;
        return change(
          `name ${this.#project}`,
          name,
          `rename_project ${owner} ${this.#project} ${name}`,
        );
      }
      case "member":
        // The other account is added or removed; only while the first account is the owner.
        if (this.#owner !== 0) break;
        this.#bothMembers = !this.#bothMembers;
        return change(
          `member ${this.#project}`,
          this.#bothMembers,
          `${this.#bothMembers ? "add_group" : "kick"} ${owner} ${this.#project} ${
            this.#account(1)
          }`,
        );
      case "transfer":
        if (!this.#bothMembers) break;
        this.#owner = this.#owner === 0 ? 1 : 0;
        return change(
          `owner ${this.#project}`,
          this.#account(this.#owner),
          `transfer ${owner} ${this.#project} ${this.#account(this.#owner)}`,
        );
      case "project":
        return change(
          `project ${this.name} ${number}`,
          true,
          `@${this.name}.p${number} new_project ${token} ${this.name} ${number}`,
        );
      case "task": {
        const fact = `task ${this.name} ${number}`;
        this.#facts.ask(fact, true);
        inHand.push({
          answered: ({ task }) => {
            this.#facts.acknowledge(fact);
            this.#made(task as Task);
          },
          refused: () => this.#facts.refuse(fact),
        });
        return `@${this.name}.t${number} new_task ${token} ${this.#room} ${this.name} ${number}`;
      }
      case "retitle": {
        if (this.#tasks.length === 0) break;
        const id = this.#random.pick(this.#tasks);
        // With two more words, so that it is no title of a new one.
        const title = `anew ${this.name} ${number}`;
        return change(`title ${id}`, title, `rename_task ${token} ${id} ${title}`);
      }
      case "move": {
        if (this.#tasks.length === 0) break;
        const id = this.#random.pick(this.#tasks);
        const status = this.#random.pick(["todo", "doing", "done"]);
        const before = this.#random.pick(this.#tasks);
        return change(`status ${id}`, status, `set_task ${token} ${id} ${status} ${before}`);
      }
      case "remove": {
        if (this.#tasks.length === 0) break;
        const [id] = this.#tasks.splice(this.#random.below(this.#tasks.length), 1);
        this.#deleted.push(id);
        return change(`there ${id}`, false, `delete_task ${token} ${id}`);
      }
      case "bring_back": {
        if (this.#deleted.length === 0) break;
        const [id] = this.#deleted.splice(this.#random.below(this.#deleted.length), 1);
        this.#tasks.push(id);
        return change(`there ${id}`, true, `restore_task ${token} ${id}`);
      }
      case "import": {
        const fact = `import ${this.name} ${number}`;
        this.#facts.ask(fact, true);
        inHand.push({
          answered: ({ tasks }) => {
            this.#facts.acknowledge(fact);
            for (const task of tasks as Task[]) this.#made(task);
          },
          refused: () => this.#facts.refuse(fact),
        });
        const tasks = Array.from({ length: 1 + number % 7 }, (_, place) => ({
          title: `import ${this.name} ${number} ${place}`,
          notes: "dài ".repeat(number % 900),
        }));
        return `@${this.name}.i${number} import_tasks ${token} ${this.#room} ${tasks.length} ${
          JSON.stringify(tasks)
        }`;
      }
      case "register":
        return change(
          `user ${this.name}.${number}`,
          true,
          `reg ${this.name}.${number} ${PASSWORD}`,
        );
      case "login":
        inHand.push({
          answered: ({ token }) => this.#loggedIn(token as string),
          refused: () => {},
        });
        return `login ${this.name} ${PASSWORD}`;
    }
    return this.#chat(number, token, inHand);
  }

  /** A task was made: what it is by now is known. */
  #made({ id, title, status }: Task): void {
    for (const [what, value] of [["title", title], ["status", status], ["there", true]]) {
      this.#facts.ask(`${what} ${id}`, value);
      this.#facts.acknowledge(`${what} ${id}`);
    }
    this.#tasks.push(id);
  }

  #chat(number: number, token: string, inHand: InHand[]): string {
    const tag = `${this.name}.${number}`;
    const text = this.#text(number);
    const line = `chat ${token} ${this.#room} ${text}`;
    this.#unanswered.set(tag, { line, token });
    inHand.push({
      answered: ({ message }) => {
        this.#unanswered.delete(tag);
        const { id, message: said } = message as { id: number; message: string };
        assert.equal(said, text);
        this.#stored(id, said, tag, line);
      },
      // Only a stopping server refuses, and has stored nothing: the request is resent with the rest.
      refused: (code) => assert.equal(code, "unavailable"),
    });
    return `@${tag} ${line}`;
  }

  #stored(id: number, text: string, tag: string, line: string): void {
    this.#facts.ask(`message ${id}`, text);
    this.#facts.acknowledge(`message ${id}`);
    this.#messages.push(id);
    this.#answered.push({ tag, line, id });
  }

  /** An acknowledged login has a session; its logout may not be acknowledged. */
  #loggedIn(token: string): void {
    const [, payload] = token.split(".");
    const { jti } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    const session = `session ${storedSecret(jti)}`;
    this.#facts.ask(session, true);
    this.#facts.acknowledge(session);
  }

  /** Some texts are longer than a page of the database, some contain mentions. */
  #text(number: number): string {
    const mention = number % 4 === 0 ? ` @w${this.#random.below(3)}` : "";
    const padding = number % 17 === 0 ? ` ${"dài ".repeat(1_500)}hết` : "";
    return `số ${number} của ${this.name}${mention}${padding}`;
  }
}

/** Waits for the response to the oldest request. */
async function answer(client: LineClient, inHand: InHand[]): Promise<void> {
  const line = await client.response();
  const [, outcome, rest] = /^(?:@\S+ )?(ok|err) \S+ (.*)$/.exec(line) ?? [];
  assert(outcome !== undefined, `an answer: ${line}`);
  const { answered, refused } = inHand.shift()!;
  if (outcome === "ok") answered(JSON.parse(rest));
  else {
    // A stopping server refuses; otherwise these requests are valid.
    assert.match(rest, /^unavailable /, line);
    refused("unavailable");
  }
}
