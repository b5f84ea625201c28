// A note comes out as it went in, and citations survive copying.
import { DOMParser as ProseParser, DOMSerializer } from "@milkdown/kit/prose/model";
import { TextSelection, type Command } from "@milkdown/kit/prose/state";
import { afterEach, describe, expect, it, vi } from "vitest";
import * as commands from "./commands";
import { createNote, type Note } from "./create";

const open: Note[] = [];
afterEach(async () => {
  for (const note of open.splice(0)) await note.close();
});

async function note(value: string, changed = vi.fn()): Promise<Note> {
  const root = document.createElement("div");
  document.body.append(root);
  const made = await createNote(root, {
    value,
    label: "Catatan",
    placeholder: "",
    editable: () => true,
    changed,
    moved: () => {},
    left: () => {},
    cited: () => {},
  });
  open.push(made);
  return made;
}

function select(made: Note, words: string): void {
  let from = -1;
  made.view.state.doc.descendants((node, at) => {
    const found = node.text?.indexOf(words) ?? -1;
    if (from < 0 && found >= 0) from = at + found;
  });
  expect(from, words).toBeGreaterThan(0);
  const { doc, tr } = made.view.state;
  made.view.dispatch(tr.setSelection(TextSelection.create(doc, from, from + words.length)));
}

const run = (made: Note, command: Command) => command(made.view.state, made.view.dispatch);

const table = ["| Loket | Waktu |", "| --- | ---: |", "| Satu | 5 menit |"].join("\n");
const cited = "Antre [31 orang](tilik:obs/0192@ab12#f=07) di **loket** satu.";
const kept: [string, string][] = [
  ["a citation", cited],
  ["bold words inside a citation", "Kata [**tiga**](tilik:obs/a@b) meja"],
  ["a citation with a title", '[kata](tilik:obs/a@b "Mall")'],
  ["a link", "Lihat [laman](https://example.go.id/a_b) itu"],
  ["a footnote", "Kata[^1] lain.\n\n[^1]: Keterangan."],
  ["a picture with its words", '![1.00](foto.jpg "judul") di sini'],
  ["a task list", "- [ ] belum\n- [x] sudah"],
  ["a list with room between", "- satu\n\n- dua"],
  ["lists in lists", "- satu\n  - dua\n\n3. tiga\n4. empat"],
  ["raw markup", 'Ada <span class="x">kata</span> dan\n\n<div>kotak</div>'],
  ["a quote, a rule and code", "> kutip\n\n---\n\n```js\nlet a = 1;\n```\n\n`sebaris`"],
  ["struck words and a name with signs", "~~salah~~ snake_case 5 < 6"],
  ["lines in one paragraph", "satu\ndua"],
  ["Arabic and Javanese", "السلام عليكم\n\nꦠꦶꦭꦶꦏ꧀"],
  ["headings", "## Dua\n\n### Tiga"],
];

describe("a note", () => {
  it.each(kept)("keeps %s", async (_, markdown) => {
    expect((await note(markdown)).read()).toBe(markdown);
  });

  it("changes nothing of a table but its padding", async () => {
    const loose = (text: string) => text.replace(/ +/g, " ").replace(/-+/g, "-");
    expect(loose((await note(table)).read())).toBe(loose(table));
  });

  it("keeps citations and pictures over copying and pasting", async () => {
    const made = await note(`${cited}\n\n![gambar](a.png)`);
    const { doc, schema } = made.view.state;
    const copy = document.createElement("div");
    copy.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
    const pasted = document.createElement("div");
    pasted.innerHTML = copy.innerHTML;
    expect(ProseParser.fromSchema(schema).parse(pasted).toJSON()).toEqual(doc.toJSON());
  });

  it("takes no citation with a foreign scheme from a paste", async () => {
    const made = await note("");
    made.view.pasteHTML('<p><span data-tilik="javascript:alert(1)">kata</span></p>');
    expect(made.read()).toBe("kata");
  });

  it("takes a table as Word and Excel paste it, and drops their pictures", async () => {
    const made = await note("");
    made.view.pasteHTML(
      '<html><body><table border=0 style="width:96pt"><colgroup><col></colgroup><tbody>' +
        '<tr height=20><td style="height:15pt"><p class=MsoNormal><b>Loket</b></p></td><td>Waktu</td></tr>' +
        '<tr><td>Satu</td><td align=right>5</td></tr></tbody></table><img src="file:///c/a.png"></body></html>',
    );
    const lines = made
      .read()
      .split("\n")
      .map((line) => line.replace(/ +/g, " ").replace(/-+/g, "-"));
    expect(lines).toEqual(["| **Loket** | Waktu |", "| :- | :- |", "| Satu | 5 |"]);
  });

  it("fills up merged cells of a pasted table, and puts a cell's paragraphs in one line", async () => {
    const made = await note("");
    made.view.pasteHTML(
      "<table><tr><td rowspan=2>Loket</td><td colspan=2><p>Waktu</p></td></tr>" +
        "<tr><td>min</td><td>maks</td></tr>" +
        "<tr><td><p>satu</p><p><b>dua</b></p></td><td><ul><li>3</li><li>4</li></ul></td></tr></table>",
    );
    const lines = made
      .read()
      .split("\n")
      .map((line) => line.replace(/ +/g, " ").replace(/-+/g, "-"));
    expect(lines).toEqual([
      "| Loket | Waktu | |",
      "| :- | :- | :- |",
      "| | min | maks |",
      "| satu **dua** | 3 4 | |",
    ]);
  });

  it("writes its own lists close together", async () => {
    const made = await note("satu\n\ndua");
    const { doc, tr } = made.view.state;
    made.view.dispatch(tr.setSelection(TextSelection.create(doc, 1, doc.content.size - 1)));
    run(made, commands.toggleBullets);
    expect(made.read()).toBe("- satu\n- dua");
  });

  it("tells of what a person typed, and not of a text put in", async () => {
    const changed = vi.fn();
    const made = await note("satu", changed);
    made.put("dua");
    expect(made.read()).toBe("dua");
    expect(changed).not.toHaveBeenCalled();
    made.view.dispatch(made.view.state.tr.insertText("!", 4));
    expect(changed).toHaveBeenCalledOnce();
    expect(made.read()).toBe("dua!");
  });

  it("leaves no trace of empty lines", async () => {
    const made = await note("satu");
    const { tr, schema } = made.view.state;
    const blank = schema.nodes["paragraph"]?.create();
    if (!blank) throw new Error("no paragraph");
    made.view.dispatch(tr.insert(tr.doc.content.size, [blank, blank]));
    expect(made.read()).toBe("satu");
  });
});

describe("the toolbar", () => {
  it("makes and unmakes bold words, headings, lists and quotes", async () => {
    const made = await note("satu dua");
    select(made, "dua");
    run(made, commands.toggleBold);
    expect(made.read()).toBe("satu **dua**");
    run(made, commands.toggleBold);
    run(made, commands.toggleHeading);
    expect(made.read()).toBe("### satu dua");
    run(made, commands.toggleHeading);
    run(made, commands.toggleBullets);
    expect(made.read()).toBe("- satu dua");
    expect(commands.activeAt(made.view.state).bullets).toBe(true);
    run(made, commands.toggleNumbers);
    expect(made.read()).toBe("1. satu dua");
    run(made, commands.toggleNumbers);
    run(made, commands.toggleQuote);
    expect(made.read()).toBe("> satu dua");
    run(made, commands.toggleQuote);
    expect(made.read()).toBe("satu dua");
  });

  it("turns chosen words into a citation, and writes words of its own otherwise", async () => {
    const made = await note("Antre 31 orang.");
    select(made, "31 orang");
    run(made, commands.cite({ words: "?", observation: "o1", version: "v1" }));
    expect(made.read()).toBe("Antre [31 orang](tilik:obs/o1@v1).");
    const { doc, tr } = made.view.state;
    made.view.dispatch(tr.setSelection(TextSelection.atEnd(doc)));
    run(made, commands.cite({ words: "satu berkas", observation: "o2", version: "v2" }));
    expect(made.read()).toBe("Antre [31 orang](tilik:obs/o1@v1). [satu berkas](tilik:obs/o2@v2)");
    made.view.dispatch(made.view.state.tr.insertText(" lalu"));
    expect(made.read()).toMatch(/\(tilik:obs\/o2@v2\) lalu$/);
  });

  it("keeps a citation whole when another is made with the cursor inside it", async () => {
    const made = await note("Antre [31 orang](tilik:obs/o1@v1) tadi.");
    select(made, "orang");
    const { doc, selection, tr } = made.view.state;
    made.view.dispatch(tr.setSelection(TextSelection.create(doc, selection.from + 2)));
    run(made, commands.cite({ words: "berkas", observation: "o2", version: "v2" }));
    expect(made.read()).toBe("Antre [31 orang](tilik:obs/o1@v1) [berkas](tilik:obs/o2@v2) tadi.");
  });

  it("links the chosen words and takes the link away again", async () => {
    const made = await note("laman resmi");
    select(made, "laman");
    run(made, commands.setLink("https://a.go.id"));
    expect(made.read()).toBe("[laman](https://a.go.id) resmi");
    expect(commands.activeAt(made.view.state).link).toBe("https://a.go.id");
    run(made, commands.setLink(""));
    expect(made.read()).toBe("laman resmi");
  });

  it("makes a table, grows it, and removes it with its last row", async () => {
    const made = await note("");
    run(made, commands.insertTable);
    run(made, commands.addTableRow);
    expect(made.read().split("\n")).toHaveLength(4);
    expect(commands.activeAt(made.view.state).table).toBe(true);
    run(made, commands.addTableColumn);
    expect(made.read().split("\n")[0]?.match(/\|/g)).toHaveLength(4);
    run(made, commands.removeTableRow);
    run(made, commands.removeTableRow);
    expect(made.read()).toBe("");
  });
});
