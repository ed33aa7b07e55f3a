import { App } from "fresh";
import { isLocalHost } from "./local_host.ts";
import { withSecurityHeaders } from "./security_headers.ts";

/**
 * An App whose every answer passes the guards. Middlewares can't do it: what they add after `next()`
 * is missing on root-level error pages, which Fresh renders outside of them.
 */
export class GuardedApp<State> extends App<State> {
  readonly #host: string;

  /** @param host what the client listens on */
  constructor(host: string) {
    super();
    this.#host = host;
  }

  override handler(): ReturnType<App<State>["handler"]> {
    const inner = super.handler();
    return async (request, info) => {
      if (!isLocalHost(request, this.#host)) {
        const text = "This name does not belong to Chung: use http://localhost or 127.0.0.1.\n";
        return withSecurityHeaders(new Response(text, { status: 421 }));
      }
      return withSecurityHeaders(await inner(request, info));
    };
  }
}
