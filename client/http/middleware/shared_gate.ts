import { networkAddress } from "../../../lib/net/admission/network_address.ts";
import { Places } from "../../sharing/places.ts";
import { isForOrigin } from "../../sharing/public_origin.ts";
import type { Sharing } from "../../sharing/sharing.ts";
import { peerOf, visitorOf } from "../../sharing/visitor.ts";

/** Requests of one address in hand: ample for an office behind it, a fraction of the forms that may arrive at once. */
const IN_HAND = 64;

type Info = Deno.ServeHandlerInfo | undefined;

/** Demands of each request to a shared client what its operator declared, before anything else looks at it. */
export class SharedGate {
  readonly #sharing: Sharing;
  readonly #places = new Places(IN_HAND);

  constructor(sharing: Sharing) {
    this.#sharing = sharing;
  }

  /** Returns why a request is refused, or null. */
  refusal(request: Request, info: Info): Response | null {
    const { origin } = this.#sharing;
    if (!isForOrigin(request, origin)) {
      return new Response(`These pages are at ${origin} only.\n`, { status: 421 });
    }
    const from = request.headers.get("origin");
    if (from !== null && from !== origin) return new Response("Forbidden\n", { status: 403 });
    return this.#isAsEncrypted(request, info) ? null : this.#toHttps(request);
  }

  /** Takes a place for a request, to be given back by the function returned; null if its address has enough. */
  enter(request: Request, info: Info): (() => void) | null {
    return this.#places.take(networkAddress(visitorOf(request, info, this.#sharing.proxies)));
  }

  /** The request under the address that the browser has, which cookies, redirects and checks go by. */
  asPublic(request: Request): Request {
    const { origin } = this.#sharing;
    const url = new URL(request.url);
    if (url.origin === origin) return request;
    const { method, headers, body } = request;
    // Copied part by part: Deno warns of the signal that comes along with a whole request.
    return new Request(origin + url.pathname + url.search, { method, headers, body });
  }

  /** Whether the request came as securely as the public origin promises. */
  #isAsEncrypted({ headers }: Request, info: Info): boolean {
    const { origin, ownTls, proxies } = this.#sharing;
    if (origin.startsWith("http:")) return true;
    if (!proxies.has(peerOf(info))) return ownTls;
    const told = headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase();
    // A proxy that says nothing was declared for this https address.
    return told === undefined || told === "https";
  }

  #toHttps({ method, url }: Request): Response {
    if (method !== "GET" && method !== "HEAD") return new Response("Use HTTPS\n", { status: 403 });
    const { pathname, search } = new URL(url);
    const location = this.#sharing.origin + pathname + search;
    return new Response(null, { status: 308, headers: { location } });
  }
}
