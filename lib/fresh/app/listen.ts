export type ListenOptions = Partial<Deno.ServeTcpOptions & Deno.TlsCertifiedKeyPem> & {
  remoteAddress?: string;
};

type Handler = (request: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

function sayReady(address: Deno.NetAddr, options: ListenOptions): void {
  const protocol = options.key && options.cert ? "https" : "http";
  const host = address.hostname.includes(":") ? `[${address.hostname}]` : address.hostname;
  // deno-lint-ignore no-console
  console.log(`Listening on ${protocol}://${host}:${address.port}/`);
  // deno-lint-ignore no-console
  if (options.remoteAddress) console.log(`Reached as ${options.remoteAddress}`);
}

/** Serves on the given port, or on the first free one from 8000 to 8019. */
export async function listen(handler: Handler, options: ListenOptions): Promise<void> {
  const onListen = options.onListen ?? ((address) => sayReady(address, options));
  const ports = options.port === undefined
    ? Array.from({ length: 20 }, (_, index) => 8000 + index)
    : [options.port];
  for (const port of ports) {
    try {
      await Deno.serve({ ...options, port, onListen }, handler);
      return;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse) || port === ports.at(-1)) throw error;
    }
  }
}
