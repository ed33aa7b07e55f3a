import type { TrustedProxies } from "./trusted_proxies.ts";

/** How one client serves the browsers of a whole team, at an address that its operator declared. */
export interface Sharing {
  /** The one origin that is answered, as browsers spell it: `https://chat.example`, with a port unless it is the usual. */
  origin: string;
  /** Whether the client itself speaks HTTPS. */
  ownTls: boolean;
  /** The proxies that may say where a request comes from. */
  proxies: TrustedProxies;
  /** Seconds of Strict-Transport-Security; 0 sends none. */
  hsts: number;
}
