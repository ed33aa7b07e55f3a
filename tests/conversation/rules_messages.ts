import { LIMITS, type Model, type Person, Refusal, type Said } from "./model.ts";
import { rank, type Text } from "./text.ts";

function textRefusal({ meant }: Text): Refusal | null {
  if (meant === "") return new Refusal("empty_message");
  return [...meant].length > LIMITS.maxMessage ? new Refusal("message_too_long") : null;
}

/** Rules of docs/PROTOCOL.md, "Actions". Each returns the JSON of the `ok`, or throws a Refusal. */
export function chat(
  model: Model,
  from: Model["lines"][number],
  token: string,
  id: number,
  text: Text,
  tag: string | null,
  reply: { message?: { id: number } },
) {
  const { person } = model.session(token);
  const project = model.asMember(id, person);
  // The value is checked before the tag, and the tag before the archive: what was sent before is still told.
  const invalid = textRefusal(text);
  if (invalid !== null) {
    model.assertOpen(project);
    throw invalid;
  }
  const key = tag === null ? null : `chat ${person.id} ${tag}`;
  const sent = `${id} ${text.meant}`;
  const earlier = model.tagged(key, sent) as Said | undefined;
  if (earlier !== undefined) return { message: model.messageJson(earlier), duplicate: true };
  model.assertOpen(project);
  const said = model.add(project, person, model.fresh("message", reply.message?.id), { text });
  if (key !== null) model.tags.set(key, { sent, result: said });
  const message = model.messageJson(said);
  model.tell(model.inRoom(project).filter((line) => line !== from), "chat", message);
  for (const line of model.lines) {
    const counts = new Set<number>();
    for (const member of line.watching.keys()) {
      const hears = project.members.has(member) && member !== person &&
        !line.inside.get(project)?.has(member);
      if (hears) counts.add(model.counts(project, member).unread);
    }
    const told = [...counts].map((unread) => ({
      type: "unread",
      data: { project_id: id, unread, message },
    }));
    if (told.length > 0) line.due.push(told);
  }
  model.tell(model.watchers(model.mentioned(project, text)), "mention", message);
  return { message };
}

/** @throws {Refusal} when the user may not change the message */
function changeable(model: Model, id: number, may: (said: Said) => boolean, person: Person): Said {
  const said = model.messages.find((each) => each.id === id);
  if (said === undefined) throw new Refusal("message_not_found");
  if (!said.project.members.has(person)) {
    throw new Refusal(said.author === person ? "not_a_member" : "message_not_found");
  }
  if (said.deleted || said.text === null) throw new Refusal("message_not_found");
  if (!may(said)) throw new Refusal("not_author");
  model.assertOpen(said.project);
  return said;
}

export function edit(model: Model, token: string, id: number, text: Text) {
  const { person } = model.session(token);
  const invalid = textRefusal(text);
  if (invalid !== null) throw invalid;
  const said = changeable(model, id, ({ author }) => author === person, person);
  const { project } = said;
  const before = model.mentioned(project, said.text);
  // Never before it was written or last edited, whatever the clock says.
  const editedAt = Math.max(model.now, said.editedAt ?? said.at);
  Object.assign(said, { text, editedAt, change: ++project.changes });
  const message = model.messageJson(said);
  model.tell(model.inRoom(project), "edit", message);
  const mentioned = [...model.mentioned(project, text)].filter((each) => !before.has(each));
  model.tell(model.watchers(mentioned), "mention", message);
  return { message };
}

export function deleteMessage(model: Model, token: string, id: number) {
  const { person } = model.session(token);
  const may = ({ author, project }: Said) => author === person || project.owner === person;
  const said = changeable(model, id, may, person);
  Object.assign(said, { deleted: true, change: ++said.project.changes });
  const message = model.messageJson(said);
  model.tell(model.inRoom(said.project), "delete", message);
  return { message };
}

export function search(model: Model, token: string, id: number, query: string[]) {
  const project = model.asMember(id, model.session(token).person);
  return foundIn(model, project.log, query);
}

export function searchAll(model: Model, token: string, query: string[]) {
  const { person } = model.session(token);
  const log = model.messages.filter(({ project }) => project.members.has(person));
  return foundIn(model, log, query);
}

function foundIn(model: Model, log: Said[], query: string[]) {
  if (query.length === 0) throw new Refusal("bad_request");
  const found = log
    .map((said) => ({
      said,
      rank: said.deleted || said.text === null ? null : rank(said.text.meant, query),
    }))
    .filter((each) => each.rank !== null)
    .sort((a, b) => a.rank! - b.rank! || b.said.id - a.said.id);
  return { messages: found.map(({ said }) => model.messageJson(said)) };
}
