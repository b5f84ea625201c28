// The list of observations, page by page: thousands stay in the store until somebody looks.
import { ask, tell, type Adoption, type Entry, type Told } from "../../ipc";
import { inHand } from "./observation";

export interface Filter {
  site: string;
  author: "mine" | "all";
  practice: string;
  adoption: Adoption | "";
  words: string;
  /** Only those that measured it, or that filled it in; asked for from elsewhere. */
  indicator: string;
  instrument: string;
}

/** Lets everything through. */
export const everything: Filter = {
  site: "",
  author: "all",
  practice: "",
  adoption: "",
  words: "",
  indicator: "",
  instrument: "",
};

const PAGE = 50;
/** The most the search gives. */
const MOST_FOUND = 200;

type Pages = AsyncGenerator<Entry[], void>;

/** Whether an entry passes what the store cannot filter by. */
export function passes(entry: Entry, filter: Filter, me: string): boolean {
  const value = inHand(entry);
  if (!value || entry.removed) return false;
  return (
    (!filter.site || value.site === filter.site) &&
    (filter.author === "all" || entry.author === me) &&
    (!filter.practice || value.practice === filter.practice) &&
    (!filter.adoption || value.adoption === filter.adoption) &&
    (!filter.instrument || value.instrument === filter.instrument) &&
    (!filter.indicator || value.readings.some((it) => it.indicator === filter.indicator))
  );
}

async function* listed(filter: Filter, me: string, count: (total: number) => void): Pages {
  for (let offset = 0; ; offset += PAGE) {
    const { entries, total } = await ask.recordList({
      kind: "observation",
      site: filter.site || null,
      author: filter.author === "mine" ? me : null,
      with_removed: false,
      limit: PAGE,
      offset,
    });
    count(total);
    yield entries;
    if (offset + PAGE >= total) return;
  }
}

async function* found(filter: Filter): Pages {
  const hits = await ask.recordSearch(filter.words, MOST_FOUND);
  const ids = hits.filter((hit) => hit.kind === "observation").map((hit) => hit.id);
  for (let from = 0; from < ids.length; from += PAGE) {
    yield await Promise.all(ids.slice(from, from + PAGE).map((id) => ask.recordGet(id)));
  }
}

export class Listing {
  entries = $state.raw<Entry[]>([]);
  /** How many there are in all, where the store can tell. */
  total = $state<number | null>(null);
  loading = $state(true);
  done = $state(false);
  failure = $state.raw<Told | null>(null);
  #pages: Pages | null = null;
  #filter: Filter | null = null;
  #me = "";

  /** Starts anew. What an older filter still brings is dropped. */
  async show(filter: Filter, me: string): Promise<void> {
    const { practice, adoption, indicator, instrument } = filter;
    const narrow = Boolean(practice || adoption || indicator || instrument);
    this.#filter = filter;
    this.#me = me;
    this.total = null;
    const pages = filter.words
      ? found(filter)
      : listed(filter, me, (total) => {
          if (this.#pages === pages) this.total = narrow ? null : total;
        });
    this.#pages = pages;
    this.done = false;
    await this.#fill(true);
  }

  /** One page more. */
  more(): Promise<void> {
    return this.#fill(false);
  }

  async #fill(fresh: boolean): Promise<void> {
    const pages = this.#pages;
    const filter = this.#filter;
    if (!pages || !filter) return;
    this.loading = true;
    this.failure = null;
    let list = fresh ? [] : this.entries;
    const wanted = list.length + PAGE;
    try {
      // A narrow filter may leave little of a page; go on until one is full.
      while (list.length < wanted) {
        const page = await pages.next();
        if (this.#pages !== pages) return;
        if (page.done) {
          this.done = true;
          break;
        }
        const known = new Set(list.map((entry) => entry.id));
        const fit = page.value.filter((it) => !known.has(it.id) && passes(it, filter, this.#me));
        list = [...list, ...fit];
      }
      this.entries = list;
    } catch (reason) {
      if (this.#pages !== pages) return;
      this.entries = list;
      this.failure = tell(reason);
      this.done = true;
    }
    this.loading = false;
    if (this.total !== null && this.entries.filter((it) => it.version).length >= this.total) {
      this.done = true;
    }
  }
}
