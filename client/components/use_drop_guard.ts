import { useEffect } from "preact/hooks";

const FIELD = "textarea:not([readonly]), input:not([readonly])";

/**
 * Keeps the room when something is dropped on it: a browser would go to a dropped file or link. Text may still be
 * dropped into a field. Other pages have client/static/drop_guard.js.
 * @param onFiles called when files are dropped
 */
export function useDropGuard(onFiles: () => void): void {
  useEffect(() => {
    function guard(event: DragEvent): void {
      const { dataTransfer, target, type } = event;
      const files = dataTransfer?.types.includes("Files") ?? false;
      if (!files && target instanceof Element && target.closest(FIELD) !== null) return;
      event.preventDefault();
      if (type === "drop" && files) onFiles();
      else if (dataTransfer !== null && !files) dataTransfer.dropEffect = "none";
    }
    addEventListener("dragover", guard);
    addEventListener("drop", guard);
    return () => {
      removeEventListener("dragover", guard);
      removeEventListener("drop", guard);
    };
  }, []);
}
