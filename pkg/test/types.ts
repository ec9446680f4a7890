// What the declarations promise to a strict user. Compiled only; each @ts-expect-error must be an error.
import { Triage, TriageError, createTriageWorker, responseMetrics } from "hotcold";
import type { Message, Rule, Span, TriageErrorCode, TriageRemote, Verdict } from "hotcold";
import { Triage as InlineTriage } from "hotcold/inline";
import { reasonLabels } from "hotcold/labels";
import { Triage as SlimTriage } from "hotcold/slim";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>): void => {};

export async function local(): Promise<void> {
  using triage = await Triage.create({ hotThreshold: 0.6, languages: ["hi", "ko"] });
  const verdict = triage.triage("Where is my parcel?");
  same<typeof verdict, Verdict>(true);
  same<Verdict["priority"], "hot" | "cold">(true);
  same<Verdict["level"], "urgent" | "high" | "normal" | "low">(true);
  same<typeof verdict.due, Verdict["due"]>(true);
  const words = verdict.reasons.flatMap(({ spans }) => spans.map(({ start, end }: Span) => "".slice(start, end)));
  words satisfies string[];
  verdict.reasons.map(reasonLabels("ko-KR")) satisfies string[];

  const message: Message = {
    text: "hi",
    receivedAt: new Date(),
    customer: { vip: true, history: { complaints: 2, lastSeriousAt: 1_700_000_000_000 } },
    fields: { order: { number: 7 } },
  };
  triage.triage(message, { replies: 1, articles: 0, now: new Date(), language: "ko" });
  triage.triageAll(new Set([message, "bare text"]));
  triage.observe(message) satisfies { id: string; count: number } | undefined;
  triage.save() satisfies Uint8Array;
  triage.upsertReplies([{ id: "1", title: "Refund", body: "Hi {{name}}", variants: { ko: "…" } }]);
  triage.redact(message, ["email", "card"]).entities[0]?.kind satisfies string | undefined;

  // @ts-expect-error a text is needed
  triage.triage({ subject: "no text" });
  // @ts-expect-error a typo in a field
  triage.triage({ text: "hi", chanel: "email" });
  // @ts-expect-error revision is read only
  triage.revision = 3;
  // @ts-expect-error the only way to an engine is `create`
  new Triage();
  // @ts-expect-error bytes or a module are needed
  Triage.createSync({});
  // @ts-expect-error no such kind
  triage.redact("hi", ["iris-scan"]);
  // @ts-expect-error a verdict has no such level
  verdict.level === "medium";
}

export const rules: readonly Rule[] = [
  { id: "a", when: { all: [{ type: "contains", any: ["refund"] }, { none: [{ type: "noise", in: ["spam"] }] }] }, then: [{ tag: "money" }, { level: "urgent" }] },
  { id: "b", when: { type: "field", path: "customer.history.complaints", atLeast: 2 }, then: [{ assign: "team/care" }], stop: true },
  // @ts-expect-error no such signal
  { id: "c", when: { type: "signal", name: "joy" }, then: [] },
  // @ts-expect-error no such action
  { id: "d", when: { type: "priority", is: "hot" }, then: [{ delete: true }] },
];

export async function remote(signal: AbortSignal): Promise<void> {
  await using triage: TriageRemote = await createTriageWorker({ worker: false, signal });
  const verdict = triage.triage("hi", { replies: 0 }, { signal });
  same<typeof verdict, Promise<Verdict>>(true);
  same<ReturnType<typeof triage.revision>, Promise<number>>(true);
  (await triage.detectLanguage("안녕하세요", { signal })).language satisfies string;
  triage.threaded satisfies boolean;
  // @ts-expect-error a promise, not a verdict
  triage.triage("hi").priority;
}

export function codes(error: unknown): string {
  if (!(error instanceof TriageError)) throw error;
  const code: TriageErrorCode = error.code;
  switch (code) {
    case "WASM_LOAD_FAILED":
    case "WASM_TRAPPED":
    case "WORKER_FAILED":
    case "DISPOSED":
    case "INVALID_ARGUMENT":
    case "INVALID_RULE":
    case "INPUT_TOO_LARGE":
    case "SNAPSHOT_CORRUPT":
    case "SNAPSHOT_VERSION":
    case "MODEL_CORRUPT":
    case "MODEL_VERSION":
    case "UNKNOWN_ID":
      return code;
    default:
      return code satisfies never;
  }
}

export const metrics = responseMetrics(
  [{ conversationId: "1", at: new Date(), kind: "received", author: "customer" }],
  { calendar: { timeZone: "Asia/Kolkata", hours: { monday: [["09:00", "13:00"], ["14:00", "18:00"]] }, holidays: ["2026-01-26"] } },
).firstResponse.median satisfies number | null;

export const others: Promise<Triage>[] = [InlineTriage.create(), SlimTriage.create({ wasm: "/triage_bg.wasm" })];
