import type { Distrust } from "../shared/distrust.ts";

/** The server can't be reached now; the client keeps trying. */
export class ServerUnreachable extends Error {
  override readonly name = "ServerUnreachable";
  /** Why nothing is sent to it though it is there; null where it isn't. */
  readonly distrust: Distrust | null;

  constructor(message: string, distrust: Distrust | null = null) {
    super(message);
    this.distrust = distrust;
  }
}

/** Nobody answers there. */
export function unreachable(): ServerUnreachable {
  return new ServerUnreachable("the server can't be reached");
}
