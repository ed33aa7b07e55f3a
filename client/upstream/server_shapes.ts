import type { Message } from "../../lib/model/message.ts";
import type { Project } from "../../lib/model/project.ts";

/** What JSON says in an object's place. */
type Fields = Record<string, unknown>;

/**
 * Whether this is a message. The server may be any program that somebody was led to: what it says has to be what it
 * stands for before it is kept, compared or handed on.
 */
export function isMessage(value: unknown): value is Message {
  if (!isObject(value)) return false;
  const { id, project_id, user, message, timestamp } = value;
  return isNumber(id) && isNumber(project_id) && areTexts([user, message, timestamp]);
}

function isProject(value: unknown): value is Project {
  return isObject(value) && isNumber(value.id) && areTexts([value.name, value.owner]);
}

/** Whether the data of an event is what its type says (docs/PROTOCOL.md, "Events"); an unknown type is none. */
export function isEvent(type: string, data: unknown): boolean {
  if (!isObject(data)) return false;
  switch (type) {
    case "chat":
    case "edit":
    case "delete":
    case "mention":
      return isMessage(data);
    case "enter":
    case "leave":
    case "typing":
      return isNumber(data.project_id) && areTexts([data.user]);
    case "members":
      return isNumber(data.project_id) && isListOfTexts(data.added) && isListOfTexts(data.removed);
    case "project":
      return areTexts([data.change]) && isProject(data.project);
    case "unread":
      return isNumber(data.project_id) && isNumber(data.unread) && isMessage(data.message);
    default:
      return false;
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

/** Ids and counts. */
function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && value as number >= 0;
}

function areTexts(values: unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && areTexts(value);
}
