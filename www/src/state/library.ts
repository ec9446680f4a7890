import { signal } from "@preact/signals";
import type { Article, Reply, Rule } from "hotcold";

/** What the engine searches, by id: it answers with ids alone. */
export const replies = signal<ReadonlyMap<string, Reply>>(new Map());
export const articles = signal<ReadonlyMap<string, Article>>(new Map());
export const rules = signal<ReadonlyMap<string, Rule>>(new Map());

/** `before` with `records` over those of the same id. */
export function withRecords<T extends { readonly id: string }>(
  before: ReadonlyMap<string, T>,
  records: Iterable<T>,
): ReadonlyMap<string, T> {
  const map = new Map(before);
  for (const record of records) map.set(record.id, record);
  return map;
}
