import { type Certificate, readCertificate } from "../../lib/net/tls/certificate.ts";
import type { HttpsFiles } from "./sharing_options.ts";

/** The certificate of pages that are served by HTTPS. */
export class PagesCertificate {
  readonly files: HttpsFiles;

  constructor(files: HttpsFiles) {
    this.files = files;
  }

  /**
   * Reads it from its files.
   * @throws {Error} with a one-line message, if they can't be used
   */
  read(): Certificate {
    return readCertificate(this.files, {
      cert: "--https-cert (CHUNG_HTTPS_CERT)",
      key: "--https-key (CHUNG_HTTPS_KEY)",
    });
  }
}
