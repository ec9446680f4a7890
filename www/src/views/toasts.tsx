import { announcement, dismissToast, keepToast, toast } from "../state/toast";
import { Icon } from "./icon";

export function ToastBar() {
  const { value } = toast;
  return (
    <div class="toast-place" role="status">
      {value && (
        <div
          key={value.id}
          class="toast"
          onPointerEnter={() => keepToast(true)}
          onPointerLeave={() => keepToast(false)}
          onFocusIn={() => keepToast(true)}
          onFocusOut={() => keepToast(false)}
        >
          <p dir="auto">{value.text}</p>
          {value.undo && (
            <button
              class="toast-undo"
              type="button"
              onClick={() => {
                dismissToast();
                value.undo?.();
              }}
            >
              Undo
            </button>
          )}
          <button class="toast-close" type="button" aria-label="Dismiss" onClick={dismissToast}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}

/** News for screen readers: what became overdue, and how full the lanes are. */
export function LiveRegion() {
  return (
    <p class="visually-hidden" role="status" aria-live="polite" id="news">
      {announcement.value}
    </p>
  );
}
