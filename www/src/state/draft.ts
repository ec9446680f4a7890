import { computed, signal } from "@preact/signals";
import type { RenderContext, RenderedReply } from "hotcold";
import { openBlanks, spliceText, type OpenBlank } from "../lib/draft";
import { isFields } from "../lib/records";
import { engine } from "./engine";
import type { Item } from "./inbox";
import { selectedId } from "./selection";
import { readText, stored } from "./storage";

/** An answer that is being written. */
export interface Draft {
  readonly text: string;
  /** What must be filled or edited away before sending, as it stands in the text. */
  readonly blanks: readonly string[];
  /** Saved replies and articles that went into it: the engine learns that they fitted. */
  readonly replyIds: readonly string[];
  readonly articleIds: readonly string[];
}

const EMPTY: Draft = { text: "", blanks: [], replyIds: [], articleIds: [] };

const drafts = signal<Readonly<Record<string, Draft>>>({});
/** Who signs, for `agent.name` in saved replies. */
export const agentName = stored("agent", "Robin Vale", readText);
/** Where the caret of the composer is, and where it shall be put next. */
export const caret = signal<{ readonly start: number; readonly end: number }>({ start: 0, end: 0 });
export const caretWish = signal<{ readonly start: number; readonly end: number } | undefined>(undefined);

export const draft = computed(() => draftOf(selectedId.value));
export const blanksLeft = computed(() => openBlanks(draft.value.text, draft.value.blanks));

export function draftOf(id: string | undefined): Draft {
  return (id === undefined ? undefined : drafts.value[id]) ?? EMPTY;
}

export function openBlanksOf(id: string): OpenBlank[] {
  const { text, blanks } = draftOf(id);
  return openBlanks(text, blanks);
}

export function writeDraft(id: string, text: string): void {
  drafts.value = { ...drafts.value, [id]: { ...draftOf(id), text } };
}

export function clearDraft(id: string): void {
  const { [id]: _, ...rest } = drafts.peek();
  drafts.value = rest;
}

/** A saved reply with this message's values, in its language where the reply has it. */
export function renderFor(item: Item, replyId: string): RenderedReply | undefined {
  try {
    return engine.value?.renderReply(replyId, contextOf(item));
  } catch {
    return undefined;
  }
}

/** What placeholders can reach: the customer, the message, the agent and every field of the host by its name. */
function contextOf({ message, verdict }: Item): RenderContext {
  const { language } = verdict.language;
  const name = agentName.value.trim();
  return {
    ...(isFields(message.fields) ? message.fields : {}),
    ...(message.customer && { customer: message.customer }),
    ...(name !== "" && { agent: { name } }),
    ...(language !== "und" && { language }),
    message,
  };
}

type Segment = RenderedReply["segments"][number];

/** Whether the agent has to fill this in. */
export function isBlank({ kind }: Segment): boolean {
  return kind === "missing" || kind === "hole";
}

/** What a segment looks like in an editor: a blank is bracketed so that nobody sends it unseen. */
export function segmentText(segment: Segment): string {
  return isBlank(segment) ? `[${segment.name ?? segment.text}]` : segment.text;
}

/** Inserts a saved reply at the caret, or over `range`, and puts the caret on its first blank. */
export function insertReply(item: Item, replyId: string, range = caret.peek()): void {
  const rendered = renderFor(item, replyId);
  if (!rendered) return;
  const blanks = rendered.segments.filter(isBlank).map(segmentText);
  const text = rendered.segments.map(segmentText).join("");
  insert(item.message.id, text, range, blanks, { replyId });
}

/** Inserts an article as a short answer with its link: never the link alone. */
export function insertArticle(item: Item, articleId: string): void {
  try {
    const rendered = engine.value?.renderArticle(articleId, item.message);
    if (rendered) insert(item.message.id, rendered.text, caret.peek(), [], { articleId });
  } catch (error) {
    console.warn(error);
  }
}

function insert(
  id: string,
  text: string,
  range: { readonly start: number; readonly end: number },
  blanks: readonly string[],
  from: { readonly replyId?: string; readonly articleId?: string },
): void {
  const before = draftOf(id);
  const start = Math.min(range.start, before.text.length);
  const end = Math.min(range.end, before.text.length);
  const lead = start > 0 && !/\s$/.test(before.text.slice(0, start)) ? "\n\n" : "";
  const spliced = spliceText(before.text, start, end, lead + text);
  drafts.value = {
    ...drafts.value,
    [id]: {
      text: spliced.text,
      blanks: [...before.blanks, ...blanks],
      replyIds: from.replyId === undefined ? before.replyIds : [...before.replyIds, from.replyId],
      articleIds: from.articleId === undefined ? before.articleIds : [...before.articleIds, from.articleId],
    },
  };
  const blank = openBlanks(spliced.text, blanks).find((one) => one.start >= start);
  caretWish.value = blank && blank.start < spliced.at ? blank : { start: spliced.at, end: spliced.at };
}
