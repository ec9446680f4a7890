import { folder, showFolder } from "../state/filter";
import type { Item } from "../state/inbox";
import { Icon } from "./icon";

/** The folders a message lies in; each opens its folder. */
export function Tags({ item }: { item: Item }) {
  return (
    <>
      {item.verdict.tags.map((tag) => (
        <button
          key={tag}
          class="chip chip-button"
          type="button"
          aria-pressed={folder.value === tag}
          aria-label={`Folder ${tag}`}
          onClick={() => showFolder(folder.value === tag ? undefined : tag)}
        >
          <Icon name="folder" />
          <bdi>{tag}</bdi>
        </button>
      ))}
    </>
  );
}
