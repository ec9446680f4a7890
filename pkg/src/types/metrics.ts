/** @file How the team answers. */
import type { Author, Time } from "./message.js";
import type { Calendar, Targets } from "./options.js";

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
