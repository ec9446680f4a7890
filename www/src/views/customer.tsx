import type { Verdict } from "hotcold";
import { isFields } from "../lib/records";
import { momentWords } from "../lib/due";
import { count } from "../lib/words";
import { customerName } from "../state/actions";
import type { Item } from "../state/inbox";
import { Icon } from "./icon";

/** Who wrote: what an agent wants at hand while answering. */
export function CustomerCard({ item, verdict }: { item: Item; verdict: Verdict }) {
  const { customer, fields, thread } = item.message;
  const orders = ordersOf(fields, verdict);
  const history = customer?.history;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["E-mail", customer?.email],
    ["Order", orders.length > 0 ? orders.join(", ") : undefined],
    [
      "Customer since",
      customer?.since === undefined
        ? undefined
        : momentWords(Number(customer.since)).replace(/,? \d{1,2}:\d{2}.*$/, ""),
    ],
    ["Before", history && `${count(history.messages ?? 0, "message")}, ${count(history.complaints ?? 0, "complaint")}`],
    [
      "Followers",
      customer?.followers === undefined
        ? undefined
        : `${customer.followers.toLocaleString("en")}${customer.verified === true ? ", verified" : ""}`,
    ],
    [
      "Waiting",
      (thread?.unanswered ?? 0) > 1 ? `${count(thread?.unanswered ?? 0, "message")} without an answer` : undefined,
    ],
  ];
  return (
    <section class="panel-part customer" aria-labelledby="customer-title">
      <h3 id="customer-title">Customer</h3>
      <p class="customer-name">
        <bdi>{customerName(item)}</bdi>
        {customer?.vip === true && <span class="chip chip-strong">VIP</span>}
      </p>
      <dl>
        {facts.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
      </dl>
      {customer?.notes?.map((note) => (
        <p key={note} class="customer-note" dir="auto">
          <Icon name="note" />
          {note}
        </p>
      ))}
    </section>
  );
}

function ordersOf(fields: unknown, verdict: Verdict): readonly string[] {
  const order = isFields(fields) && isFields(fields["order"]) ? fields["order"]["number"] : undefined;
  const named = verdict.entities.filter(({ kind }) => kind === "order").map(({ value, text }) => value ?? text);
  return [...new Set([...(typeof order === "string" ? [order] : []), ...named])];
}
