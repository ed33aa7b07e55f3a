import { OptionError, type Options, type OptionTable } from "../../lib/cli/options.ts";
import { isLoopback } from "../../lib/loopback.ts";
import { parsePublicOrigin } from "../sharing/public_origin.ts";
import type { Sharing } from "../sharing/sharing.ts";
import { TrustedProxies } from "../sharing/trusted_proxies.ts";

/** Options of a client whose pages other machines open (docs/OPERATING.md, "One client for a team"). */
export const SHARING_OPTIONS = {
  "public-origin": {
    env: "CHUNG_PUBLIC_ORIGIN",
    value: "ORIGIN",
    default: "",
    help: {
      en: "the only address that the pages answer to, for example https://chat.example",
      vi: "địa chỉ duy nhất mà các trang trả lời, ví dụ https://chat.example",
    },
  },
  "https-cert": {
    env: "CHUNG_HTTPS_CERT",
    value: "FILE",
    default: "",
    help: {
      en: "certificate chain to serve the pages by HTTPS (PEM); SIGHUP reloads it",
      vi: "chuỗi chứng chỉ (PEM) để phục vụ các trang bằng HTTPS; SIGHUP nạp lại",
    },
  },
  "https-key": {
    env: "CHUNG_HTTPS_KEY",
    value: "FILE",
    default: "",
    help: { en: "its private key (PEM)", vi: "khóa riêng của chứng chỉ đó (PEM)" },
  },
  "trusted-proxy": {
    env: "CHUNG_TRUSTED_PROXY",
    value: "ADDRESS",
    default: "",
    multiple: true,
    help: {
      en:
        "proxy to believe who a visitor is, for example 127.0.0.1 or 10.0.0.0/8; may be given again",
      vi:
        "proxy được tin khi cho biết khách là ai, ví dụ 127.0.0.1 hoặc 10.0.0.0/8; có thể lặp lại",
    },
  },
  "hsts": {
    env: "CHUNG_HSTS",
    value: "SECONDS",
    default: 0,
    max: 2 * 365 * 24 * 60 * 60,
    help: {
      en: "for how long browsers open this name by HTTPS only; 0 leaves it to them",
      vi: "thời gian (giây) trình duyệt chỉ mở tên này bằng HTTPS; 0 là không yêu cầu",
    },
  },
} as const satisfies OptionTable;

/** The files of the certificate that the pages are served with. */
export interface HttpsFiles {
  cert: string;
  key: string;
}

/** @throws {OptionError} if only one of them is given */
export function httpsFiles(options: Options<typeof SHARING_OPTIONS>): HttpsFiles | null {
  const { "https-cert": cert, "https-key": key } = options;
  if ((cert === "") !== (key === "")) {
    throw new OptionError(
      "--https-cert (CHUNG_HTTPS_CERT) and --https-key (CHUNG_HTTPS_KEY) belong together: set both or neither",
    );
  }
  return cert === "" ? null : { cert, key };
}

/**
 * Returns how the pages are shared; null if they are for this machine alone.
 * @throws {OptionError} if they would be open to others without the operator having said under which address, or if
 * nothing encrypts what that address promises to be encrypted
 */
export function sharingOf(
  options: Options<typeof SHARING_OPTIONS> & { host: string },
): Sharing | null {
  const { "public-origin": given, "trusted-proxy": list, host, hsts } = options;
  const ownTls = httpsFiles(options) !== null;
  if (given === "") {
    assertForThisMachine(host, list, hsts);
    return null;
  }
  const origin = parsePublicOrigin(given);
  if (origin === null) {
    throw new OptionError(
      "--public-origin (CHUNG_PUBLIC_ORIGIN) must be http:// or https:// with a name and nothing after it, " +
        `for example https://chat.example, not ${JSON.stringify(given)}`,
    );
  }
  const encrypted = origin.startsWith("https:");
  if (ownTls && !encrypted) {
    throw new OptionError(
      `with --https-cert the pages are at https: give --public-origin https${origin.slice(4)}`,
    );
  }
  if (encrypted && !ownTls && list === "") {
    throw new OptionError(
      `nothing serves ${origin} by HTTPS: give --https-cert and --https-key, or --trusted-proxy with the ` +
        "address of the proxy that does, for example 127.0.0.1",
    );
  }
  if (hsts > 0 && !encrypted) {
    throw new OptionError("--hsts (CHUNG_HSTS) is for an https address: omit it");
  }
  return { origin, ownTls, proxies: readProxies(list), hsts };
}

function assertForThisMachine(host: string, list: string, hsts: number): void {
  if (!isLoopback(host)) {
    throw new OptionError(
      `other machines can reach ${host}: give the address that people open with --public-origin ` +
        "(CHUNG_PUBLIC_ORIGIN), for example --public-origin https://chat.example",
    );
  }
  if (list !== "" || hsts > 0) {
    throw new OptionError(
      "--trusted-proxy and --hsts are for pages that others open: give --public-origin too, " +
        "for example --public-origin https://chat.example",
    );
  }
}

function readProxies(list: string): TrustedProxies {
  try {
    return new TrustedProxies(list);
  } catch (error) {
    throw new OptionError(
      "--trusted-proxy (CHUNG_TRUSTED_PROXY) must be an address or a network, for example 127.0.0.1 or " +
        `10.0.0.0/8, not ${JSON.stringify((error as Error).message)}`,
    );
  }
}
