import type { ListedUser } from "../../../lib/model/accounts/account_lists.ts";
import { fold } from "../../components/palette/matching.ts";
import type { Language } from "../../i18n/language.ts";
import { pageNumber } from "../../shared/paths.ts";

/** The accounts that a page of the list shows at most. */
const ON_A_PAGE = 100;
/** Characters of the longest text that is looked for. */
const LONGEST_QUERY = 100;

export const SHOWN = ["all", "admins", "disabled"] as const;

/** A search of the list of accounts. */
export interface AccountSearch {
  /** A part of a username or display name. */
  q: string;
  show: typeof SHOWN[number];
  /** From 1 on. */
  page: number;
}

/** A page of the accounts that were found. */
export interface FoundAccounts {
  accounts: ListedUser[];
  /** How many were found, and on how many pages they are. */
  count: number;
  page: number;
  pages: number;
}

export function accountSearch(query: URLSearchParams): AccountSearch {
  return {
    q: (query.get("q") ?? "").slice(0, LONGEST_QUERY).trim(),
    show: SHOWN.find((shown) => shown === query.get("show")) ?? "all",
    page: pageNumber(query.get("page") ?? "") ?? 1,
  };
}

/** The address of a page of the list. */
export function accountsPath({ q, show, page }: AccountSearch): string {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  if (show !== "all") query.set("show", show);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "/people" : `/people?${query}`;
}

/** Finds accounts by parts of their names, whatever the accents and letter case, in the order of the names. */
export function foundAccounts(
  users: readonly ListedUser[],
  { q, show, page }: AccountSearch,
  language: Language,
): FoundAccounts {
  const wanted = fold(q).split(/\s+/).filter((part) => part !== "");
  const found = users.filter((user) => {
    if (show === "admins" && user.role !== "admin") return false;
    if (show === "disabled" && !user.disabled) return false;
    if (wanted.length === 0) return true;
    const names = fold(`${user.name ?? ""} ${user.username}`);
    return wanted.every((part) => names.includes(part));
  });
  const { compare } = new Intl.Collator(language, { numeric: true });
  found.sort((a, b) => compare(a.name ?? a.username, b.name ?? b.username) || a.id - b.id);
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const shown = Math.min(page, pages);
  return {
    accounts: found.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE),
    count: found.length,
    page: shown,
    pages,
  };
}
