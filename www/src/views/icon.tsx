/** Strokes on a 16 by 16 grid. */
const PATHS = {
  hot: "M8 14.2c2.6 0 4.4-1.8 4.4-4.2 0-1.7-.9-2.7-1.7-3.7-.8-1-1.6-2-1.5-3.9C7 3 5.6 4.8 5.8 6.9c-.8-.2-1.2-.9-1.2-1.7-.7.9-1.1 2.4-1.1 4.3 0 2.7 1.9 4.7 4.5 4.7Z",
  cold: "M8 1.8v12.4M2.6 4.9l10.8 6.2M13.4 4.9 2.6 11.1M6.2 2.7 8 4.3l1.8-1.6M6.2 13.3 8 11.7l1.8 1.6M2.7 7.3l2.2-.8-.4-2.4M13.3 8.7l-2.2.8.4 2.4M13.3 7.3l-2.2-.8.4-2.4M2.7 8.7l2.2.8-.4 2.4",
  inbox: "M2.5 9.5 4 3.5h8l1.5 6v3h-11v-3Zm0 0h3l1 1.5h3l1-1.5h3",
  check: "m3 8.5 3.3 3.3L13 4.8",
  close: "m4 4 8 8M12 4l-8 8",
  folder: "M2 4.5h4l1.3 1.5H14v6.5H2v-8Z",
  search: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2L14 14",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-9.5V8l2.3 1.5",
  alert: "M8 2.3 14.3 13.5H1.7L8 2.3Zm0 4.2v3.2M8 11.6v.1",
  heart:
    "M8 13.3C4.5 10.8 2.3 8.8 2.3 6.3c0-1.7 1.3-3 2.9-3 1.1 0 2.2.6 2.8 1.7.6-1.1 1.7-1.7 2.8-1.7 1.6 0 2.9 1.3 2.9 3 0 2.5-2.2 4.5-5.7 7Z",
  swap: "M3 5.5h9.5M10 3l2.5 2.5L10 8M13 10.5H3.5M6 8l-2.5 2.5L6 13",
  back: "M9.5 3.5 5 8l4.5 4.5",
  sun: "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1",
  moon: "M13.3 9.7A5.7 5.7 0 0 1 6.3 2.7a5.7 5.7 0 1 0 7 7Z",
  help: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.3A1.8 1.8 0 0 1 8 5c1 0 1.8.7 1.8 1.6C9.8 8 8 8 8 9.3M8 11.3v.1",
  upload: "M8 10.5v-8M5 5.2 8 2.3l3 2.9M2.5 10.5v3h11v-3",
  send: "M14 2 7 9M14 2 9.5 14 7 9 2 6.5 14 2Z",
  user: "M8 8.3a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.8 14c.3-2.6 2.5-4 5.2-4s4.9 1.4 5.2 4",
  note: "M3 2.5h10v7.5L9.5 13.5H3v-11ZM9.5 13.5V10H13",
  menu: "M2.5 4.5h11M2.5 8h11M2.5 11.5h11",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.2-2.2a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l1-1",
  plus: "M8 3v10M3 8h10",
} as const;

export type IconName = keyof typeof PATHS;

/** A small line drawing. It never speaks for itself: a word always stands beside it or in the label. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }) {
  return (
    <svg
      class={filled ? "icon icon-filled" : "icon"}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
