/** A server's TLS certificate chain and private key, as PEM. */
export interface Certificate {
  /** The server's own certificate first, followed by its intermediates. */
  cert: string;
  key: string;
}

/**
 * Reads and checks both files.
 * @throws {Error} with a one-line message that names the file and the remedy
 */
export function readCertificate(files: { cert: string; key: string }): Certificate {
  const certificate = {
    cert: read(files.cert, "--tls-cert (CHUNG_TLS_CERT)"),
    key: read(files.key, "--tls-key (CHUNG_TLS_KEY)"),
  };
  try {
    // Only checks that they are usable: nothing else in Deno reads them before the first client connects.
    Deno.listenTls({ hostname: "127.0.0.1", port: 0, ...certificate }).close();
  } catch (error) {
    throw new Error(problem(error as Error, files), { cause: error });
  }
  return certificate;
}

function read(file: string, option: string): string {
  try {
    return Deno.readTextFileSync(file);
  } catch (error) {
    const reason = (error as Error).message.replace(/\s+/g, " ");
    throw new Error(
      `${file} can't be read: check ${option} and the file's permissions (${reason})`,
      {
        cause: error,
      },
    );
  }
}

function problem({ message }: Error, { cert, key }: { cert: string; key: string }): string {
  if (/KeyMismatch/.test(message)) {
    return `the key in ${key} is not the one of the first certificate in ${cert}: give a matching pair`;
  }
  if (/No certificates found/.test(message)) {
    return `${cert} holds no certificate: --tls-cert takes a PEM file with -----BEGIN CERTIFICATE-----`;
  }
  if (/No keys found/.test(message)) {
    return `${key} holds no private key: --tls-key takes a PEM file with -----BEGIN PRIVATE KEY-----, without a passphrase`;
  }
  return `${cert} and ${key} can't be used for TLS: ${message.replace(/\s+/g, " ")}`;
}
