// What a note may hold: everything CommonMark and GFM have, citations as marks of their own, and
// pictures as words, because a note never loads anything from outside.
import type { MilkdownPlugin } from "@milkdown/kit/ctx";
import {
  commonmark,
  imageSchema,
  remarkPreserveEmptyLinePlugin,
} from "@milkdown/kit/preset/commonmark";
import { extendListItemSchemaForTask, gfm } from "@milkdown/kit/preset/gfm";
import { $markSchema } from "@milkdown/kit/utils";
import { isOwnLink } from "./citation";

/** The name of the citation mark in the document. */
export const CITATION = "sitasi";

/**
 * A link with the scheme `tilik:`. A mark of its own, because the stock link empties unknown
 * schemes in the DOM, and copying would lose what is cited.
 */
export const citationSchema = $markSchema(CITATION, () => ({
  attrs: {
    target: { validate: "string" },
    title: { default: null, validate: "string|null" },
  },
  inclusive: false,
  excludes: `link ${CITATION}`,
  parseDOM: [
    {
      tag: "span[data-tilik]",
      getAttrs: (dom) => {
        const target = dom.getAttribute("data-tilik") ?? "";
        return isOwnLink(target) && { target, title: dom.getAttribute("title") };
      },
    },
  ],
  toDOM: (mark) => {
    const { target, title } = mark.attrs as { target: string; title: string | null };
    const attrs: Record<string, string> = { "data-tilik": target, class: "citation" };
    return ["span", title === null ? attrs : { ...attrs, title }, 0];
  },
  parseMarkdown: {
    match: (node) => node.type === "link" && isOwnLink(String(node["url"])),
    runner: (state, node, type) => {
      state.openMark(type, { target: node["url"], title: node["title"] ?? null });
      state.next(node.children);
      state.closeMark(type);
    },
  },
  toMarkdown: {
    match: (mark) => mark.type.name === CITATION,
    runner: (state, mark) => {
      state.withMark(mark, "link", undefined, {
        url: mark.attrs["target"],
        title: mark.attrs["title"],
      });
    },
  },
}));

/** Pictures keep their Markdown and are shown by their words; photos have a place of their own. */
const pictureAsWords = imageSchema.extendSchema((stock) => (ctx) => ({
  ...stock(ctx),
  parseDOM: [
    {
      tag: "span[data-picture]",
      getAttrs: (dom) => ({
        src: dom.getAttribute("data-picture") ?? "",
        alt: dom.textContent,
        title: dom.getAttribute("title"),
      }),
    },
  ],
  attrs: {
    src: { default: "", validate: "string" },
    alt: { default: "", validate: "string|null" },
    title: { default: null, validate: "string|null" },
  },
  toDOM: (node) => {
    const { src, alt, title } = node.attrs as { src: string; alt: string; title: string | null };
    const attrs: Record<string, string> = { "data-picture": src, class: "picture" };
    return ["span", title === null ? attrs : { ...attrs, title }, alt || src];
  },
}));

/** A list made here stands close, as people write lists; one that was loose stays so. */
const closeItem = extendListItemSchemaForTask.extendSchema((stock) => (ctx) => {
  const item = stock(ctx);
  return { ...item, attrs: { ...item.attrs, spread: { default: false, validate: "boolean" } } };
});

// Without the plugin an empty paragraph leaves nothing behind; with it, the text gets "<br />".
const unwanted: unknown[] = [remarkPreserveEmptyLinePlugin].flat();

/** Every node, mark and rule of a note; the citation comes before the link it looks like. */
export const notePlugins: MilkdownPlugin[] = [
  citationSchema,
  commonmark.filter((plugin) => !unwanted.includes(plugin)),
  gfm,
  pictureAsWords,
  closeItem,
].flat();
