import type { RouteComponent } from "./page_context.ts";
import type { RouteConfig, RouteHandler } from "./handlers.ts";
import type { Middleware } from "./middleware.ts";
import type { Route } from "./route.ts";
import { compareRoutes, filePattern } from "./route_path.ts";
import type { RouteTable } from "./route_table.ts";
import { foldersOf } from "./segments.ts";
import type { FileRoute } from "./snapshot.ts";

/** The exports of a file in the routes folder. */
interface RouteModule<State> {
  default?: RouteComponent;
  handler?: RouteHandler<unknown, State> | Middleware<State>[];
  handlers?: RouteHandler<unknown, State> | Middleware<State>[];
  config?: RouteConfig;
}

const SPECIAL = ["_app", "_middleware", "_layout", "_error", "_404"];

/** Adds the files of the routes folder, starting with the special ones, which wrap others. */
export function addFileRoutes<State>(table: RouteTable<State>, files: FileRoute[]): void {
  const isSpecial = ({ id }: FileRoute) => SPECIAL.includes(nameOf(id));
  for (const file of files.filter(isSpecial)) addSpecial(table, file);
  const routes = files.filter((file) => !isSpecial(file));
  for (const file of routes.toSorted((a, b) => compareRoutes(a.id, b.id))) addRoute(table, file);
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

function moduleOf<State>({ id, module }: FileRoute): RouteModule<State> {
  const found = module as RouteModule<State>;
  if (!found.default && !found.handler && !found.handlers && !found.config) {
    throw new Error(`Route file "${id}" exports neither a page nor a handler`);
  }
  return found;
}

function routeOf<State>(file: FileRoute): Route<State> {
  const module = moduleOf<State>(file);
  const handler = module.handlers ?? module.handler;
  if (Array.isArray(handler)) {
    throw new Error(`Route file "${file.id}": only a _middleware may export several handlers`);
  }
  return { component: module.default, handler, config: module.config };
}

function addSpecial<State>(table: RouteTable<State>, file: FileRoute): void {
  const module = moduleOf<State>(file);
  const segment = table.root.at(foldersOf(file.id).slice(0, -1));
  switch (nameOf(file.id)) {
    case "_app":
      table.root.app = module.default ?? null;
      break;
    case "_middleware": {
      const found = module.handlers ?? module.handler ?? module.default;
      const list = (Array.isArray(found) ? found : [found]) as Middleware<State>[];
      if (!list.every((middleware) => typeof middleware === "function")) {
        throw new Error(`Route file "${file.id}" must export functions`);
      }
      segment.middlewares.push(...list);
      break;
    }
    case "_layout":
      if (module.default) {
        segment.layout = { component: module.default, config: module.config ?? {} };
      }
      break;
    case "_error":
      segment.errorRoute = routeOf(file);
      break;
    case "_404":
      table.root.notFound = routeOf(file);
      break;
  }
}

function addRoute<State>(table: RouteTable<State>, file: FileRoute): void {
  const route = routeOf<State>(file);
  const segment = table.root.at(foldersOf(file.id).slice(0, -1));
  table.addRoute(route.config?.routeOverride ?? filePattern(file.id), segment, route);
}
