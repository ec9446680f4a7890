/** @file What customers write, and what the team decided about it. */
import type { Priority } from "./verdict.js";

/** A point in time: milliseconds since 1970, or a `Date`. What comes out is always a number. */
export type Time = number | Date;

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
