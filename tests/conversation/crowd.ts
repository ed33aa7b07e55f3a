import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "../../lib/model/message.ts";
import { LineClient } from "../line_client.ts";
import type { TestServer } from "../server_fixture.ts";
import { CrowdMember } from "./crowd_member.ts";

/** The first room's users, then the second's; carol is in both, and bob comes and goes. */
const PEOPLE = ["alice", "alice", "bob", "bob", "carol", "dave"];
const PASSWORD = "matkhau-123";

const WORDS = [
  "chat",
  "chat",
  "chat",
  "chat",
  "again",
  "edit",
  "delete",
  "enter",
  "enter",
  "leave",
  "watch",
  "kick",
  "add",
  "read",
  "history",
  "search",
  "projects",
] as const;

interface Step {
  /** The connection's index. */
  from: number;
  word: typeof WORDS[number];
  room: number;
  /** The message, counted from the newest, or the number to send at once. */
  which: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  from: fc.nat(PEOPLE.length - 1),
  word: fc.constantFrom(...WORDS),
  room: fc.constantFrom(0, 0, 0, 1),
  which: fc.nat(9),
});
/** Steps sent all at once: each connection sends its own lines in order. */
export const batch = fc.array(step, { minLength: 1, maxLength: 14, size: "max" });

/** Each room's texts contain its mark, and nobody may see another room's. */
const MARKS = ["secret-of-a", "secret-of-b"];

/** Several users who act at the same time. */
export class Crowd {
  readonly members: CrowdMember[] = [];
  readonly ids: number[] = [];
  readonly #owner: LineClient;
  readonly #tokens = new Map<string, string>();
  /** Tags that were sent several times, and by whom. */
  readonly #again: { tag: string; name: string }[] = [];
  /** Rooms by message. */
  readonly #roomOf = new Map<number, number>();
  #count = 0;
  #newest = 0;

  private constructor(owner: LineClient, readonly run: number) {
    this.#owner = owner;
  }

  static async gather(server: TestServer, run: number): Promise<Crowd> {
    const crowd = new Crowd(await LineClient.connect(server.port), run);
    const owner = crowd.#owner;
    for (const name of new Set(PEOPLE)) {
      crowd.#tokens.set(name, await owner.join(`${name}${run}`, PASSWORD));
    }
    for (const [name, others] of [["alice", "bob carol"], ["dave", "carol"]]) {
      const token = crowd.#tokens.get(name);
      const { project } = await owner.ok(`new_project ${token} of ${name}`);
      const list = others.split(" ").map((each) => `${each}${run}`).join(" ");
      await owner.ok(`add_group ${token} ${project.id} ${list}`);
      crowd.ids.push(project.id);
    }
    for (const name of PEOPLE) {
      const token = crowd.#tokens.get(name)!;
      const full = `${name}${run}`;
      crowd.members.push(await CrowdMember.connect(server.port, full, token, crowd.ids));
    }
    return crowd;
  }

  async take(steps: Step[]): Promise<void> {
    const wasOut = !(await this.#isMember("bob"));
    for (const each of steps) this.#add(each);
    await Promise.all(this.members.map((member) => member.send()));
    for (const member of this.members) {
      await member.settle();
      const others = this.#notFor(member.name, wasOut && !steps.some(({ word }) => word === "add"));
      for (const line of member.lines) {
        for (const mark of others) assert(!line.includes(mark), `${member.name} was told ${line}`);
      }
    }
  }

  /** Marks of rooms that the user is not in and so must not see. */
  #notFor(name: string, bobIsOut: boolean): string[] {
    if (name.startsWith("carol")) return [];
    if (name.startsWith("dave")) return [MARKS[0]];
    return name.startsWith("bob") && bobIsOut ? MARKS : [MARKS[1]];
  }

  async #isMember(name: string): Promise<boolean> {
    const { projects } = await this.#owner.ok(`projects ${this.#tokens.get(name)}`);
    return projects.some(({ id }: { id: number }) => id === this.ids[0]);
  }

  #add({ from, word, room, which }: Step): void {
    const member = this.members[from];
    const { token, readers } = member;
    const id = this.ids[room];
    const tag = `s${++this.#count}`;
    const text = () => `${MARKS[room]}-${++this.#count} @carol${this.run}`;
    const message = Math.max(0, this.#newest - which);
    switch (word) {
      case "chat":
        for (let i = 0; i <= which % 4; i++) {
          member.add(`chat ${token} ${id} ${text()}`, `${tag}.${i}`);
        }
        return;
      case "again": {
        // Sends it on all of the user's connections at once, like a client that doesn't know what became of its
        // message.
        this.#again.push({ tag, name: member.name });
        const line = `chat ${token} ${id} ${text()}`;
        for (const each of this.members) if (each.token === token) each.add(line, tag);
        return;
      }
      case "enter": {
        const { lastId, lastChange, log } = readers[room];
        const known = which % 3 > 0 && log.size > 0;
        const rest = known ? ` ${lastId} ${lastChange}` : "";
        return member.add(`enter ${token} ${id}${rest}`, tag, known ? lastId : null);
      }
      case "edit":
        return member.add(
          `edit ${token} ${message} edited ${MARKS[this.#roomOf.get(message) ?? room]}`,
          tag,
        );
      case "delete":
        return member.add(`delete ${token} ${message}`, tag);
      case "kick":
        return this.members[0].add(
          `kick ${this.members[0].token} ${this.ids[0]} bob${this.run}`,
          tag,
        );
      case "add":
        return this.members[0].add(
          `add_group ${this.members[0].token} ${this.ids[0]} bob${this.run}`,
          tag,
        );
      case "read":
        return member.add(`read ${token} ${id} ${message}`, tag);
      case "search":
        return member.add(`search ${token} ${id} secret`, tag);
      case "history":
        return member.add(`history ${token} ${id} ${which + 1}`, tag);
      case "leave":
        return member.add(`leave ${token} ${id}`, tag);
      default:
        return member.add(`${word} ${token}`, tag);
    }
  }

  async #history(room: number): Promise<Message[]> {
    const token = this.#tokens.get("carol");
    const { messages, more } = await this.#owner.ok(`history ${token} ${this.ids[room]}`);
    assert.equal(more, false);
    return messages;
  }

  /** Notes which messages exist by now, for later steps. */
  async remember(): Promise<void> {
    for (const room of [0, 1]) {
      for (const { id } of await this.#history(room)) {
        this.#roomOf.set(id, room);
        this.#newest = Math.max(this.#newest, id);
      }
    }
  }

  /** Checks what must hold in whatever order things happened. */
  async assertWhole(): Promise<void> {
    const histories = [await this.#history(0), await this.#history(1)];
    const said = this.members.flatMap(({ responses }) => responses).flatMap((line) => {
      const json = /^@\S+ ok chat (.*)$/s.exec(line)?.[1];
      return json === undefined ? [] : [{ tag: line.split(" ")[0].slice(1), ...JSON.parse(json) }];
    });
    const stored = said.filter(({ duplicate }) => !duplicate).map(({ message }) => message.id);
    assert.deepEqual(
      stored.toSorted((a, b) => a - b),
      histories.flat().filter(({ notice }) => notice === undefined)
        .map(({ id }) => id).sort((a, b) => a - b),
      "each acknowledged message is stored, once, and no other",
    );
    for (const { tag, name } of this.#again) {
      const answers = said.filter((each) => each.tag === tag && each.message.user === name);
      const ids = new Set(answers.map(({ message }) => message.id));
      assert(ids.size <= 1, `${tag} was stored as ${[...ids]}`);
      const first = answers.filter(({ duplicate }) => !duplicate).length;
      assert.equal(first, Math.min(1, answers.length), `${tag} is new once`);
    }
    for (const [room, history] of histories.entries()) {
      const ids = history.map(({ id }) => id);
      assert.deepEqual(ids, ids.toSorted((a, b) => a - b));
      const times = history.map(({ timestamp }) => timestamp);
      assert.deepEqual(times, times.toSorted());
      for (const member of this.members) {
        const reader = member.readers[room];
        reader.assertWhole(ids);
        if (!reader.inside) continue;
        const known = history.filter(({ id }) => reader.log.has(id));
        assert.equal(reader.log.size, known.length);
        assert.deepEqual([...reader.log.values()].sort((a, b) => a.id - b.id), known, member.name);
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#owner, ...this.members].map((each) => each.close()));
  }
}
