/** Characters of a project's name that the name of a file keeps. */
const LONGEST = 80;

/**
 * The `content-disposition` of a file to be saved: the project's name, the day and the ending (RFC 6266, RFC 8187).
 * @param day `YYYY-MM-DD`
 * @param ending with its dot
 */
export function attachment(projectName: string, day: string, ending: string): string {
  const name = `${fileName(projectName)} ${day}${ending}`;
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll(
    "Đ",
    "D",
  )
    .replace(/[^A-Za-z0-9 ._-]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * The part of a file's name that a project's name gives: without what a path or a system's names are made of, and
 * without what isn't seen or turns the order of letters, which could show another ending than the file has.
 */
function fileName(projectName: string): string {
  const seen = projectName.normalize("NFC").toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[/\\:*?"<>|%~]/g, " ").replace(/\s+/g, " ").replace(/^[. ]+/, "");
  const kept = [...seen].slice(0, LONGEST).join("").replace(/[. ]+$/, "");
  return kept === "" ? "Chung" : kept;
}
