/** @file What the engine says of a message. All of it is plain data. */
import type { Match } from "./library.js";
import type { RuleFiring } from "./rules.js";

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
  /** A few plain English words; `hotcold/labels` has them in other languages. */
  label: string;
  /** Its share in the score, in log-odds: above zero makes hotter. */
  weight: number;
  /** The words that cause it. */
  spans: Span[];
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

/** A text without personal data. */
export interface Redacted {
  /** The text. */
  text: string;
  /** What was taken out; places are those of the text before. */
  entities: Entity[];
}
