import { computed, effect, signal } from "@preact/signals";
import type { Article, Reply, Rule } from "hotcold";
import { dueState } from "../lib/due";
import { count } from "../lib/words";
import { now, runClock, startSampleClock, useClock, type ClockMode } from "./clock";
import { addArticles, addReplies, renewEngine, setRules, startEngine } from "./engine";
import { counts } from "./filter";
import { addMessages, items, judgeAgain, readIncidents, type DeskMessage } from "./inbox";
import { marks } from "./marks";
import { applyTheme } from "./theme";
import { announce, say } from "./toast";

export type Boot =
  { readonly state: "loading" } | { readonly state: "ready" } | { readonly state: "failed"; readonly reason: string };

export const boot = signal<Boot>({ state: "loading" });

/** The sample's clock starts this long after its newest message. */
const SAMPLE_LEAD = 4 * 60_000;

/** Loads the engine and the sample inbox, and starts what runs beside the views. */
export async function start(): Promise<void> {
  applyTheme();
  try {
    const sample = await readSample();
    // The engine looks at the clock when it is made, so the clock comes first.
    const newest = Math.max(...sample.messages.map((message) => message.receivedAt));
    if (Number.isFinite(newest)) startSampleClock(newest + SAMPLE_LEAD);
    await startEngine();
    await useSample(sample);
  } catch (error) {
    boot.value = { state: "failed", reason: error instanceof Error ? error.message : String(error) };
    return;
  }
  runClock();
  announceChanges();
  endIncidents();
  boot.value = { state: "ready" };
}

/** Changes between the sample's time and the real one. */
export async function changeClock(mode: ClockMode): Promise<void> {
  useClock(mode);
  await renewEngine();
  await judgeAgain();
  readIncidents();
}

interface Sample {
  readonly messages: readonly DeskMessage[];
  readonly replies: readonly Reply[];
  readonly articles: readonly Article[];
  readonly rules: readonly Rule[];
}

async function readSample(): Promise<Sample> {
  const [messages, replies, articles, rules] = await Promise.all([
    readText("messages.ndjson"),
    readText("replies.json"),
    readText("articles.json"),
    readText("rules.json"),
  ]);
  // Our own files, checked by their tests and again by the engine.
  return {
    messages: messages
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line) as DeskMessage),
    replies: JSON.parse(replies || "[]") as Reply[],
    articles: JSON.parse(articles || "[]") as Article[],
    rules: JSON.parse(rules || "[]") as Rule[],
  };
}

async function readText(name: string): Promise<string> {
  const response = await fetch(`./sample/${name}`);
  return response.ok ? response.text() : "";
}

async function useSample({ messages, replies, articles, rules }: Sample): Promise<void> {
  try {
    addReplies(replies);
    addArticles(articles);
    setRules(rules);
  } catch (error) {
    console.warn(error);
    say("Part of the sample could not be read; the rest works.");
  }
  await addMessages(messages);
}

/** Incidents end when nobody writes of them any more: looks once a minute. */
function endIncidents(): void {
  const minute = computed(() => Math.floor(now.value / 60_000));
  effect(() => {
    if (minute.value > 0) readIncidents();
  });
}

/** Tells screen readers of messages that become overdue, and of the lanes when they change. */
function announceChanges(): void {
  let overdue = overdueIds(now.peek());
  let said = "";
  effect(() => {
    const current = overdueIds(now.value);
    const fresh = [...current].filter((id) => !overdue.has(id));
    overdue = current;
    if (fresh.length > 0) announce(`${count(fresh.length, "message")} now overdue.`);
  });
  effect(() => {
    const { hot, cold } = counts.value;
    const text = `${hot} hot, ${cold} cold.`;
    if (said !== "" && said !== text) announce(text);
    said = text;
  });
}

function overdueIds(at: number): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [id, { verdict }] of items.value) {
    if (!marks.value.closed[id] && verdict.due && dueState(verdict.due, at) === "breached") ids.add(id);
  }
  return ids;
}
