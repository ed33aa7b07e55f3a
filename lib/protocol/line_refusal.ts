import { ChungError } from "../errors.ts";
import type { Received } from "./line_buffer.ts";
import type { Request } from "./request.ts";

/**
 * Explains why a line that names no action is refused.
 * @param request null for a line without text or with a malformed tag
 */
export function lineRefusal(received: Received, request: Request | null): ChungError {
  if ("problem" in received) {
    return received.problem === "line_too_long"
      ? new ChungError("line_too_long", "the line is too long and was discarded")
      : new ChungError(
        "bad_encoding",
        "a line is UTF-8 text without control characters; \\n stands for a newline",
      );
  }
  if (request === null) {
    return new ChungError("bad_request", "a tag is @ and 1 to 64 of A-Z a-z 0-9 . _ -");
  }
  if (request.action === "") {
    return new ChungError("bad_request", "the line has no action: send help for a list");
  }
  return new ChungError("unknown_action", "no such action: send help for a list");
}
