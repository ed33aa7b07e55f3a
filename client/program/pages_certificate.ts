import { type Certificate, readCertificate } from "../../lib/net/tls/certificate.ts";
import type { HttpsFiles } from "./sharing_options.ts";

/**
 * Reads the certificate with which the pages are served by HTTPS.
 * @throws {Error} with a one-line message, if the files can't be used
 */
export function readPagesCertificate(files: HttpsFiles): Certificate {
  return readCertificate(files, {
    cert: "--https-cert (CHUNG_HTTPS_CERT)",
    key: "--https-key (CHUNG_HTTPS_KEY)",
  });
}
