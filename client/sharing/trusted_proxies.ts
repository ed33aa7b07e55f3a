import { BlockList, isIP } from "node:net";
import { parseHost } from "../../lib/loopback.ts";

/** The proxies whose word on a request's origin counts: addresses and networks. */
export class TrustedProxies {
  readonly #listed = new BlockList();

  /**
   * @param list addresses, and networks as `10.0.0.0/8`, separated by commas
   * @throws {TypeError} with the entry that is neither
   */
  constructor(list = "") {
    for (const entry of list.split(",").map((part) => part.trim()).filter((part) => part !== "")) {
      this.#add(entry);
    }
  }

  /** @param address in any spelling, IPv4 mapped into IPv6 too */
  has(address: string): boolean {
    const plain = parseHost(address) ?? "";
    const version = isIP(plain);
    return version !== 0 && this.#listed.check(plain, familyOf(version));
  }

  /**
   * Returns the address that a request comes from: its peer's, or what a trusted peer says, read from the right as far
   * as each proxy is trusted. What stands further left anybody can have written.
   * @param forwarded the X-Forwarded-For header
   */
  visitor(peer: string, forwarded: string | null): string {
    let address = parseHost(peer) ?? peer;
    const hops = (forwarded ?? "").split(",").map((part) => part.trim());
    while (this.has(address)) {
      const before = parseHost(withoutPort(hops.pop() ?? "")) ?? "";
      if (isIP(before) === 0) return address;
      address = before;
    }
    return address;
  }

  #add(entry: string): void {
    const [, network, length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
    const address = parseHost(network ?? "") ?? "";
    const version = isIP(address);
    const longest = version === 6 ? 128 : 32;
    if (version === 0 || address.includes("%") || Number(length ?? 0) > longest) {
      throw new TypeError(entry);
    }
    this.#listed.addSubnet(address, Number(length ?? longest), familyOf(version));
  }
}

function familyOf(version: number): "ipv4" | "ipv6" {
  return version === 6 ? "ipv6" : "ipv4";
}

/** Some proxies add the port. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? hop.replace(/^([\d.]+):\d+$/, "$1");
}
