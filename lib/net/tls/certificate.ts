/** A certificate and its key, as PEM, for a server to show to its clients. */
export interface Certificate {
  /** The server's own certificate first, then those that lead to an authority. */
  cert: string;
  key: string;
}

/** The two files, or what names them. */
interface Both {
  cert: string;
  key: string;
}

/**
 * Reads both files.
 * @param options the options that name them, with their variables
 * @throws {Error} one line that names the file and what to do
 */
export function readCertificate(
  files: Both,
  options: Both = { cert: "--tls-cert (CHUNG_TLS_CERT)", key: "--tls-key (CHUNG_TLS_KEY)" },
): Certificate {
  const certificate = { cert: read(files.cert, options.cert), key: read(files.key, options.key) };
  try {
    // Only to see whether they can be used: nothing else of Deno looks at them before the first client does.
    Deno.listenTls({ hostname: "127.0.0.1", port: 0, ...certificate }).close();
  } catch (error) {
    throw new Error(problem(error as Error, files, options), { cause: error });
  }
  return certificate;
}

function read(file: string, option: string): string {
  try {
    return Deno.readTextFileSync(file);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ");
    throw new Error(
      `${file} can't be read: check ${option} and who may read the file (${reason})`,
      {
        cause: error,
      },
    );
  }
}

function problem({ message }: Error, { cert, key }: Both, options: Both): string {
  if (/KeyMismatch/.test(message)) {
    return `the key in ${key} is not the one of the first certificate in ${cert}: give the two that belong together`;
  }
  if (/No certificates found/.test(message)) {
    return `${cert} holds no certificate: ${options.cert} takes a PEM file with -----BEGIN CERTIFICATE-----`;
  }
  if (/No keys found/.test(message)) {
    return `${key} holds no private key: ${options.key} takes a PEM file with -----BEGIN PRIVATE KEY-----, without a passphrase`;
  }
  return `${cert} and ${key} can't be used for TLS: ${message.replace(/\s+/g, " ")}`;
}
