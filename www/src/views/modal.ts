import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly onClose: () => void;
}

/** What a `<dialog>` needs to follow `open`. `closed` is called when the reader closes it with the browser's own keys. */
export function useModal(open: boolean, closed: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  // Before anything else can happen: a dialog that closes late would take the next one away with it.
  useLayoutEffect(() => {
    if (open && !ref.current?.open) ref.current?.showModal();
    if (!open && ref.current?.open === true) ref.current.close();
  }, [open]);
  return {
    ref,
    onClose() {
      // The browser tells of a closing some time after it: by then the dialog may be open again.
      if (open && ref.current?.open !== true) closed();
    },
  };
}
