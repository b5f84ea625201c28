// What the toolbar does, as ProseMirror commands, and what it shows as on.
import { lift, setBlockType, toggleMark, wrapIn } from "@milkdown/kit/prose/commands";
import type { MarkType, Node, NodeType, Schema } from "@milkdown/kit/prose/model";
import { liftListItem, wrapInList } from "@milkdown/kit/prose/schema-list";
import { Selection, type Command, type EditorState } from "@milkdown/kit/prose/state";
import {
  addColumnAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  selectedRect,
} from "@milkdown/kit/prose/tables";
import { citationLink, type CitationTarget } from "./citation";
import { CITATION } from "./schema";

/** What holds at the cursor. */
export interface Active {
  bold: boolean;
  italic: boolean;
  heading: boolean;
  bullets: boolean;
  numbers: boolean;
  quote: boolean;
  table: boolean;
  /** The address of the link at the cursor, or null. */
  link: string | null;
}

export const nothingActive: Active = {
  bold: false,
  italic: false,
  heading: false,
  bullets: false,
  numbers: false,
  quote: false,
  table: false,
  link: null,
};

/** Headings inside a note stand below those of the record around it. */
const HEADING_LEVEL = 3;

export function activeAt(state: EditorState): Active {
  const list = ancestor(state, (node) => isList(node.type));
  return {
    bold: hasMark(state, mark(state.schema, "strong")),
    italic: hasMark(state, mark(state.schema, "emphasis")),
    heading: state.selection.$from.parent.type.name === "heading",
    bullets: list?.node.type.name === "bullet_list",
    numbers: list?.node.type.name === "ordered_list",
    quote: ancestor(state, (node) => node.type.name === "blockquote") !== null,
    table: isInTable(state),
    link: linkAt(state),
  };
}

export const toggleBold: Command = (state, dispatch) =>
  toggleMark(mark(state.schema, "strong"))(state, dispatch);

export const toggleItalic: Command = (state, dispatch) =>
  toggleMark(mark(state.schema, "emphasis"))(state, dispatch);

export const toggleHeading: Command = (state, dispatch) =>
  state.selection.$from.parent.type.name === "heading"
    ? setBlockType(node(state.schema, "paragraph"))(state, dispatch)
    : setBlockType(node(state.schema, "heading"), { level: HEADING_LEVEL })(state, dispatch);

export const toggleBullets: Command = (state, dispatch) =>
  toggleList("bullet_list")(state, dispatch);

export const toggleNumbers: Command = (state, dispatch) =>
  toggleList("ordered_list")(state, dispatch);

export const toggleQuote: Command = (state, dispatch) =>
  ancestor(state, (it) => it.type.name === "blockquote")
    ? lift(state, dispatch)
    : wrapIn(node(state.schema, "blockquote"))(state, dispatch);

/** The same list again takes it away; the other kind changes it. */
function toggleList(name: "bullet_list" | "ordered_list"): Command {
  return (state, dispatch) => {
    const type = node(state.schema, name);
    const list = ancestor(state, (it) => isList(it.type));
    if (!list) return wrapInList(type)(state, dispatch);
    if (list.node.type === type) {
      return liftListItem(node(state.schema, "list_item"))(state, dispatch);
    }
    const { spread } = list.node.attrs as { spread?: boolean };
    dispatch?.(state.tr.setNodeMarkup(list.at, type, { spread }));
    return true;
  };
}

/** A table of two columns and one row under its heads. */
export const insertTable: Command = (state, dispatch) => {
  const { schema } = state;
  const cells = (name: string) =>
    [0, 1].map(() => node(schema, name).createAndFill()).filter((cell) => cell !== null);
  const heads = node(schema, "table_header_row").create(null, cells("table_header"));
  const row = node(schema, "table_row").create(null, cells("table_cell"));
  const table = node(schema, "table").create(null, [heads, row]);
  if (isInTable(state)) return false;
  if (dispatch) {
    const { from } = state.selection;
    const change = state.tr.replaceSelectionWith(table);
    const inside = Selection.findFrom(change.doc.resolve(from), 1, true);
    dispatch((inside ? change.setSelection(inside) : change).scrollIntoView());
  }
  return true;
};

export const addTableRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const cells = Array.from({ length: rect.map.width }, (_, column) => {
    const above = rect.table.child(0).maybeChild(column);
    return node(state.schema, "table_cell").createAndFill(
      above ? { alignment: above.attrs["alignment"] as string } : null,
    );
  }).filter((cell) => cell !== null);
  const row = node(state.schema, "table_row").create(null, cells);
  let at = rect.tableStart;
  for (let index = 0; index < rect.bottom; index += 1) at += rect.table.child(index).nodeSize;
  if (dispatch) {
    const change = state.tr.insert(at, row);
    dispatch(change.setSelection(Selection.near(change.doc.resolve(at + 2))).scrollIntoView());
  }
  return true;
};

export const addTableColumn: Command = addColumnAfter;

/** The heads cannot go alone, nor the last row below them: then the table goes. */
export const removeTableRow: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const rows = rect.bottom - rect.top;
  const whole = rect.top === 0 || rows >= rect.map.height - 1;
  return whole ? deleteTable(state, dispatch) : deleteRow(state, dispatch);
};

export const removeTableColumn: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const rect = selectedRect(state);
  const whole = rect.right - rect.left >= rect.map.width;
  return whole ? deleteTable(state, dispatch) : deleteColumn(state, dispatch);
};

/** Links the chosen words; without any, the address itself is written. An empty one unlinks. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const type = mark(state.schema, "link");
    const { from, to } = markRange(state, type) ?? state.selection;
    if (!href) {
      if (from === to) return false;
      dispatch?.(state.tr.removeMark(from, to, type));
      return true;
    }
    const link = type.create({ href });
    const { tr } = state;
    dispatch?.(
      from === to
        ? tr.insert(from, state.schema.text(href, [link])).removeStoredMark(type)
        : tr.removeMark(from, to, type).addMark(from, to, link),
    );
    return true;
  };
}

export interface NewCitation extends CitationTarget {
  /** What stands in the text, such as "31 orang". */
  words: string;
}

/** Cites at the cursor: the chosen words become the citation, or its own words are written. */
export function cite({ words, ...target }: NewCitation): Command {
  return (state, dispatch) => {
    const { from, empty, $from, $to } = state.selection;
    const type = mark(state.schema, CITATION);
    const link = type.create({ target: citationLink(target) });
    const { tr } = state;
    // Inside another citation the new one goes behind it, which stays whole.
    const to = markRange(state, type)?.to ?? state.selection.to;
    if (!empty && $from.sameParent($to)) {
      tr.removeMark(from, to, mark(state.schema, "link")).addMark(from, to, link);
      tr.setSelection(Selection.near(tr.doc.resolve(to)));
    } else {
      const before = state.doc.textBetween(Math.max($to.start(), to - 1), to, undefined, " ");
      const space = /\S/.test(before) ? " " : "";
      tr.insertText(space, to).insert(to + space.length, state.schema.text(words, [link]));
      tr.setSelection(Selection.near(tr.doc.resolve(to + space.length + words.length)));
    }
    dispatch?.(tr.removeStoredMark(type).scrollIntoView());
    return true;
  };
}

function mark(schema: Schema, name: string): MarkType {
  const type = schema.marks[name];
  if (!type) throw new Error(`no mark ${name}`);
  return type;
}

function node(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`no node ${name}`);
  return type;
}

const isList = (type: NodeType) => type.name === "bullet_list" || type.name === "ordered_list";

function ancestor(state: EditorState, fits: (node: Node) => boolean) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const found = $from.node(depth);
    if (fits(found)) return { node: found, at: $from.before(depth) };
  }
  return null;
}

function hasMark(state: EditorState, type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

function linkAt(state: EditorState): string | null {
  const type = mark(state.schema, "link");
  const { $from } = state.selection;
  const found = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  return found ? String(found.attrs["href"]) : null;
}

/** Where the link around the cursor begins and ends, when nothing is chosen. */
function markRange(state: EditorState, type: MarkType): { from: number; to: number } | null {
  const { $from, empty } = state.selection;
  if (!empty) return null;
  const start = $from.start();
  let range: { from: number; to: number } | null = null;
  $from.parent.forEach((child, offset) => {
    const from = start + offset;
    const to = from + child.nodeSize;
    if (type.isInSet(child.marks) && from <= $from.pos && $from.pos <= to) range = { from, to };
  });
  return range;
}
