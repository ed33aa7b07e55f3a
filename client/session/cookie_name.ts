const YEAR_SECONDS = 365 * 24 * 60 * 60;

/**
 * Returns the name of a cookie on the pages of this URL. By HTTPS it begins with `__Host-`: browsers then take it from
 * this very host only, by HTTPS, so that no other name of the same domain can set it.
 */
export function cookieName({ protocol }: URL, name: string): string {
  return protocol === "https:" ? `__Host-${name}` : name;
}

/** A cookie's name with the port: browsers share cookies among all ports of a host, where another client may run. */
export function portCookieName(url: URL, name: string): string {
  return cookieName(url, `${name}_${url.port || (url.protocol === "https:" ? "443" : "80")}`);
}

/** The attributes that every cookie has; `__Host-` demands the last one, and the path. */
export function cookieAttributes({ protocol }: URL, sameSite: "Strict" | "Lax" = "Strict"): string {
  return `Path=/; HttpOnly; SameSite=${sameSite}${protocol === "https:" ? "; Secure" : ""}`;
}

/** Returns the `Set-Cookie` value that keeps a choice in this browser for a year, whoever is logged in. */
export function preferenceCookie(
  url: URL,
  name: "language" | "theme" | "greeting",
  value: string,
): string {
  const attributes = cookieAttributes(url, "Lax");
  return `${cookieName(url, name)}=${value}; ${attributes}; Max-Age=${YEAR_SECONDS}`;
}
