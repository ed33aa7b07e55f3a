import { isFiltering, type SearchFilters } from "../../../model/search_filters.ts";
import type { PageSize } from "../../store.ts";

/** The arguments of `Store.search`, as plain data. */
export interface SearchRequest {
  /** Null for all projects of the user. */
  projectId: number | null;
  userId: number;
  query: string;
  filters: SearchFilters;
  size: PageSize;
}

/** Whether a search is for all messages that its filters leave. */
export function isWordless({ query, filters }: Pick<SearchRequest, "query" | "filters">): boolean {
  return query.trim() === "" && isFiltering(filters);
}
