import type { Distrust } from "../shared/distrust.ts";

/** Thrown when the server can't be reached or isn't trusted, or when the client itself can't take a request. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
  /** Why the client doesn't trust the server; null if trust isn't the reason. */
  readonly distrust: Distrust | null;

  constructor(message: string, distrust: Distrust | null = null) {
    super(message);
    this.distrust = distrust;
  }
}

/** Returns the error for a server that doesn't answer. */
export function unreachable(): ServerUnreachable {
  return new ServerUnreachable("the server can't be reached");
}
