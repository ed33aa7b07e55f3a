import { LIMITS, type Model, type Project, Refusal } from "./model.ts";

type Reply = { project?: { id: number } };

function assertName(name: string): void {
  const length = [...name].length;
  if (length < 1 || length > LIMITS.maxProjectName || /[\n\t]/.test(name)) {
    throw new Refusal("invalid_project_name");
  }
}

/** Rules of docs/PROTOCOL.md, "Actions". Each returns the JSON of the `ok`, or throws a Refusal. */
export function newProject(
  model: Model,
  token: string,
  name: string,
  tag: string | null,
  reply: Reply,
) {
  const { person } = model.session(token);
  assertName(name);
  const key = tag === null ? null : `new_project ${person.id} ${tag}`;
  const earlier = model.tagged(key, name) as Project | undefined;
  if (earlier !== undefined) return { project: model.projectJson(earlier), duplicate: true };
  const project: Project = {
    id: model.fresh("project", reply.project?.id),
    name,
    owner: person,
    at: model.now,
    members: new Map([[person, 0]]),
    log: [],
    changes: 0,
    leavers: new Set(),
    archived: false,
    marks: [],
    typing: new Map(),
  };
  model.projects.push(project);
  if (key !== null) model.tags.set(key, { sent: name, result: project });
  const json = model.projectJson(project);
  model.tell(model.watchers([person]), "project", { change: "added", project: json });
  return { project: json };
}

export function addGroup(model: Model, token: string, id: number, names: string[]) {
  const { person: by } = model.session(token);
  const project = model.asOwner(id, by);
  model.assertOpen(project);
  const unknown = names.filter((name) => model.person(name) === undefined);
  if (unknown.length > 0) {
    throw new Refusal(
      "user_not_found",
      new RegExp(unknown.map((each) => `(?=.*${each})`).join("")),
    );
  }
  const people = [...new Set(names.map((name) => model.person(name)!))];
  const left = people.filter((person) => project.leavers.has(person));
  if (left.length > 0) {
    throw new Refusal("project_left", new RegExp(left.map(({ name }) => `(?=.*${name})`).join("")));
  }
  const added = people.filter((person) => !project.members.has(person));
  const already = people.filter((person) => project.members.has(person));
  if (added.length > 0) {
    model.note(project, by, { change: "added", users: added.map(({ name }) => name) });
    // They have read the line that tells of them too.
    for (const person of added) project.members.set(person, model.lastId.message);
    model.tell(model.inRoom(project), "members", {
      project_id: id,
      added: added.map(({ name }) => name),
      removed: [],
      by: by.name,
    });
    const json = model.projectJson(project);
    model.tell(model.watchers(added), "project", { change: "added", project: json });
  }
  return {
    project_id: id,
    added: added.map(({ name }) => name),
    already: already.map(({ name }) => name),
  };
}

export function kick(model: Model, token: string, id: number, name: string) {
  const { person: by } = model.session(token);
  const project = model.asMember(id, by);
  const person = model.person(name);
  if (person === by && project.owner === by) throw new Refusal("bad_request");
  if (person !== by && project.owner !== by) throw new Refusal("not_owner");
  if (person !== by) model.assertOpen(project);
  if (person !== undefined && project.leavers.delete(person)) return {};
  if (person === undefined || !project.members.has(person)) throw new Refusal("not_a_member");
  if (person === by) project.leavers.add(person);
  const change = person === by ? "left" : "removed";
  model.note(project, by, { change, users: [person.name] });
  model.tell(model.inRoom(project), "members", {
    project_id: id,
    added: [],
    removed: [person.name],
    by: by.name,
  });
  const json = model.projectJson(project);
  model.tell(model.watchers([person]), "project", { change: "removed", project: json });
  project.members.delete(person);
  for (const line of model.inRoom(project)) {
    const here = line.inside.get(project)!;
    here.delete(person);
    if (here.size === 0) line.inside.delete(project);
  }
  for (const told of project.typing.values()) told.sure = false;
  return {};
}

export function rejoin(model: Model, token: string, id: number) {
  const { person } = model.session(token);
  const project = model.project(id);
  const json = model.projectJson(project);
  if (project.members.has(person)) return { project: json };
  if (!project.leavers.delete(person)) throw new Refusal("not_a_member");
  model.note(project, person, { change: "added", users: [person.name] });
  project.members.set(person, model.lastId.message);
  const members = { project_id: id, added: [person.name], removed: [], by: person.name };
  model.tell(model.inRoom(project), "members", members);
  model.tell(model.watchers([person]), "project", { change: "added", project: json });
  return { project: json };
}

/** Notifies the room, and members who watch, once per connection. */
function tellChange(model: Model, project: Project, change: string): void {
  const lines = [...model.inRoom(project), ...model.watchers(project.members.keys())];
  model.tell(lines, "project", { change, project: model.projectJson(project) });
}

export function transfer(model: Model, token: string, id: number, name: string) {
  const { person: by } = model.session(token);
  const project = model.asOwner(id, by);
  model.assertOpen(project);
  const person = model.person(name);
  if (person === undefined || !project.members.has(person)) throw new Refusal("not_a_member");
  if (project.owner !== person) {
    project.owner = person;
    model.note(project, by, { change: "transferred", users: [person.name] });
    tellChange(model, project, "transferred");
  }
  return { project: model.projectJson(project) };
}

export function renameProject(model: Model, token: string, id: number, name: string) {
  const { person: by } = model.session(token);
  const project = model.asOwner(id, by);
  model.assertOpen(project);
  assertName(name);
  if (project.name !== name) {
    project.name = name;
    model.note(project, by, { change: "renamed", name });
    tellChange(model, project, "renamed");
  }
  return { project: model.projectJson(project) };
}

export function setArchived(model: Model, token: string, id: number, archived: boolean) {
  const { person: by } = model.session(token);
  const project = model.asOwner(id, by);
  if (project.archived !== archived) {
    project.archived = archived;
    const change = archived ? "archived" : "restored";
    model.note(project, by, { change });
    tellChange(model, project, change);
  }
  return { project: model.projectJson(project) };
}
