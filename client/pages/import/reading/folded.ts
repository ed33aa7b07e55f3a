/** A name as it is compared: in lower case, without accents, its words parted by single spaces. */
export function folded(name: string): string {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").normalize("NFD").replace(/\p{M}/gu, "")
    .toLowerCase().replaceAll("đ", "d").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
