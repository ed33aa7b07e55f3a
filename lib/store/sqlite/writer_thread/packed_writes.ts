import type { WriteResult } from "../../write_queue.ts";
import type { AddedMessage, Person } from "../../writes.ts";
import type { SqliteWriteRequest } from "../writes/sqlite_writes.ts";

/**
 * A write as posted to the writer's thread. New messages, the most frequent writes, are sent as arrays: a structured
 * clone writes each key of each object, which takes four times as long.
 */
export type PackedRequest =
  | SqliteWriteRequest
  | [projectId: number, userId: number, text: string, at: number, tag: string | null];

/** A result as posted from the writer's thread. The array is a new message that mentions nobody. */
export type PackedResult =
  | WriteResult
  | [id: number, user: string, timestamp: string, ordinal: number];

const NOBODY: Person[] = [];

export function packRequest(request: SqliteWriteRequest): PackedRequest {
  if (request.name !== "addMessage") return request;
  const { projectId, userId, text, at, tag } = request.input;
  return [projectId, userId, text, at, tag];
}

export function unpackRequest(packed: PackedRequest): SqliteWriteRequest {
  if (!Array.isArray(packed)) return packed;
  const [projectId, userId, text, at, tag] = packed;
  return { name: "addMessage", input: { projectId, userId, text, at, tag } };
}

export function packResult(result: WriteResult, request: SqliteWriteRequest): PackedResult {
  if (request.name !== "addMessage" || !result.ok) return result;
  const { message, duplicate, ordinal, mentioned } = result.value as AddedMessage;
  if (duplicate || mentioned.length > 0) return result;
  return [message.id, message.user, message.timestamp, ordinal];
}

/** @param request the request that the result answers */
export function unpackResult(packed: PackedResult, request: SqliteWriteRequest): WriteResult {
  if (!Array.isArray(packed)) return packed;
  if (request.name !== "addMessage") throw new Error("an array is the result of a new message");
  const [id, user, timestamp, ordinal] = packed;
  const { projectId, text } = request.input;
  const message = { id, project_id: projectId, user, message: text, timestamp };
  const value: AddedMessage = { message, duplicate: false, ordinal, mentioned: NOBODY };
  return { ok: true, value };
}
