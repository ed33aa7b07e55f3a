/** Every error code of the protocol (docs/PROTOCOL.md, "Errors of every action" and the action tables). */
export const ERROR_CODES = [
  "unknown_action",
  "bad_request",
  "line_too_long",
  "bad_encoding",
  "invalid_token",
  "token_expired",
  "project_not_found",
  "project_archived",
  "forbidden",
  "tag_reused",
  "rate_limited",
  "server_full",
  "unavailable",
  "internal",
  "invalid_username",
  "invalid_password",
  "username_taken",
  "registration_closed",
  "bad_credentials",
  "account_disabled",
  "invalid_invitation",
  "invitation_not_found",
  "session_not_found",
  "invalid_name",
  "name_taken",
  "last_admin",
  "invalid_project_name",
  "too_many_projects",
  "not_owner",
  "user_not_found",
  "project_left",
  "not_a_member",
  "empty_message",
  "message_too_long",
  "not_entered",
  "message_not_found",
  "not_author",
  "task_not_found",
  "invalid_title",
  "log_not_found",
] as const;

export type ErrorCode = typeof ERROR_CODES[number];

/** The only error whose text is sent to clients: a code of the closed list and a sentence that says what to do. */
export class ChungError extends Error {
  override readonly name = "ChungError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
