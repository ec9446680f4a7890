import { useEffect, useRef } from "preact/hooks";
import { agoWords, momentWords } from "../lib/due";
import { languageWords } from "../lib/language";
import { channelName, noiseWords } from "../lib/words";
import { customerName, toggleClosed, toggleLike } from "../state/actions";
import { now } from "../state/clock";
import { showIncident } from "../state/filter";
import type { Item } from "../state/inbox";
import { marks } from "../state/marks";
import { openVerdict, selected } from "../state/selection";
import { leaveConversation } from "../state/shortcuts";
import { Badge } from "./badge";
import { Composer } from "./composer";
import { DueChip } from "./due-chip";
import { Facts } from "./facts";
import { Icon } from "./icon";
import { MessageText } from "./message-text";
import { Panel } from "./panel";
import { Tags } from "./tags";

export function Conversation() {
  const item = selected.value;
  const verdict = openVerdict.value;
  const section = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const id = item?.message.id;
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
    // Where the lanes give way to the conversation, the focus goes with the reader.
    if (matchMedia("(max-width: 999px)").matches) section.current?.focus({ preventScroll: true });
  }, [id]);
  if (!item || !verdict) return null;
  return (
    <section class="conversation" ref={section} tabIndex={-1} aria-label={`Conversation with ${customerName(item)}`}>
      <Bar item={item} />
      <div class="conversation-body">
        <div class="thread" ref={scroller}>
          <Notices item={item} />
          <article class="message">
            <Head item={item} />
            <MessageText
              key={id}
              visible={item.visible}
              reasons={verdict.reasons}
              language={verdict.language.language}
            />
          </article>
          <Sent id={item.message.id} />
          <Facts item={item} verdict={verdict} />
        </div>
        <Panel item={item} verdict={verdict} />
        <Composer key={id} item={item} />
      </div>
    </section>
  );
}

function Bar({ item }: { item: Item }) {
  const { id } = item.message;
  const liked = marks.value.liked[id] === true;
  const closed = marks.value.closed[id] === true;
  return (
    <header class="conversation-bar">
      <button
        class="button button-quiet button-icon"
        type="button"
        onClick={leaveConversation}
        aria-label="Back to the lanes"
        title="Back (Esc)"
      >
        <Icon name="back" />
      </button>
      <Badge item={item} />
      <div class="bar-actions">
        <button
          class="button button-quiet"
          type="button"
          aria-pressed={liked}
          onClick={() => toggleLike(item)}
          aria-keyshortcuts="F"
          title="Like (F)"
        >
          <Icon name="heart" filled={liked} />
          <span class="bar-word">{liked ? "Liked" : "Like"}</span>
        </button>
        <button
          class="button"
          type="button"
          onClick={() => toggleClosed(item)}
          aria-keyshortcuts="C"
          title={closed ? "Open again (C)" : "Close (C)"}
        >
          <Icon name={closed ? "inbox" : "check"} />
          <span class="bar-word">{closed ? "Reopen" : "Close"}</span>
        </button>
      </div>
    </header>
  );
}

function Head({ item: { message, verdict, ...rest } }: { item: Item }) {
  const item = { message, verdict, ...rest };
  return (
    <header class="message-head">
      <div class="message-who">
        <h2>
          <bdi>{customerName(item)}</bdi>
        </h2>
        {message.customer?.vip === true && <span class="chip chip-strong">VIP</span>}
        <span class="message-when">
          {channelName(message.channel)} ·{" "}
          <time dateTime={new Date(message.receivedAt).toISOString()} title={momentWords(message.receivedAt)}>
            {agoWords(message.receivedAt, now.value)}
          </time>
        </span>
      </div>
      <div class="message-meta">
        {verdict.due && !marks.value.closed[message.id] && <DueChip due={verdict.due} />}
        <span class="chip">
          {languageWords(verdict.language)}
          {verdict.language.mixed && ", mixed"}
        </span>
        <Tags item={item} />
        {verdict.assignee !== undefined && (
          <span class="chip">
            <Icon name="user" />
            for {verdict.assignee}
          </span>
        )}
      </div>
      {message.subject !== undefined && message.subject !== "" && (
        <p class="message-subject" dir="auto">
          {message.subject}
        </p>
      )}
    </header>
  );
}

function Notices({ item }: { item: Item }) {
  const { noise, incident, close } = item.verdict;
  const closed = marks.value.closed[item.message.id];
  return (
    <>
      {incident && (
        <p class="notice notice-hot">
          <Icon name="alert" />
          <span>Part of an incident: {incident.count} messages say the same.</span>
          <button class="button button-small" type="button" onClick={() => showIncident(incident.id)}>
            Show them
          </button>
        </p>
      )}
      {(noise || close === true) && (
        <p class="notice">
          <Icon name="note" />
          <span>
            {noise ? `Looks like ${noiseWords(noise.kind)}: no answer needed.` : "A rule says that this can be closed."}
            {noise && noise.evidence.length > 0 && (
              <span class="notice-why"> Shown by {noise.evidence.join(", ")}.</span>
            )}
          </span>
          {!closed && (
            <button class="button button-small" type="button" onClick={() => toggleClosed(item)}>
              Close it
            </button>
          )}
        </p>
      )}
    </>
  );
}

function Sent({ id }: { id: string }) {
  return (
    <>
      {marks.value.sent[id]?.map((reply) => (
        <article class="sent" key={reply.at}>
          <header>
            <Icon name="send" /> Answered {agoWords(reply.at, now.value)}
          </header>
          <p dir="auto">{reply.text}</p>
        </article>
      ))}
    </>
  );
}
