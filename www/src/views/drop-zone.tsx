import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isTyping } from "../lib/keys";
import { looksLikeRecords, offerFiles, offerText } from "../state/imports";
import { Icon } from "./icon";

/** Takes files dropped anywhere on the page, and records pasted outside of fields. */
export function DropZone() {
  const over = useSignal(false);
  useEffect(() => {
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) over.value = false;
    };
    const onDrop = (event: DragEvent): void => {
      over.value = false;
      if (!holdsFiles(event)) return;
      event.preventDefault();
      void offerFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (files.length > 0) void offerFiles(files);
      else if (looksLikeRecords(text)) offerText("Pasted text", text);
    };
    document.addEventListener("dragover", onOver);
    document.addEventListener("dragleave", onLeave);
    document.addEventListener("drop", onDrop);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("dragover", onOver);
      document.removeEventListener("dragleave", onLeave);
      document.removeEventListener("drop", onDrop);
      document.removeEventListener("paste", onPaste);
    };
  }, [over]);
  return (
    <div class="drop-zone" hidden={!over.value} aria-hidden="true">
      <p>
        <Icon name="upload" />
        Drop messages, saved replies or articles: CSV, JSON or NDJSON
      </p>
    </div>
  );
}
