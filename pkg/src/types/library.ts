/** @file Saved replies and help articles. */
import type { Customer, Message } from "./message.js";
import type { Span } from "./verdict.js";

/** A saved reply. */
export interface Reply {
  /** The host's id. */
  readonly id: string;
  /** What agents call it. */
  readonly title: string;
  /** The text, with placeholders of any helpdesk's dialect. */
  readonly body: string;
  /** The language of `body` (BCP 47). Default: unknown. */
  readonly language?: string;
  /** The text in other languages, by BCP 47 code. */
  readonly variants?: Readonly<Record<string, string>>;
  /** What agents type to find it. */
  readonly shortcut?: string;
  /** Tags. */
  readonly tags?: readonly string[];
  /** Messages it has answered well. */
  readonly examples?: readonly string[];
  /** Who may use it: a team, a brand. */
  readonly scope?: string;
  /** How often it was used. Default 0. */
  readonly usage?: number;
}

/** A help-center article. */
export interface Article {
  /** The host's id. */
  readonly id: string;
  /** The title. */
  readonly title: string;
  /** The text. */
  readonly body: string;
  /** What `body` is written in. Default `"text"`. */
  readonly format?: "html" | "markdown" | "text";
  /** Where customers read it. */
  readonly url?: string;
  /** The language (BCP 47). Default: unknown. */
  readonly language?: string;
  /** Translations, by BCP 47 code. */
  readonly translations?: Readonly<
    Record<string, { readonly title: string; readonly body: string; readonly url?: string }>
  >;
  /** Tags. */
  readonly tags?: readonly string[];
  /** Words that customers use for it. */
  readonly keywords?: readonly string[];
  /** The team, brand or help center it belongs to. */
  readonly scope?: string;
  /** Only published articles are found. Default `"published"`. */
  readonly status?: "published" | "draft" | "archived";
  /** Only public articles are found. Default `"public"`. */
  readonly visibility?: "public" | "private";
  /** Shown before others that fit as well. Default `false`. */
  readonly promoted?: boolean;
  /** Helpful votes less unhelpful ones. Default 0. */
  readonly votes?: number;
}

/** Options of a search. */
export interface SearchOptions {
  /** How many results at most. Default 3 for suggestions, 10 for searches. */
  readonly limit?: number;
  /** Results below this score are left out, 0..1. Default 0. */
  readonly minScore?: number;
  /** The reader's language (BCP 47): variants in it come first. Default: that of the message; of a query, none. */
  readonly language?: string;
  /** Only what has all of these tags. Default: all. */
  readonly tags?: readonly string[];
  /** Only what belongs to this scope or to none. Default: all. */
  readonly scope?: string;
}

/** What placeholders are filled from. */
export interface RenderContext {
  /** The customer. */
  readonly customer?: Customer;
  /** The agent. */
  readonly agent?: { readonly name?: string; readonly firstName?: string; readonly email?: string };
  /** The message that is answered. */
  readonly message?: Message | string;
  /** The language of the variant (BCP 47). Default: the message's or the customer's. */
  readonly language?: string;
  /** Other values, at any depth. */
  readonly [name: string]: unknown;
}

/** A reply or an article that fits. */
export interface Match {
  /** The id of the reply or article. */
  id: string;
  /** 0..1. */
  score: number;
  /** The language of the variant that fits. */
  language?: string;
  /** The words of the query that were found. */
  spans: Span[];
  /** The passage that fits best. */
  snippet?: string;
  /** Why it is here: `"title: refund"`, `"shortcut"`. */
  why: string[];
}

/** A saved reply, filled in. */
export interface RenderedReply {
  /** The whole text. */
  text: string;
  /** Its parts, so that an editor can mark what was filled in and what is missing. */
  segments: { text: string; kind: "text" | "value" | "fallback" | "missing" | "hole"; name?: string }[];
  /** Placeholders without a value. */
  missing: string[];
  /** Places the agent is to fill in. */
  holes: string[];
  /** The language of the variant (BCP 47); `"und"` when it states none. */
  language: string;
}

/** An article as a short answer. */
export interface RenderedArticle {
  /** The answer with its link. */
  text: string;
  /** The answer alone. */
  summary: string;
  /** The link; empty when the article has none. */
  url: string;
}
