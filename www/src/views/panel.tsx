import type { Match, Verdict } from "hotcold";
import { count } from "../lib/words";
import { insertArticle, insertReply, isBlank, renderFor, segmentText } from "../state/draft";
import type { Item } from "../state/inbox";
import { articles, replies } from "../state/library";
import { Card } from "./card";
import { CustomerCard } from "./customer";
import { Icon } from "./icon";

const SHOWN = 3;

/** What helps to answer: the saved replies that fit, the articles that explain, and who wrote. */
export function Panel({ item, verdict }: { item: Item; verdict: Verdict }) {
  return (
    <aside class="panel" aria-label="Help with the answer">
      <section class="panel-part" aria-labelledby="replies-title">
        <h3 id="replies-title">Saved replies</h3>
        {verdict.replies.length === 0 && <p class="fact-none">None fits. Type ## in the answer to search.</p>}
        {verdict.replies.slice(0, SHOWN).map((match) => (
          <ReplyCard key={`${item.message.id} ${match.id}`} item={item} match={match} />
        ))}
      </section>
      <section class="panel-part" aria-labelledby="articles-title">
        <h3 id="articles-title">Articles</h3>
        {verdict.articles.length === 0 && <p class="fact-none">None fits.</p>}
        {verdict.articles.slice(0, SHOWN).map((match) => (
          <ArticleCard key={`${item.message.id} ${match.id}`} item={item} match={match} />
        ))}
      </section>
      <CustomerCard item={item} verdict={verdict} />
    </aside>
  );
}

function ReplyCard({ item, match }: { item: Item; match: Match }) {
  const rendered = renderFor(item, match.id);
  const title = replies.value.get(match.id)?.title ?? match.id;
  if (!rendered) return null;
  const blanks = rendered.segments.filter(isBlank).length;
  return (
    <Card
      title={title}
      language={rendered.language}
      length={rendered.text.length}
      text={<Filled segments={rendered.segments} />}
    >
      <button
        class="button button-small"
        type="button"
        data-reply={match.id}
        aria-label={`Insert the reply ${title}`}
        onClick={() => insertReply(item, match.id)}
      >
        <Icon name="plus" />
        Insert
      </button>
      {blanks > 0 && <span class="card-blanks">{count(blanks, "blank")} to fill</span>}
    </Card>
  );
}

type Segment = Parameters<typeof segmentText>[0];

/** A reply with what was filled in and what is missing told apart. */
function Filled({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map((segment, index) =>
        segment.kind === "text" ? (
          segment.text
        ) : (
          <span key={index} class={`filled filled-${segment.kind}`} title={filledTitle(segment)}>
            {segmentText(segment)}
          </span>
        ),
      )}
    </>
  );
}

function filledTitle({ kind, name = "" }: Segment): string {
  if (kind === "value") return `${name}, filled in`;
  if (kind === "fallback") return `${name} is unknown; the fallback stands here`;
  return kind === "missing" ? `${name} is missing` : `${name}: to be filled in by you`;
}

function ArticleCard({ item, match }: { item: Item; match: Match }) {
  const article = articles.value.get(match.id);
  const language = match.language ?? article?.language;
  const translated = language === undefined ? undefined : article?.translations?.[language];
  const title = translated?.title ?? article?.title ?? match.id;
  const url = webAddress(translated?.url ?? article?.url);
  const snippet = match.snippet ?? "";
  return (
    <Card title={title} language={language} length={snippet.length} text={snippet}>
      <button
        class="button button-small"
        type="button"
        data-article={match.id}
        aria-label={`Insert summary and link of ${title}`}
        onClick={() => insertArticle(item, match.id)}
      >
        <Icon name="link" />
        Insert summary + link
      </button>
      {url !== undefined && (
        <a class="card-url" href={url} target="_blank" rel="noreferrer noopener">
          Read<span class="visually-hidden"> {title}</span>
        </a>
      )}
    </Card>
  );
}

/** Links come from files: only the web's own schemes become links. */
function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}
