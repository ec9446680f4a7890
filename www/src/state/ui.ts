import { signal } from "@preact/signals";

export const helpOpen = signal(false);
/** Whether the folders are shown on small screens. */
export const menuOpen = signal(false);
/** The lane in sight on small screens, where only one fits. */
export const laneInSight = signal<"hot" | "cold">("hot");
/** The reason whose words are lifted in the message while its line is pointed at. */
export const pointedReason = signal<string | undefined>(undefined);
