import { computed, signal } from "@preact/signals";
import type { Level } from "hotcold";
import { fold } from "../lib/fold";
import { items, type Item } from "./inbox";
import { marks, type Priority } from "./marks";

export type View = "all" | "hot" | "cold" | "closed";

export const view = signal<View>("all");
/** The chosen folder: a tag. */
export const folder = signal<string | undefined>(undefined);
/** The chosen incident. */
export const incidentId = signal<string | undefined>(undefined);
export const query = signal("");

const RANK: Readonly<Record<Level, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };

/** Where a message stands: a person's word counts before the engine's. */
export interface Standing {
  readonly priority: Priority;
  readonly level: Level;
  readonly byHand: boolean;
}

export function standingOf(item: Item): Standing {
  const { priority, level } = item.verdict;
  const placed = marks.value.placed[item.message.id];
  if (placed === undefined) return { priority, level, byHand: false };
  if (placed === priority) return { priority, level, byHand: true };
  return { priority: placed, level: placed === "hot" ? "high" : "normal", byHand: true };
}

/** Both lanes, each by level and then by due time. */
export interface Lanes {
  readonly hot: readonly Item[];
  readonly cold: readonly Item[];
}

const open = computed(() => [...items.value.values()].filter((item) => !marks.value.closed[item.message.id]));
const closed = computed(() => [...items.value.values()].filter((item) => marks.value.closed[item.message.id]));

export const lanes = computed<Lanes>(() => {
  const words = fold(query.value).split(" ").filter(Boolean);
  const shown = (view.value === "closed" ? closed.value : open.value).filter(
    (item) =>
      (folder.value === undefined || item.verdict.tags.includes(folder.value)) &&
      (incidentId.value === undefined || item.verdict.incident?.id === incidentId.value) &&
      words.every((word) => item.searchable.includes(word)),
  );
  const sorted = shown.map((item) => ({ item, standing: standingOf(item) })).sort((a, b) => order(a, b));
  const lane = (priority: Priority): Item[] =>
    sorted.filter(({ standing }) => standing.priority === priority).map(({ item }) => item);
  return { hot: view.value === "cold" ? [] : lane("hot"), cold: view.value === "hot" ? [] : lane("cold") };
});

/** All shown messages in the order that the keys walk through. */
export const walk = computed(() => [...lanes.value.hot, ...lanes.value.cold]);

/** How many messages each view holds, whatever is searched for. */
export const counts = computed(() => {
  const hot = open.value.filter((item) => standingOf(item).priority === "hot").length;
  return { all: open.value.length, hot, cold: open.value.length - hot, closed: closed.value.length };
});

export interface Folder {
  readonly tag: string;
  readonly total: number;
  readonly hot: number;
}

/** The folders of the open messages, fullest first. A message may lie in several. */
export const folders = computed<readonly Folder[]>(() => {
  const found = new Map<string, { total: number; hot: number }>();
  for (const item of open.value) {
    const hot = standingOf(item).priority === "hot" ? 1 : 0;
    for (const tag of new Set(item.verdict.tags)) {
      const before = found.get(tag) ?? { total: 0, hot: 0 };
      found.set(tag, { total: before.total + 1, hot: before.hot + hot });
    }
  }
  return [...found]
    .map(([tag, size]) => ({ tag, ...size }))
    .sort((a, b) => b.total - a.total || a.tag.localeCompare(b.tag));
});

export function show(next: View): void {
  view.value = next;
  folder.value = undefined;
  incidentId.value = undefined;
}

export function showFolder(tag: string | undefined): void {
  folder.value = tag;
  incidentId.value = undefined;
}

export function showIncident(id: string | undefined): void {
  incidentId.value = id;
  folder.value = undefined;
  if (id !== undefined) view.value = "all";
}

interface Placed {
  readonly item: Item;
  readonly standing: Standing;
}

function order(a: Placed, b: Placed): number {
  const byLevel = RANK[a.standing.level] - RANK[b.standing.level];
  return byLevel || dueOf(a.item) - dueOf(b.item) || a.item.message.receivedAt - b.item.message.receivedAt;
}

function dueOf(item: Item): number {
  return item.verdict.due?.firstResponseAt ?? Number.POSITIVE_INFINITY;
}
