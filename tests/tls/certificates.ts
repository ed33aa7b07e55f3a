/** The certificates beside this file, as certificates/make.sh has made them. */
type Name = "server" | "renewed" | "other_name" | "expired" | "other_authority" | "both";

const file = (name: string) => new URL(`certificates/${name}`, import.meta.url).pathname;

/** The options of a server that has one of them. */
export const certificateOptions = (name: Name) => ({
  "tls-cert": file(`${name}.pem`),
  "tls-key": file(`${name}.key`),
});

/** Where the certificate of an authority is; `ca` has signed all but `other_authority`. */
export const authorityFile = (name: "ca" | "other_ca" = "ca") => file(`${name}.pem`);

export const authority = (name: "ca" | "other_ca" = "ca") =>
  Deno.readTextFileSync(authorityFile(name));
