import { App } from "fresh";
import { guardedHandler, type GuardOptions } from "./guarded_handler.ts";

/**
 * An App that applies guardedHandler to every response. Middlewares can't: Fresh renders root-level error pages
 * outside of them, so that additions after `next()` are missing there, and they never see what its router throws.
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
