// A note as blocks of words, for reading without an editor. Every word knows where it stands in
// the note's rendered text, so that a comment can point at it.
//
// The rendered text is the words alone: blocks are parted by a line feed, the cells of a table row
// by a tab; a line break within a paragraph is a line feed when it was made by hand, else a space.
// A picture counts by its words, raw markup as it is written, a footnote's number not at all.
// Positions count UTF-16 units.
import type { PhrasingContent, RootContent, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { isOwnLink } from "./citation";

export interface Run {
  text: string;
  /** First unit in the rendered text; -1 for words that do not count. */
  from: number;
  bold?: true;
  italic?: true;
  struck?: true;
  code?: true;
  /** A page. Never followed, only shown. */
  href?: string;
  /** The target of a citation. */
  cited?: string;
  kind?: "picture" | "markup" | "footnote";
}

export type Block =
  | { kind: "paragraph" | "code" | "markup"; runs: Run[] }
  | { kind: "heading"; level: number; runs: Run[] }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "list"; start: number | null; items: Item[] }
  | { kind: "table"; rows: Run[][][] }
  | { kind: "rule" }
  | { kind: "footnote"; label: string; blocks: Block[] };

export interface Item {
  /** Of a task list. */
  done: boolean | null;
  blocks: Block[];
}

export interface Rendered {
  text: string;
  blocks: Block[];
}

type Style = Omit<Run, "text" | "from" | "kind">;

/** Reads Markdown into blocks and their text. */
export function render(markdown: string): Rendered {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const targets = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === "definition") targets.set(node.identifier, node.url);
  }
  const writer = new Writer(targets);
  const blocks = writer.blocks(tree.children);
  return { text: writer.text, blocks };
}

class Writer {
  text = "";
  #parted = true;

  constructor(readonly targets: Map<string, string>) {}

  blocks(nodes: RootContent[]): Block[] {
    return nodes.flatMap((node) => this.#block(node) ?? []);
  }

  #block(node: RootContent): Block | null {
    switch (node.type) {
      case "paragraph":
        return { kind: "paragraph", runs: this.#leaf(node.children) };
      case "heading":
        return { kind: "heading", level: node.depth, runs: this.#leaf(node.children) };
      case "code":
        return { kind: "code", runs: [this.#words(node.value, {}, undefined, "\n")] };
      case "html":
        return { kind: "markup", runs: [this.#words(node.value, {}, "markup", "\n")] };
      case "blockquote":
        return { kind: "quote", blocks: this.blocks(node.children) };
      case "list":
        return {
          kind: "list",
          start: node.ordered ? (node.start ?? 1) : null,
          items: node.children.map((item) => ({
            done: item.checked ?? null,
            blocks: this.blocks(item.children),
          })),
        };
      case "table":
        return { kind: "table", rows: this.#rows(node) };
      case "thematicBreak":
        return { kind: "rule" };
      case "footnoteDefinition":
        return {
          kind: "footnote",
          label: node.label ?? node.identifier,
          blocks: this.blocks(node.children),
        };
      default:
        return null;
    }
  }

  #rows(table: Table): Run[][][] {
    return table.children.map((row) =>
      row.children.map((cell, column) => this.#leaf(cell.children, column === 0 ? "\n" : "\t")),
    );
  }

  /** The runs of one block of words, parted from the one before. */
  #leaf(nodes: PhrasingContent[], parting = "\n"): Run[] {
    this.#part(parting);
    const runs = nodes.flatMap((node) => this.#inline(node, {}));
    this.#parted = false;
    return runs;
  }

  #part(parting: string): void {
    if (!this.#parted) this.text += parting;
    this.#parted = false;
  }

  #inline(node: PhrasingContent, style: Style): Run[] {
    const within = (more: Style) =>
      "children" in node
        ? (node.children as PhrasingContent[]).flatMap((it) =>
            this.#inline(it, { ...style, ...more }),
          )
        : [];
    switch (node.type) {
      case "text":
        // A line that only the file broke goes on.
        return [this.#words(node.value.replace(/[\t ]*\r?\n/g, " "), style)];
      case "strong":
        return within({ bold: true });
      case "emphasis":
        return within({ italic: true });
      case "delete":
        return within({ struck: true });
      case "inlineCode":
        return [this.#words(node.value, { ...style, code: true })];
      case "link":
        return within(pointer(node.url));
      case "linkReference":
        return within(pointer(this.targets.get(node.identifier) ?? ""));
      case "image":
      case "imageReference":
        return [this.#words(node.alt ?? "", style, "picture")];
      case "html":
        return [this.#words(node.value, style, "markup")];
      case "break":
        return [this.#words("\n", style)];
      case "footnoteReference":
        return [{ text: node.label ?? node.identifier, from: -1, kind: "footnote" }];
      default:
        return within({});
    }
  }

  #words(text: string, style: Style, kind?: Run["kind"], parting?: string): Run {
    if (parting) this.#part(parting);
    const from = this.text.length;
    this.text += text;
    return kind ? { text, from, ...style, kind } : { text, from, ...style };
  }
}

const pointer = (url: string): Style => (isOwnLink(url) ? { cited: url } : { href: url });

/** A passage to show as marked; `kind` chooses its look. */
export interface Mark {
  id: string;
  start: number;
  end: number;
  kind: string;
}

export interface Piece extends Run {
  marks: Mark[];
}

/** Cuts a run where marks begin and end. */
export function cut(run: Run, marks: readonly Mark[]): Piece[] {
  const end = run.from + run.text.length;
  if (run.from < 0) return [{ ...run, marks: [] }];
  const touching = marks.filter((mark) => mark.start < end && mark.end > run.from);
  const edges = new Set([run.from, end]);
  for (const mark of touching) {
    edges.add(Math.max(mark.start, run.from));
    edges.add(Math.min(mark.end, end));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const to = sorted[index + 1] ?? end;
    return {
      ...run,
      text: run.text.slice(from - run.from, to - run.from),
      from,
      marks: touching.filter((mark) => mark.start < to && mark.end > from),
    };
  });
}

/** A passage chosen by a reader, as a comment keeps it. */
export interface Passage {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

const around = 64;

/** The passage between two positions, without blanks at its ends; `null` when nothing is left. */
export function passage(text: string, start: number, end: number): Passage | null {
  const from = Math.max(0, Math.min(start, end));
  const to = Math.min(text.length, Math.max(start, end));
  const words = text.slice(from, to);
  const exact = words.trim();
  if (!exact) return null;
  const first = from + words.indexOf(exact);
  const last = first + exact.length;
  return {
    exact,
    prefix: text.slice(Math.max(0, first - around), first),
    suffix: text.slice(last, last + around),
    start: first,
    end: last,
  };
}
