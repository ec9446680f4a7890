/// <reference lib="esnext.disposable" preserve="true" />
import type { Core, Glue } from "../generated/glue.js";
import { openSpans } from "./calendar.js";
import { TriageError, fromCore, invalid, trapped } from "./error.js";
import { load, loadSync, type DefaultSource } from "./load.js";
import { plain, string, type Json } from "./plain.js";
import type {
  Article,
  EntityKind,
  Feedback,
  Incident,
  LanguageGuess,
  Match,
  Message,
  Redacted,
  RenderContext,
  RenderedArticle,
  RenderedReply,
  Reply,
  Rule,
  RuleReport,
  SearchOptions,
  TriageCallOptions,
  TriageOptions,
  Verdict,
} from "./types.js";

/** Older platforms lack the symbol; compilers that translate `using` look for this one then. */
const dispose: typeof Symbol.dispose = Symbol.dispose ?? Symbol.for("Symbol.dispose");

/**
 * The engine: made by one `await Triage.create()`, synchronous from then on.
 *
 * Everything is plain data in both directions. Each `Triage` has a WebAssembly memory of its own, which goes
 * when it is disposed of or no longer reachable; a fault in one never touches another.
 *
 * ```ts
 * const triage = await Triage.create();
 * const { priority, reasons } = triage.triage("My payment left the account twice");
 * ```
 */
export class Triage implements Disposable {
  /** @internal Where the entry point has the engine from. */
  static readonly source: DefaultSource = () => {
    throw invalid("wasm", "is missing; hotcold/slim brings no engine, pass its URL, bytes or module");
  };

  #core: Core | undefined;
  #now: () => number;
  #gone = new TriageError("DISPOSED", "This Triage was disposed of; create a new one.");

  /** For {@link Triage.create} alone. */
  protected constructor(glue: unknown, options: TriageOptions) {
    this.#now = options.now ?? Date.now;
    const { calendar, snapshot } = options;
    const settings = {
      ...pick(options, ["replies", "articles", "rules", "brand", "languages", "hotThreshold", "targets", "incidents", "maxLength"]),
      ...(calendar && { calendar: openSpans(calendar, this.#time()) }),
    };
    const data = plain(settings);
    const learned = snapshot && bytes(snapshot);
    this.#core = this.#guard(() => new (glue as Glue).Core(data));
    if (learned) this.#call((core) => core.restore(learned));
  }

  /**
   * Loads the engine, once for a page, and makes a `Triage`.
   *
   * @param options see {@link TriageOptions}; all of them may be left out.
   */
  static async create(options: TriageOptions = {}): Promise<Triage> {
    check(options);
    return new this(await load(options.wasm ?? this.source, options.signal), options);
  }

  /**
   * As {@link Triage.create}, at once: for service workers and edge functions.
   *
   * @param options.wasm bytes or a compiled module.
   */
  static createSync(options: TriageOptions & { wasm: BufferSource | WebAssembly.Module }): Triage {
    check(options);
    return new this(loadSync(options.wasm ?? this.source()), options);
  }

  /** Judges one message: hot or cold, why, in which language, about what, by when. */
  triage(message: Message | string, options?: TriageCallOptions): Verdict {
    const [input, settings] = [read(message), this.#settings(options)];
    return this.#call((core) => core.triage(input, settings));
  }

  /** Judges many messages, in order. */
  triageAll(messages: Iterable<Message | string>, options?: TriageCallOptions): Verdict[] {
    const settings = this.#settings(options);
    return list(messages, "messages").map((message, index) =>
      this.#call((core) => core.triage(message, settings), `messages[${index}]`),
    );
  }

  /** The language of a text; `"und"` when unsure. */
  detectLanguage(text: string): LanguageGuess {
    const input = string(text, "text");
    return this.#call((core) => core.detectLanguage(input));
  }

  /** Adds saved replies; one whose id is known takes the place of the old one. */
  upsertReplies(replies: Iterable<Reply>): void {
    const input = list(replies, "replies");
    this.#call((core) => core.upsertReplies(input));
  }

  /** Removes saved replies; gives how many there were. Unknown ids are left alone. */
  removeReplies(ids: Iterable<string>): number {
    const input = list(ids, "ids");
    return this.#call((core) => core.removeReplies(input));
  }

  /** The saved replies that answer this message, best first. */
  suggestReplies(message: Message | string, options?: SearchOptions): Match[] {
    const [input, settings] = [read(message), plain(options, "options")];
    return this.#call((core) => core.suggestReplies(input, settings));
  }

  /** The saved replies an agent looks for while typing: by shortcut, title, body, tags; typos allowed. */
  findReplies(query: string, options?: SearchOptions): Match[] {
    const [input, settings] = [string(query, "query"), plain(options, "options")];
    return this.#call((core) => core.findReplies(input, settings));
  }

  /** A saved reply with its placeholders filled. Nothing is sent: the text is for the agent's editor. */
  renderReply(replyId: string, context?: RenderContext): RenderedReply {
    const [id, values] = [string(replyId, "replyId"), plain(context, "context")];
    return this.#call((core) => core.renderReply(id, values));
  }

  /** Adds help articles; one whose id is known takes the place of the old one. */
  upsertArticles(articles: Iterable<Article>): void {
    const input = list(articles, "articles");
    this.#call((core) => core.upsertArticles(input));
  }

  /** Removes help articles; gives how many there were. Unknown ids are left alone. */
  removeArticles(ids: Iterable<string>): number {
    const input = list(ids, "ids");
    return this.#call((core) => core.removeArticles(input));
  }

  /** The help articles that explain what a message asks or a query says, best first. */
  searchArticles(query: Message | string, options?: SearchOptions): Match[] {
    const [input, settings] = [read(query, "query"), plain(options, "options")];
    return this.#call((core) => core.searchArticles(input, settings), "query");
  }

  /** A help article as a short answer with its link, from the passage that fits `message` best. */
  renderArticle(articleId: string, message?: Message | string): RenderedArticle {
    const [id, input] = [string(articleId, "articleId"), message === undefined ? undefined : read(message)];
    return this.#call((core) => core.renderArticle(id, input));
  }

  /** Puts these rules in the place of all others. A bad rule is an error and leaves the old ones. */
  setRules(rules: readonly Rule[]): void {
    const input = list(rules, "rules");
    this.#call((core) => core.setRules(input));
  }

  /** What these rules would do with these messages, and why; nothing is kept. */
  simulateRules(rules: readonly Rule[], messages: Iterable<Message | string>): RuleReport[] {
    const [input, examples] = [list(rules, "rules"), list(messages, "messages")];
    return this.#call((core) => core.simulateRules(input, examples));
  }

  /** Learns from what the team decided. Stays on this device; {@link Triage.save} keeps it. */
  learn(feedback: Feedback | Iterable<Feedback>): void {
    const input = plain(feedback, "feedback");
    this.#call((core) => core.learn(input));
  }

  /** Forgets everything learned and observed; replies, articles and rules stay. */
  forget(): void {
    this.#call((core) => core.forget());
  }

  /** Counts a message in; gives the incident when many customers now write of one problem. */
  observe(message: Message | string): Incident | undefined {
    const [input, now] = [read(message), this.#time()];
    return this.#call((core) => core.observe(input, now)) ?? undefined;
  }

  /** The incidents that are open at `now`, by default the present time. */
  incidents(now?: number | Date): Incident[] {
    const time = now === undefined ? this.#time() : number(now, "now");
    return this.#call((core) => core.incidents(time));
  }

  /** The text without personal data. `kinds` are those to take out, by default those that identify a person. */
  redact(message: Message | string, kinds?: Iterable<EntityKind>): Redacted {
    const [input, chosen] = [read(message), plain(kinds, "kinds")];
    return this.#call((core) => core.redact(input, chosen));
  }

  /** Rises with each change that {@link Triage.save} would keep. */
  get revision(): number {
    return this.#call((core) => core.revision());
  }

  /** What was learned, as bytes for `snapshot` of a later {@link Triage.create}; never message text. */
  save(): Uint8Array {
    return this.#call((core) => core.save());
  }

  /** Lets go of the engine and its memory; every later call is a `DISPOSED` error. A second time does nothing. */
  dispose(): void {
    this.#core = undefined;
  }

  /** As {@link Triage.dispose}, for `using`. */
  [dispose](): void {
    this.dispose();
  }

  #settings(options: TriageCallOptions | undefined): Json | undefined {
    return plain({ ...options, now: options?.now ?? this.#time() }, "options");
  }

  #time(): number {
    return number(this.#now(), "now()");
  }

  #call<T>(run: (core: Core) => T, subject?: string): T {
    const core = this.#core;
    if (!core) throw this.#gone;
    return this.#guard(() => run(core), subject);
  }

  /** Runs a call into the engine; whatever is thrown comes out as a `TriageError`. */
  #guard<T>(run: () => T, subject?: string): T {
    try {
      return run();
    } catch (thrown) {
      const error = fromCore(thrown, subject);
      if (error) throw error;
      this.#core = undefined;
      this.#gone = trapped(thrown);
      throw this.#gone;
    }
  }
}

/** Refuses options that no engine can be made with, before anything is loaded. */
export function check(options: TriageOptions): void {
  if (typeof options !== "object" || options === null) throw invalid("options", "must be an object");
  if (options.semantic !== undefined) {
    throw invalid("semantic", "cannot be used: there are no vector packs yet; leave it out to match by words");
  }
  if (options.now !== undefined && typeof options.now !== "function") {
    throw invalid("now", "must be a function that gives milliseconds since 1970");
  }
}

function read(message: Message | string, name = "message"): Json {
  const copied = plain(message, name);
  if (typeof copied === "string" || (typeof copied === "object" && copied && !Array.isArray(copied))) return copied;
  throw invalid(name, "must be an object with a text, or a string");
}

function list(values: Iterable<unknown>, name: string): Json[] {
  const copied = plain(values, name);
  if (!Array.isArray(copied)) throw invalid(name, "must be an array or another iterable");
  return copied;
}

function number(value: number | Date, name: string): number {
  const copied = plain(value, name);
  if (typeof copied !== "number" || !Number.isFinite(copied)) throw invalid(name, "must be a time: milliseconds since 1970 or a date");
  return copied;
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw invalid("snapshot", "must be the bytes that save() gave");
}

function pick<T extends object, K extends keyof T>(object: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, object[key]])) as Pick<T, K>;
}
