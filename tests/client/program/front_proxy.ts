/** A reverse proxy as Caddy or nginx is: it says who the visitor is, and passes bytes on as they come. */
export interface FrontProxy extends AsyncDisposable {
  port: number;
}

/**
 * Starts a proxy before the client's port, whose visitors name their address in `X-Test-Address`.
 * @param host the Host that browsers send
 */
export function frontProxy(clientPort: number, host: string): FrontProxy {
  const client = Deno.createHttpClient({ allowHost: true });
  const web = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers(request.headers);
    headers.set("host", host);
    headers.set("x-forwarded-proto", "https");
    headers.set("x-forwarded-for", headers.get("x-test-address") ?? "198.51.100.1");
    headers.delete("x-test-address");
    const { method, body } = request;
    return await fetch(`http://127.0.0.1:${clientPort}${pathname}${search}`, {
      ...{ method, headers, body, client, redirect: "manual" },
    });
  });
  return {
    port: web.addr.port,
    async [Symbol.asyncDispose]() {
      await web.shutdown();
      client.close();
    },
  };
}
