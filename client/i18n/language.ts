/** The languages of Chung's pages. */
export type Language = "vi" | "en";
