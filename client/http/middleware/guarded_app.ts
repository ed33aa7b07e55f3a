import { App } from "fresh";
import { guardedHandler, type GuardOptions } from "./guarded_handler.ts";

/**
 * An App whose every answer passes the guards. Middlewares can't do it: what they add after `next()`
 * is missing on root-level error pages, which Fresh renders outside of them, and they never see what
 * its router throws.
 */
export class GuardedApp<State> extends App<State> {
  readonly #options: GuardOptions;

  constructor(options: GuardOptions) {
    super();
    this.#options = options;
  }

  override handler(): ReturnType<App<State>["handler"]> {
    return guardedHandler(super.handler(), this.#options);
  }
}
