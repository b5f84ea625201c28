// One editor of one note: Markdown in, Markdown out, nothing of Svelte.
import {
  defaultValueCtx,
  Editor,
  editorViewCtx,
  editorViewOptionsCtx,
  remarkStringifyOptionsCtx,
  rootCtx,
} from "@milkdown/kit/core";
import { history } from "@milkdown/kit/plugin/history";
import { Plugin, PluginKey, type EditorState } from "@milkdown/kit/prose/state";
import type { EditorView } from "@milkdown/kit/prose/view";
import { $prose, getMarkdown, replaceAll } from "@milkdown/kit/utils";
import { readCitation, type CitationTarget } from "./citation";
import { plainTables } from "./paste";
import { notePlugins } from "./schema";

export interface NoteOptions {
  value: string;
  label: string;
  placeholder: string;
  editable: () => boolean;
  /** Told after each change a person made. */
  changed: () => void;
  /** Told after every step, also of the cursor. */
  moved: (state: EditorState) => void;
  left: () => void;
  cited: (citation: CitationTarget) => void;
}

export interface Note {
  view: EditorView;
  /** The note as Markdown. */
  read: () => string;
  /** Puts another text in, without telling `changed`. */
  put: (markdown: string) => void;
  close: () => Promise<void>;
}

const key = new PluginKey("note");

export async function createNote(root: HTMLElement, options: NoteOptions): Promise<Note> {
  let quiet = false;

  const watching = $prose(
    () =>
      new Plugin({
        key,
        view: () => ({
          update: (view, before) => {
            if (!quiet && !view.state.doc.eq(before.doc)) options.changed();
            root.toggleAttribute("data-empty", isBlank(view.state));
            options.moved(view.state);
          },
        }),
        props: {
          handleDOMEvents: {
            blur: () => {
              options.left();
              return false;
            },
            // "Done" belongs to the window; ProseMirror would swallow it.
            keydown: (_, event) => {
              const done = event.key === "Enter" && (event.ctrlKey || event.metaKey);
              if (done) options.left();
              return done;
            },
          },
          handleClick: (view, _at, event) => press(view, event, options),
        },
      }),
  );

  const editor = await Editor.make()
    .config((ctx) => {
      ctx.set(rootCtx, root);
      ctx.set(defaultValueCtx, options.value);
      ctx.update(remarkStringifyOptionsCtx, (stock) => ({
        ...stock,
        bullet: "-" as const,
        rule: "-" as const,
      }));
      ctx.set(editorViewOptionsCtx, {
        editable: options.editable,
        transformPastedHTML: plainTables,
        attributes: {
          class: "note-text",
          "aria-multiline": "true",
          "aria-label": options.label,
          "data-placeholder": options.placeholder,
          spellcheck: "false",
        },
      });
    })
    .use(notePlugins)
    .use(history)
    .use(watching)
    .create();

  const view = editor.ctx.get(editorViewCtx);
  root.toggleAttribute("data-empty", isBlank(view.state));

  return {
    view,
    read: () => editor.action(getMarkdown()).replace(/\n+$/, ""),
    put: (markdown) => {
      quiet = true;
      try {
        editor.action(replaceAll(markdown));
      } finally {
        quiet = false;
      }
    },
    close: async () => void (await editor.destroy()),
  };
}

function isBlank({ doc }: EditorState): boolean {
  const only = doc.firstChild;
  return doc.childCount === 1 && only?.type.name === "paragraph" && only.content.size === 0;
}

/** A click on a citation opens it; one on the box of a task ticks it. */
function press(view: EditorView, event: MouseEvent, options: NoteOptions): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  const cited = target.closest("[data-tilik]")?.getAttribute("data-tilik");
  const citation = cited ? readCitation(cited) : null;
  if (citation) {
    options.cited(citation);
    return true;
  }
  const box = target.matches('li[data-item-type="task"]') && event.offsetX < 0;
  return box && options.editable() && tick(view, target);
}

function tick(view: EditorView, item: HTMLElement): boolean {
  const inside = view.state.doc.resolve(view.posAtDOM(item, 0));
  for (let depth = inside.depth; depth > 0; depth -= 1) {
    const node = inside.node(depth);
    if (node.type.name !== "list_item" || node.attrs["checked"] === null) continue;
    const attrs = { ...node.attrs, checked: !node.attrs["checked"] };
    view.dispatch(view.state.tr.setNodeMarkup(inside.before(depth), null, attrs));
    return true;
  }
  return false;
}
