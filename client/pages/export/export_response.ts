import { HttpError } from "fresh";
import { isFromOwnSite } from "../../http/own_site.ts";
import { projectIdIn } from "../../http/project_id_in.ts";
import { redirectToLogin } from "../../http/redirect_to_login.ts";
import type { State } from "../../http/route_state.ts";
import type { PersonSession } from "../../session/person_session.ts";
import { attachment } from "./attachment.ts";
import { exportedProject } from "./exported_project.ts";
import type { ExportProgress } from "../../shared/transfer/export_progress.ts";
import { startExport } from "./running_exports.ts";

interface Asked {
  req: Request;
  url: URL;
  params: Record<string, string>;
  state: State;
  redirect(path: string, status?: number): Response;
}

/** A file to be exported. */
export interface ExportedFile {
  /** With its dot. */
  ending: string;
  type: string;
  /** The content, in pieces; `progress` is kept up to date. */
  content(
    session: PersonSession,
    projectId: number,
    progress: ExportProgress,
  ): AsyncGenerator<string>;
}

/** The form of the keys under which pages ask how far their exports are. */
const KEY = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Answers a request for a file of a project, which is read from the server piece by piece, as fast as the browser takes
 * it. What goes wrong in between breaks the response off, so that the browser doesn't take the file for whole.
 */
export async function exportResponse(
  ctx: Asked,
  { ending, type, content }: ExportedFile,
): Promise<Response> {
  const projectId = projectIdIn(ctx.params);
  if (!isFromOwnSite(ctx.req)) throw new HttpError(403);
  const { session } = ctx.state;
  if (session === null) return redirectToLogin(ctx, false);
  // Whoever may not have the file is told so on a page.
  const { project } = await exportedProject(session, projectId);
  const key = ctx.url.searchParams.get("key") ?? "";
  const today = new Date().toISOString().slice(0, 10);
  return new Response(
    exported(session, projectId, KEY.test(key) ? key : crypto.randomUUID(), content),
    {
      headers: {
        "content-type": type,
        "content-disposition": attachment(project.name, today, ending),
      },
    },
  );
}

function exported(
  session: PersonSession,
  projectId: number,
  key: string,
  content: ExportedFile["content"],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stream: ReadableStreamDefaultController<Uint8Array>;
  const { progress } = startExport(session, key, () => end("cancelled", new Error("cancelled")));
  const pieces = content(session, projectId, progress);
  const end = (state: ExportProgress["state"], error?: unknown) => {
    if (progress.state !== "running") return;
    progress.state = state;
    if (error !== undefined) stream.error(error);
    pieces.return(undefined).catch(() => {});
  };
  return new ReadableStream({
    start(controller) {
      stream = controller;
    },
    async pull() {
      try {
        const { value, done } = await pieces.next();
        if (progress.state !== "running") return;
        if (!done) return stream.enqueue(encoder.encode(value));
        progress.share = 1;
        progress.state = "done";
        stream.close();
      } catch (error) {
        end("failed", error);
      }
    },
    cancel: () => end("cancelled"),
    // Nothing is read ahead of the browser.
  }, { highWaterMark: 0 });
}
