/** @file The shapes of everything that goes in and comes out. All of it is plain data. */

/** A point in time: milliseconds since 1970, or a `Date`. What comes out is always a number. */
export type Time = number | Date;

// ---------------------------------------------------------------------------------------------- what goes in

/** A customer's message and what the host knows around it. A bare string stands for `{ text }`. */
export interface Message {
  /** The host's id; comes back as `messageId`. */
  readonly id?: string;
  /** What the customer wrote. Spans count its UTF-16 code units, as JavaScript does. */
  readonly text: string;
  /** The subject of an e-mail. */
  readonly subject?: string;
  /** Whether `text` is HTML. Default `false`. */
  readonly html?: boolean;
  /** The language, if the host knows it (BCP 47). Default: it is guessed. */
  readonly language?: string;
  /** Where it came from: `"email"`, `"chat"`, `"twitter"`, `"whatsapp"`, … Default: no channel. */
  readonly channel?: string;
  /** When it came. Without it, or since when the customer waits, there is no due time. */
  readonly receivedAt?: Time;
  /** Who wrote it. Default `"customer"`. */
  readonly author?: Author;
  /** Who can see it. Default `"public"`. */
  readonly visibility?: "public" | "private" | "note";
  /** E-mail headers; they tell automatic mail from people. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The conversation it belongs to. */
  readonly thread?: Thread;
  /** Who wrote it. */
  readonly customer?: Customer;
  /** Anything else a rule or a template may look at. */
  readonly fields?: unknown;
}

/** Who wrote a message. */
export type Author = "customer" | "agent" | "bot" | "rule";

/** The state of a conversation. */
export interface Thread {
  /** Whether the message opens the conversation. */
  readonly isFirst?: boolean;
  /** Customer messages since the last answer. Default 0. */
  readonly unanswered?: number;
  /** Since when the customer waits. */
  readonly waitingSince?: Time;
}

/** What the host knows of the customer. */
export interface Customer {
  /** The host's id. */
  readonly id?: string;
  /** The full name. */
  readonly name?: string;
  /** The first name; by default the first word of `name`. */
  readonly firstName?: string;
  /** The address. */
  readonly email?: string;
  /** The language (BCP 47). */
  readonly language?: string;
  /** Especially important. Default `false`. */
  readonly vip?: boolean;
  /** Customer since. */
  readonly since?: Time;
  /** Followers on the network the message came from. Default 0. */
  readonly followers?: number;
  /** Verified account on that network. Default `false`. */
  readonly verified?: boolean;
  /** What was before. */
  readonly history?: {
    /** Earlier messages. Default 0. */
    readonly messages?: number;
    /** Earlier complaints. Default 0. */
    readonly complaints?: number;
    /** When the last serious trouble was. */
    readonly lastSeriousAt?: Time;
  };
  /** What the team wrote down. */
  readonly notes?: readonly string[];
}

/** A saved reply. */
export interface Reply {
  /** The host's id. */
  readonly id: string;
  /** What agents call it. */
  readonly title: string;
  /** The text, with placeholders of any helpdesk's dialect. */
  readonly body: string;
  /** The language of `body` (BCP 47). Default: it is guessed. */
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
  /** The language (BCP 47). Default: it is guessed. */
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

/** The team's own names and words. */
export interface Brand {
  /** Names of the company and its products. */
  readonly names?: readonly string[];
  /** Its handles on social networks. */
  readonly handles?: readonly string[];
  /** Words that concern it. */
  readonly keywords?: readonly string[];
  /** How it speaks; values for templates. */
  readonly voice?: Readonly<Record<string, string>>;
}

/** A day of the week. */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** When the team works. */
export interface Calendar {
  /** The IANA time zone: `"Asia/Kolkata"`. Summer time is respected. */
  readonly timeZone: string;
  /**
   * Opening hours of each day, as `["09:00", "17:30"]`; several a day are fine, `"24:00"` is midnight, and an
   * end before its start lies on the next day. Days left out are closed.
   */
  readonly hours: Readonly<Partial<Record<Weekday, readonly (readonly [open: string, close: string])[]>>>;
  /** Days without opening hours, as `"2026-12-25"`. Default: none. */
  readonly holidays?: readonly string[];
}

/**
 * Response times in milliseconds, by channel (`"default"` for all others) and level. Levels left out keep their
 * default; `null` promises nothing.
 */
export type Targets = Readonly<Record<string, Readonly<Partial<Record<Level, number | null>>> | null>>;

/** When messages alike become an incident. Times are in milliseconds. */
export interface IncidentOptions {
  /** Messages within this time count together. Default: an hour. */
  readonly window?: number;
  /** The least messages in that time. Default 5. */
  readonly minimum?: number;
  /** The least customers in that time. Default 3. */
  readonly customers?: number;
  /** How many standard deviations above the same hour of earlier days. Default 2. */
  readonly deviations?: number;
  /** The time between two alerts of one topic. Default: an hour. */
  readonly coolDown?: number;
}

/** A place to have the engine from. A string is a URL. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** A {@link WasmSource} or a promise of one. */
export type WasmInput = WasmSource | Promise<WasmSource>;

/** What an engine is made with. All of it may be left out. */
export interface TriageOptions {
  /** Where the engine comes from. Default: the file that the package brings. */
  readonly wasm?: WasmInput;
  /** Reserved for vector packs; giving one is an `INVALID_ARGUMENT` until there are any. Default: words only. */
  readonly semantic?: "en" | "multilingual" | URL | BufferSource;
  /** What {@link Triage.save} gave. Default: nothing learned. */
  readonly snapshot?: Uint8Array | ArrayBuffer;
  /** Saved replies. Default: none. */
  readonly replies?: Iterable<Reply>;
  /** Help articles. Default: none. */
  readonly articles?: Iterable<Article>;
  /** Rules, in order. Default: none. */
  readonly rules?: readonly Rule[];
  /** The team's own names and words. Default: none. */
  readonly brand?: Brand;
  /** The languages customers write in (BCP 47); others become less probable. Default: all. */
  readonly languages?: readonly string[];
  /** From which score on a message is hot, 0..1. Default 0.5. */
  readonly hotThreshold?: number;
  /** Response times. Default: a table of customary ones. */
  readonly targets?: Targets;
  /** When the team works; due times count only those hours. Default: always. */
  readonly calendar?: Calendar;
  /** When messages alike become an incident. Default: see {@link IncidentOptions}. */
  readonly incidents?: IncidentOptions;
  /** The longest text, in UTF-16 code units. Default 100,000. */
  readonly maxLength?: number;
  /** The clock. Default `Date.now`. */
  readonly now?: () => number;
  /** Gives up waiting for the engine; `create` then rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** Options of one verdict. */
export interface TriageCallOptions {
  /** How many saved replies to suggest. Default 3. */
  readonly replies?: number;
  /** How many articles to suggest. Default 3. */
  readonly articles?: number;
  /** The present time. Default: the clock of {@link TriageOptions.now}. */
  readonly now?: Time;
  /** The language to suggest in (BCP 47). Default: the message's. */
  readonly language?: string;
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

/** A rule of the team. Rules run in order. */
export interface Rule {
  /** Its id, which comes back in {@link RuleFiring}. */
  readonly id: string;
  /** What the team calls it. Default: its id. */
  readonly name?: string;
  /** When it fires. */
  readonly when: Condition;
  /** What it does. */
  readonly then: readonly Action[];
  /** Whether later rules are skipped when it fires. Default `false`. */
  readonly stop?: boolean;
  /** Default `true`. */
  readonly enabled?: boolean;
}

/**
 * When a rule fires: conditions joined by `all`, `any` or `none`, or one condition.
 *
 * - `contains`: a word of `any` and every word of `all` is there. Case, accents and width do not matter, unless
 *   `exact`; parts of longer words count, unless `whole`. `in` is `"both"` by default.
 * - `matches`: the regular expression matches somewhere in the text; case does not matter.
 * - `language`: it begins with one of these: `"zh"` covers `"zh-Hant"`.
 * - `signal`: it has at least this probability, by default 0.5.
 * - `time`: the message came on one of these weekdays, from `"09:00"` to before `"17:00"`.
 * - `field`: the value at this path of the message passes every test given; texts without regard to case.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] }
  | {
      readonly type: "contains";
      readonly any?: readonly string[];
      readonly all?: readonly string[];
      readonly whole?: boolean;
      readonly in?: "text" | "subject" | "both";
      readonly exact?: boolean;
    }
  | { readonly type: "matches"; readonly pattern: string }
  | { readonly type: "language"; readonly in: readonly string[] }
  | { readonly type: "channel"; readonly in: readonly string[] }
  | { readonly type: "signal"; readonly name: SignalName; readonly atLeast?: number }
  | { readonly type: "intent"; readonly in: readonly string[] }
  | { readonly type: "noise"; readonly in: readonly NoiseKind[] }
  | { readonly type: "entity"; readonly kind: EntityKind }
  | { readonly type: "priority"; readonly is: Priority }
  | { readonly type: "score"; readonly atLeast?: number; readonly below?: number }
  | {
      readonly type: "time";
      readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
      readonly from?: string;
      readonly to?: string;
      readonly utcOffsetMinutes?: number;
    }
  | {
      readonly type: "field";
      readonly path: string;
      readonly equals?: string | number | boolean;
      readonly in?: readonly (string | number)[];
      readonly atLeast?: number;
      readonly below?: number;
      readonly before?: Time | string;
      readonly after?: Time | string;
      readonly exists?: boolean;
    };

/** What a rule does: one of these. Nothing is ever sent, closed or deleted; the verdict says what to do. */
export type Action =
  | { readonly tag: string }
  | { readonly untag: string }
  | { readonly assign: string }
  | { readonly priority: Priority }
  | { readonly level: Level }
  | { readonly addScore: number }
  | { readonly close: true }
  | { readonly suggestReply: string }
  | { readonly notify: string; readonly data?: unknown };

/** What the team decided, to learn from. */
export type Feedback =
  | { readonly type: "priority"; readonly message: Message | string; readonly priority: Priority }
  | { readonly type: "tag"; readonly message: Message | string; readonly tag: string; readonly wanted: boolean }
  | { readonly type: "intent"; readonly message: Message | string; readonly intent: string }
  | { readonly type: "reply"; readonly message: Message | string; readonly replyId: string; readonly accepted: boolean }
  | {
      readonly type: "article";
      readonly message: Message | string;
      readonly articleId: string;
      readonly accepted: boolean;
    };

/** Something that happened in a conversation. */
export interface ConversationEvent {
  /** Which conversation. */
  readonly conversationId: string;
  /** When. */
  readonly at: Time;
  /** What. */
  readonly kind: "received" | "replied" | "note" | "closed" | "reopened";
  /** By whom. Answers of bots and rules are no responses. */
  readonly author: Author;
  /** Which agent. */
  readonly agentId?: string;
  /** On which channel. */
  readonly channel?: string;
  /** In which language (BCP 47). */
  readonly language?: string;
  /** Tags of the conversation. */
  readonly tags?: readonly string[];
}

// --------------------------------------------------------------------------------------------- what comes out

/** Hot: somebody should look at it now. Cold: it can wait. */
export type Priority = "hot" | "cold";

/** The four levels that helpdesks know; the first two are hot. */
export type Level = "urgent" | "high" | "normal" | "low";

/** A stretch of the message's text in UTF-16 code units: `text.slice(start, end)` is the words. */
export interface Span {
  /** The first code unit. */
  start: number;
  /** One past the last. */
  end: number;
}

/** Everything the engine says about a message. */
export interface Verdict {
  /** The message's id, if it had one. */
  messageId?: string;
  /** Hot or cold. */
  priority: Priority;
  /** One of four levels. */
  level: Level;
  /** The calibrated probability of hot, 0..1. */
  score: number;
  /** How far to trust the priority. */
  confidence: "high" | "medium" | "low";
  /** The language. */
  language: LanguageGuess;
  /** What the message says of itself, most probable first. */
  signals: Signal[];
  /** What it is about, most probable first; empty when unsure. */
  intents: Intent[];
  /** What it names, in the order of the text. */
  entities: Entity[];
  /** Why it needs no answer, if so. */
  noise?: Noise;
  /** The causes of the score, strongest first. */
  reasons: Reason[];
  /** Tags that rules gave. */
  tags: string[];
  /** Who should take it, if a rule said so. */
  assignee?: string;
  /** Whether a rule says that it can be closed. */
  close?: boolean;
  /** The rules that fired, in order. */
  rules: RuleFiring[];
  /** By when to answer. */
  due?: Due;
  /** The incident it belongs to. */
  incident?: IncidentRef;
  /** Saved replies that answer it, best first. */
  replies: Match[];
  /** Articles that explain it, best first. */
  articles: Match[];
  /** Who judged. */
  versions: { engine: string; model: string };
}

/** The language of a text. */
export interface LanguageGuess {
  /** BCP 47, with a script where it is not the usual one (`"hi-Latn"`); `"und"` when unsure. */
  language: string;
  /** ISO 639-3; `"und"` when unsure. */
  iso6393: string;
  /** ISO 15924 of the script most letters are in; `"Zyyy"` without letters. */
  script: string;
  /** 0..1. */
  confidence: number;
  /** Whether to act on it. */
  reliable: boolean;
  /** Whether a second language or script has a fair share. */
  mixed: boolean;
}

/** What a message can say of itself. */
export type SignalName =
  | "complaint"
  | "urgent_request"
  | "deadline"
  | "outage"
  | "repeat_contact"
  | "money"
  | "security"
  | "churn"
  | "legal"
  | "safety"
  | "reputation"
  | "praise"
  | "thanks"
  | "question"
  | "purchase_intent"
  | "industry"
  | "spam"
  | "auto_reply"
  | "abuse";

/** One thing a message says of itself. */
export interface Signal {
  /** Which. */
  name: SignalName;
  /** 0..1. */
  probability: number;
  /** The words that show it, strongest first. */
  spans: Span[];
}

/** What a message is about. */
export interface Intent {
  /** `"area/reason"`, or an id that the team defined by examples. */
  id: string;
  /** 0..1. */
  probability: number;
}

/** Kinds of things that a text names. */
export type EntityKind = "order" | "email" | "phone" | "money" | "date" | "url" | "handle" | "card" | "iban";

/** A thing named in the text. */
export interface Entity extends Span {
  /** What it is. */
  kind: EntityKind;
  /** The words as they stand. */
  text: string;
  /** A normal form: digits of a phone number, `12.50 EUR`, an ISO date. */
  value?: string;
  /** Whether a date is a time by which something must happen. */
  deadline?: boolean;
}

/** Why a message needs no answer. */
export type NoiseKind =
  | "auto_reply"
  | "bounce"
  | "list"
  | "spam"
  | "gibberish"
  | "greeting_only"
  | "thanks_only"
  | "empty";

/** That a message needs no answer. */
export interface Noise {
  /** Why. */
  kind: NoiseKind;
  /** What shows it, in words. */
  evidence: string[];
  /** The words that show it. */
  spans: Span[];
}

/** One cause of the score. */
export interface Reason {
  /** Where it comes from. */
  source: "model" | "context" | "rule" | "feedback" | "incident";
  /** A stable name to branch on: a signal's name, `"vip"`, a rule's id, … */
  code: string;
  /** A few plain English words. */
  label: string;
  /** Its share in the score, in log-odds: above zero makes hotter. */
  weight: number;
  /** The words that cause it. */
  spans: Span[];
}

/** A rule that fired. */
export interface RuleFiring {
  /** The rule's id. */
  ruleId: string;
  /** Its actions, as they were given. */
  actions: Action[];
  /** Each condition that was looked at. */
  trace: Trace[];
}

/** A condition, the value it saw and whether it held. */
export interface Trace {
  /** Its path in the rule: `"when.all[0]"`. */
  path: string;
  /** The value that was looked at, shortened. */
  seen: unknown;
  /** Whether it held. */
  matched: boolean;
}

/** By when the first answer is due. Times are milliseconds since 1970. */
export interface Due {
  /** When the answer is due. */
  firstResponseAt: number;
  /** When to warn. */
  warnAt: number;
  /** How it stands at the time of the verdict. */
  state: "ok" | "warn" | "breached";
  /** The response time that was used, in milliseconds. */
  target: number;
}

/** The incident a message belongs to. */
export interface IncidentRef {
  /** Its id. */
  id: string;
  /** Its messages so far. */
  count: number;
}

/** Many customers with one problem. Times are milliseconds since 1970. */
export interface Incident {
  /** A stable id. */
  id: string;
  /** The first message. */
  firstAt: number;
  /** The latest message. */
  lastAt: number;
  /** How many messages. */
  count: number;
  /** How many customers. */
  customers: number;
  /** The words they share, most telling first. */
  words: string[];
  /** Ids of the first messages. */
  exampleIds: string[];
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
  /** The language of the variant (BCP 47). */
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

/** A text without personal data. */
export interface Redacted {
  /** The text. */
  text: string;
  /** What was taken out; places are those of the text before. */
  entities: Entity[];
}

/** Options of the metrics. */
export interface ResponseMetricsOptions {
  /** Response times; those of level `"normal"` count. Default: a table of customary ones. */
  readonly targets?: Targets;
  /** When the team works; waits are then measured in open time too. Default: always. */
  readonly calendar?: Calendar;
  /** The team's distance from UTC, for `hours` and `weekdays`. Default 0. */
  readonly utcOffsetMinutes?: number;
}

/** How the team answers. */
export interface ResponseMetrics {
  /** Messages of customers. */
  received: number;
  /** Those of them that a person answered. */
  answered: number;
  /** Public replies of persons. */
  replies: number;
  /** Answered of received, 0..1; `null` without messages. */
  responseRate: number | null;
  /** The first wait of each conversation and after each closing or reopening. */
  firstResponse: Times;
  /** Every wait. */
  response: Times;
  /** By the agent who answered, in the order of the ids. */
  byAgent: AgentFigures[];
  /** By channel, in the order of names; messages without one are in no group. */
  byChannel: Figures[];
  /** By language. */
  byLanguage: Figures[];
  /** By tag; a message with two tags counts in both. */
  byTag: Figures[];
  /** Messages received by hour of the day, 24 of them. */
  hours: number[];
  /** Messages received by weekday, seven of them, Sunday first. */
  weekdays: number[];
}

/** The figures of a channel, a language or a tag. */
export interface Figures {
  /** The channel, language or tag. */
  name: string;
  /** Messages of customers. */
  received: number;
  /** Those of them that a person answered. */
  answered: number;
  /** Answered of received, 0..1; `null` without messages. */
  responseRate: number | null;
  /** The first wait of each conversation and after each closing or reopening. */
  firstResponse: Times;
  /** Every wait. */
  response: Times;
}

/** The figures of an agent. */
export interface AgentFigures {
  /** The agent. */
  agentId: string;
  /** Public replies. */
  replies: number;
  /** Messages answered by them. */
  answered: number;
  /** First waits that this agent ended. */
  firstResponse: Times;
  /** All waits that this agent ended. */
  response: Times;
}

/** How long customers waited, in milliseconds; `null` without waits. */
export interface Times {
  /** Answered waits. */
  count: number;
  /** The mean. */
  mean: number | null;
  /** The median. */
  median: number | null;
  /** The wait that nine in ten do not exceed. */
  p90: number | null;
  /** The share of waits with a target that kept it, 0..1. With a calendar only open time counts. */
  withinTarget: number | null;
  /** The same in open time; absent without a calendar. */
  business?: { mean: number; median: number; p90: number };
}

/** What a rule would have done. */
export interface RuleReport {
  /** The rule's id. */
  ruleId: string;
  /** On how many messages it would have fired. */
  fired: number;
  /** On how many more, had no rule before it ended the pass with `stop`. */
  shadowed: number;
  /** The rules that ended those passes. */
  shadowedBy: string[];
  /** Whether it would never have fired. */
  neverFired: boolean;
  /** Some of the messages it would have fired on. */
  examples: RuleExample[];
}

/** A message that a rule would have fired on, and why. */
export interface RuleExample {
  /** The message's id, if it had one. */
  messageId?: string;
  /** Its place among the messages. */
  index: number;
  /** Each condition that was looked at. */
  trace: Trace[];
}
