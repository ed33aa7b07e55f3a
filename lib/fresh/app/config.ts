export interface FreshConfig {
  /** `production` unless a Builder serves the app for development. */
  mode?: "development" | "production";
}

export interface ResolvedFreshConfig {
  /** The project's folder. */
  root: string;
  /** Always empty: an app is served from the root of its origin. */
  basePath: string;
  mode: "development" | "production";
}
