import assert from "node:assert/strict";
import fc from "fast-check";
import { mentionsIn } from "../../lib/model/mention.ts";
import type { Message } from "../../lib/model/message.ts";
import type { Store } from "../../lib/store/store.ts";
import { addProject, addUser, projectsOf, START, testEachDatabase } from "./each_store.ts";

const NAMES = ["alice", "bob", "carol", "dave"];
const PROJECTS = [1, 2];

/** A request to the store; ids and users are taken modulo what exists. */
type Step =
  | { do: "say"; project: number; by: number; text: string }
  | { do: "edit"; message: number; text: string }
  | { do: "delete"; message: number; byOwner: boolean }
  | { do: "read"; project: number; by: number; message: number }
  | { do: "add" | "kick" | "transfer"; project: number; who: number };

const text = fc.array(fc.constantFrom("hi", "@alice", "@Bob.", "@carol", "@dave", "x@bob"), {
  minLength: 1,
  maxLength: 4,
}).map((words) => words.join(" "));
const project = fc.constantFrom(...PROJECTS);
const person = fc.nat({ max: NAMES.length - 1 });
const message = fc.nat({ max: 12 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("say" as const), project, by: person, text }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("edit" as const), message, text }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("delete" as const), message, byOwner: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("read" as const), project, by: person, message }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("add" as const, "kick" as const, "transfer" as const),
      project,
      who: person,
    }),
  },
);

interface ModelMessage {
  id: number;
  project: number;
  author: string;
  text: string;
  deleted: boolean;
  /** Members whose mention counts: those who belonged to the project when they were mentioned. */
  named: Set<string>;
}

/** A reference implementation that counts everything anew each time. */
class Model {
  readonly messages: ModelMessage[] = [];
  /** The newest line of activity of each project. */
  readonly lines = new Map<number, number>();
  /** The read mark of each member of each project. */
  readonly members = new Map(PROJECTS.map((id) => [id, new Map([["alice", 0]])]));
  readonly owners = new Map(PROJECTS.map((id) => [id, "alice"]));

  newest(project: number): number {
    const message = this.messages.findLast((message) => message.project === project);
    return Math.max(message?.id ?? 0, this.lines.get(project) ?? 0);
  }

  named(project: number, text: string): Set<string> {
    const isName = (name: string) => this.members.get(project)!.has(name);
    return new Set(mentionsIn(text, isName).map(({ name }) => name));
  }

  unread(project: number, name: string): { unread: number; mentions: number } {
    const after = this.members.get(project)!.get(name)!;
    const unread = this.messages.filter((message) =>
      message.project === project && message.id > after && message.author !== name &&
      !message.deleted
    );
    const mentions = unread.filter((message) => message.named.has(name));
    return { unread: unread.length, mentions: mentions.length };
  }
}

/** Takes a step in both, where it is allowed. */
async function take(store: Store, model: Model, ids: number[], step: Step): Promise<void> {
  const at = START;
  switch (step.do) {
    case "say": {
      const [author, userId] = [NAMES[step.by], ids[step.by]];
      if (!model.members.get(step.project)!.has(author)) return;
      const { message, ordinal, mentioned } = await store.write("addMessage", {
        projectId: step.project,
        userId,
        text: step.text,
        at,
        tag: null,
      }).promise();
      const named = model.named(step.project, step.text);
      const [id, project, text] = [message.id, step.project, step.text];
      model.messages.push({ id, project, author, text, deleted: false, named });
      const ofRoom = model.messages.filter((message) => message.project === project);
      assert.equal(ordinal, ofRoom.length);
      assert.deepEqual(mentioned.map(({ username }) => username), [...named]);
      return;
    }
    case "edit": {
      const message = model.messages[step.message % model.messages.length];
      if (message === undefined || message.deleted) return;
      if (!model.members.get(message.project)!.has(message.author)) return;
      const userId = ids[NAMES.indexOf(message.author)];
      const { mentioned } = await store.write("editMessage", {
        messageId: message.id,
        userId,
        text: step.text,
        at,
      }).promise();
      const before = model.named(message.project, message.text);
      message.text = step.text;
      message.named = model.named(message.project, step.text);
      const now = [...message.named].filter((name) => !before.has(name));
      assert.deepEqual(mentioned.map(({ username }) => username), now);
      return;
    }
    case "delete": {
      const message = model.messages[step.message % model.messages.length];
      if (message === undefined || message.deleted) return;
      const by = step.byOwner ? model.owners.get(message.project)! : message.author;
      if (!model.members.get(message.project)!.has(by)) return;
      const userId = ids[NAMES.indexOf(by)];
      await store.write("deleteMessage", { messageId: message.id, userId, at }).promise();
      message.deleted = true;
      return;
    }
    case "read": {
      const [members, name] = [model.members.get(step.project)!, NAMES[step.by]];
      const mark = members.get(name);
      if (mark === undefined) return;
      const newest = model.newest(step.project);
      members.set(name, Math.max(mark, Math.min(step.message, newest)));
      const { unread, mentions, lastReadId } = await store.write("markRead", {
        projectId: step.project,
        userId: ids[step.by],
        messageId: step.message,
      })
        .promise();
      assert.deepEqual({ unread, mentions }, model.unread(step.project, name));
      assert.equal(lastReadId, members.get(name));
      return;
    }
    default: {
      const [members, name] = [model.members.get(step.project)!, NAMES[step.who]];
      const owner = model.owners.get(step.project)!;
      const change = {
        projectId: step.project,
        actorId: ids[NAMES.indexOf(owner)],
        username: name,
        at,
      };
      const told = (line: Message | null) => {
        if (line !== null) model.lines.set(step.project, line.id);
      };
      if (step.do === "add") {
        const added = await store.write("addMembers", { ...change, usernames: [name] }).promise();
        told(added.line);
        if (!members.has(name)) members.set(name, model.newest(step.project));
      } else if (!members.has(name)) {
        return;
      } else if (step.do === "transfer") {
        told((await store.write("transferProject", change).promise()).line);
        model.owners.set(step.project, name);
      } else if (name !== owner) {
        told((await store.write("removeMember", change).promise()).line);
        members.delete(name);
        for (const message of model.messages) {
          if (message.project === step.project) message.named.delete(name);
        }
      }
    }
  }
}

testEachDatabase(
  "unread and mentions are what counting them gives, after any sequence of writes",
  async (withEmptyStore) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60, size: "max" }),
        (steps) =>
          withEmptyStore(async (store) => {
            const ids: number[] = [];
            for (const name of NAMES) {
              ids.push(await addUser(store, name));
            }
            for (const id of PROJECTS) assert.equal(await addProject(store, ids[0]), id);
            const model = new Model();
            for (const step of steps) await take(store, model, ids, step);
            for (const [index, name] of NAMES.entries()) {
              const watched = await store.watchProjects(ids[index], 10).promise();
              const positions = new Map(watched.positions);
              assert.equal(positions.size, watched.projects.length);
              for (const summary of watched.projects) {
                const { offset, lastReadId } = positions.get(summary.id)!;
                assert.equal(lastReadId, summary.last_read_id);
                const expected = model.unread(summary.id, name);
                const { unread, mentions, last_read_id } = summary;
                assert.deepEqual({ unread, mentions }, expected, `${name} in ${summary.id}`);
                assert.equal(last_read_id, model.members.get(summary.id)!.get(name));
                // What a watcher's next `unread` event is made of.
                const said = model.messages.filter(({ project }) => project === summary.id);
                assert.equal(said.length - offset, unread);
              }
              const projects = PROJECTS.filter((id) => model.members.get(id)!.has(name));
              const listed = (await projectsOf(store, ids[index])).map(({ id }) => id);
              assert.deepEqual(listed.sort(), projects);
            }
          }),
      ),
      { numRuns: 200 },
    );
  },
);
