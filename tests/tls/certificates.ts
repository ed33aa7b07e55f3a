/** The certificates in this folder, created by certificates/make.sh. */
type Name = "server" | "renewed" | "other_name" | "expired" | "other_authority" | "both";

const file = (name: string) => new URL(`certificates/${name}`, import.meta.url).pathname;

/** Server options for one of the certificates. */
export const certificateOptions = (name: Name) => ({
  "tls-cert": file(`${name}.pem`),
  "tls-key": file(`${name}.key`),
});

/** The path of an authority's certificate; `ca` has signed all except `other_authority`. */
export const authorityFile = (name: "ca" | "other_ca" = "ca") => file(`${name}.pem`);

export const authority = (name: "ca" | "other_ca" = "ca") =>
  Deno.readTextFileSync(authorityFile(name));
