import assert from "node:assert/strict";
import { type Line, type Model, type Person, type Project, Refusal } from "./model.ts";

/** Checks the current value of `last_change`: it must grow with the number of changes, but by steps of its own. */
function lastChange(project: Project, value: unknown): number {
  assert(Number.isSafeInteger(value), `last_change: ${value}`);
  const mark = { value: value as number, changes: project.changes };
  for (const earlier of project.marks) {
    const expected = Math.sign(mark.changes - earlier.changes);
    assert.equal(Math.sign(mark.value - earlier.value), expected, "last_change grows with changes");
  }
  project.marks.push(mark);
  return mark.value;
}

/** Rules of docs/PROTOCOL.md, "Actions: rooms". Each returns the JSON of the `ok`, or throws a Refusal. */
export function enter(
  model: Model,
  line: Line,
  token: string,
  id: number,
  afterId: number | null,
  /** The `last_change` of an earlier reply and the number of changes before it. */
  after: { value: number; changes: number } | null,
  reply: { last_change?: number },
) {
  const session = model.session(token);
  const { person } = session;
  const project = model.asMember(id, person);
  if (after !== null && afterId === null) throw new Refusal("bad_request");
  const first = !model.lines.some(({ inside }) => inside.get(project)?.has(person));
  const here = line.inside.get(project) ?? new Map();
  line.inside.set(project, here.set(person, session));
  if (first) {
    const others = model.inRoom(project).filter((each) => each !== line);
    model.tell(others, "enter", { project_id: id, user: person.name });
  }
  const messages = project.log.filter((each) => afterId === null || each.id > afterId);
  const changed = after === null ? null : project.log
    .filter((each) => each.id <= afterId! && each.change > after.changes)
    .sort((a, b) => a.change - b.change);
  return {
    project: model.projectJson(project),
    role: project.owner === person ? "owner" : "member",
    members: model.memberList(project),
    messages: messages.map((each) => model.messageJson(each)),
    ...changed !== null && { changed: changed.map((each) => model.messageJson(each)) },
    more: false,
    last_id: messages.at(-1)?.id ?? project.log.at(-1)?.id ?? 0,
    last_change: lastChange(project, reply.last_change),
  };
}

export function leave(model: Model, line: Line, token: string, id: number) {
  const { person } = model.session(token);
  const project = model.project(id);
  if (!line.inside.get(project)?.has(person)) throw new Refusal("not_entered");
  model.leave([[line, project, person]]);
  return {};
}

export function typing(model: Model, line: Line, token: string, id: number) {
  const { person } = model.session(token);
  const project = model.project(id);
  if (!line.inside.get(project)?.has(person)) throw new Refusal("not_entered");
  const last = project.typing.get(person);
  const since = last === undefined ? Infinity : model.now - last.at;
  // Whether leaving or a clock that was set back restarts the 3 s is left open.
  const open = since < 0 || (since < 3_000 && !last!.sure);
  if (since < 3_000 && !open) return {};
  project.typing.set(person, { at: model.now, sure: !open });
  const others = model.inRoom(project).filter(({ inside }) => !inside.get(project)!.has(person));
  model.tell(others, "typing", { project_id: id, user: person.name }, open);
  return {};
}

export function history(
  model: Model,
  token: string,
  id: number,
  [limit, beforeId, afterId]: (number | null)[],
  reply: { last_change?: number },
) {
  const project = model.asMember(id, model.session(token).person);
  if (limit === 0 || (beforeId !== null && afterId !== null)) throw new Refusal("bad_request");
  const most = Math.min(limit ?? 1_000, 1_000);
  const all = project.log.filter(({ id }) =>
    (beforeId === null || id < beforeId) && (afterId === null || id > afterId)
  );
  const messages = afterId === null ? all.slice(-most) : all.slice(0, most);
  return {
    messages: messages.map((each) => model.messageJson(each)),
    more: messages.length < all.length,
    last_change: lastChange(project, reply.last_change),
  };
}

export function members(model: Model, token: string, id: number) {
  return { members: model.memberList(model.asMember(id, model.session(token).person)) };
}

export function read(model: Model, token: string, id: number, messageId: number) {
  const { person } = model.session(token);
  const project = model.asMember(id, person);
  const newest = project.log.at(-1)?.id ?? 0;
  const mark = Math.max(project.members.get(person)!, Math.min(messageId, newest));
  project.members.set(person, mark);
  return model.counts(project, person);
}

/** A person's projects, latest activity first. */
function listed(model: Model, person: Person): Project[] {
  const activity = (project: Project) => model.lastWritten(project)?.at ?? project.at;
  return model.projects.filter(({ members }) => members.has(person))
    .sort((a, b) => activity(b) - activity(a) || b.id - a.id);
}

export function projects(
  model: Model,
  token: string,
  [limit, beforeId]: (number | null)[] = [null, null],
) {
  const { person } = model.session(token);
  if (limit === 0) throw new Refusal("bad_request");
  const before = beforeId === null ? null : model.asMember(beforeId, person);
  const all = listed(model, person);
  const rest = before === null ? all : all.slice(all.indexOf(before) + 1);
  const page = rest.slice(0, Math.min(limit ?? 200, 200));
  return {
    projects: page.map((project) => model.summary(project, person)),
    more: page.length < rest.length,
  };
}

export function watch(model: Model, line: Line, token: string) {
  const session = model.session(token);
  const list = projects(model, token);
  line.watching.set(session.person, session);
  return list;
}
