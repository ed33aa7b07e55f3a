/** True in the browser, false while a page is rendered on the server. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

export { asset } from "./render/asset.ts";
export { Head, type HeadProps } from "./render/head.ts";
