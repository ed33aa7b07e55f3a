/** A name or number that is this machine's own, as `URL.hostname` writes it. */
const LOCAL: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);
const EVERY_ADDRESS: ReadonlySet<string> = new Set(["0.0.0.0", "::", "[::]"]);

/** Whether only this machine reaches what listens on this host. */
export function isLoopback(host: string): boolean {
  const name = hostnameOf(inBrackets(host));
  return LOCAL.has(name) || /^127\.\d+\.\d+\.\d+$/.test(name);
}

/**
 * Whether a request was meant for this client. A page of another site can let its own name lead to
 * this machine (DNS rebinding) and would then be of the same origin: only names that nobody else
 * owns are answered.
 * @param host what the client listens on; with an address that stands for all, numbers are local too
 */
export function isLocalHost(request: Request, host: string): boolean {
  const header = request.headers.get("host");
  // What a Host header makes of it need not be a URL.
  const names = [URL.parse(request.url)?.hostname ?? ""];
  if (header !== null) names.push(hostnameOf(header));
  const own = hostnameOf(inBrackets(host));
  return names.every((name) =>
    LOCAL.has(name) || (own !== "" && name === own) ||
    (EVERY_ADDRESS.has(host) && isNumeric(name))
  );
}

function inBrackets(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

/** "" for what is no host. */
function hostnameOf(host: string): string {
  const url = /[/?#@\\\s]/.test(host) ? null : URL.parse(`http://${host}`);
  return url?.hostname ?? "";
}

function isNumeric(hostname: string): boolean {
  return hostname.startsWith("[") || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}
