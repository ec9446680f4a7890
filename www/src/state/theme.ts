import { effect } from "@preact/signals";
import { stored } from "./storage";

export type Theme = "auto" | "light" | "dark";

/** `auto` follows the system. */
export const theme = stored<Theme>("theme", "auto", (value) =>
  value === "auto" || value === "light" || value === "dark" ? value : undefined,
);

export function applyTheme(): void {
  effect(() => {
    if (theme.value === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.dataset["theme"] = theme.value;
  });
}

/** Turns the look over; where that is the system's own look, follows the system again. */
export function nextTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const shown = theme.value === "auto" ? system : theme.value;
  const target = shown === "dark" ? "light" : "dark";
  theme.value = target === system ? "auto" : target;
}
