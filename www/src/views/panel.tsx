import type { Match, Verdict } from 'hotcold';
import { languageName } from '../lib/language';
import { insertArticle, insertReply, renderFor, segmentText } from '../state/draft';
import type { Item } from '../state/inbox';
import { articles, replies } from '../state/library';
import { CustomerCard } from './customer';
import { Icon } from './icon';

/** What helps to answer: who it is, the saved replies that fit, the articles that explain. */
export function Panel({ item, verdict }: { item: Item; verdict: Verdict }) {
  return (
    <aside class="panel" aria-label="Help with the answer">
      <section class="panel-part" aria-labelledby="replies-title">
        <h3 id="replies-title">Saved replies</h3>
        {verdict.replies.length === 0 && <p class="fact-none">None fits. Type ## in the answer to search.</p>}
        {verdict.replies.slice(0, 3).map((match) => (
          <ReplyCard key={match.id} item={item} match={match} />
        ))}
      </section>
      <section class="panel-part" aria-labelledby="articles-title">
        <h3 id="articles-title">Articles</h3>
        {verdict.articles.length === 0 && <p class="fact-none">None fits.</p>}
        {verdict.articles.slice(0, 3).map((match) => (
          <ArticleCard key={match.id} item={item} match={match} />
        ))}
      </section>
      <CustomerCard item={item} verdict={verdict} />
    </aside>
  );
}

function ReplyCard({ item, match }: { item: Item; match: Match }) {
  const rendered = renderFor(item, match.id);
  const title = replies.value.get(match.id)?.title ?? match.id;
  const blanks = rendered ? rendered.segments.filter(({ kind }) => kind === 'missing' || kind === 'hole').length : 0;
  return (
    <article class="card" data-reply={match.id}>
      <header class="card-head">
        <h4 dir="auto">{title}</h4>
        {rendered && <span class="card-language">{languageName(rendered.language)}</span>}
      </header>
      {rendered && (
        <p class="card-text" dir="auto" lang={rendered.language}>
          {rendered.segments.map((segment, index) =>
            segment.kind === 'text' ? (
              segment.text
            ) : (
              <span key={index} class={`filled filled-${segment.kind}`} title={filledTitle(segment.kind, segment.name)}>
                {segmentText(segment)}
              </span>
            ),
          )}
        </p>
      )}
      <footer class="card-foot">
        <button class="button button-small" type="button" aria-label={`Insert the reply ${title}`} onClick={() => insertReply(item, match.id)}>
          <Icon name="plus" />
          Insert
        </button>
        {blanks > 0 && <span class="card-blanks">{blanks === 1 ? '1 blank to fill' : `${blanks} blanks to fill`}</span>}
      </footer>
    </article>
  );
}

function filledTitle(kind: 'value' | 'fallback' | 'missing' | 'hole', name = ''): string {
  if (kind === 'value') return `${name}, filled in`;
  if (kind === 'fallback') return `${name} is unknown; the fallback stands here`;
  return kind === 'missing' ? `${name} is missing` : `${name}: to be filled in by you`;
}

function ArticleCard({ item, match }: { item: Item; match: Match }) {
  const article = articles.value.get(match.id);
  const translated = match.language === undefined ? undefined : article?.translations?.[match.language];
  const title = translated?.title ?? article?.title ?? match.id;
  const url = translated?.url ?? article?.url;
  return (
    <article class="card" data-article={match.id}>
      <header class="card-head">
        <h4 dir="auto">{title}</h4>
        {match.language !== undefined && <span class="card-language">{languageName(match.language)}</span>}
      </header>
      {match.snippet !== undefined && (
        <p class="card-text card-snippet" dir="auto" lang={match.language}>
          {match.snippet}
        </p>
      )}
      <footer class="card-foot">
        <button class="button button-small" type="button" aria-label={`Insert summary and link of ${title}`} onClick={() => insertArticle(item, match.id)}>
          <Icon name="link" />
          Insert summary + link
        </button>
        {url !== undefined && <span class="card-url">{url.replace(/^https?:\/\//, '')}</span>}
      </footer>
    </article>
  );
}
