// Finds the element meant by (kind, words, role), or null. Run by the harness in
// the page, with these three as arguments.
const [kind, words, role] = arguments;

const ROLES = {
  button: "button, input[type=button], input[type=submit], input[type=reset], summary",
  link: "a[href], area[href]",
  textbox:
    "textarea, [contenteditable=true], input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=date], input[type=time]",
  searchbox: "input[type=search]",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  slider: "input[type=range]",
  spinbutton: "input[type=number]",
  combobox: "select:not([multiple]):not([size]), input[list]",
  listbox: "select[multiple], select[size]",
  option: "option",
  heading: "h1, h2, h3, h4, h5, h6",
  list: "ul, ol, menu",
  listitem: "li",
  navigation: "nav",
  main: "main",
  banner: "body > header",
  complementary: "aside",
  dialog: "dialog",
  article: "article",
  form: "form",
  region: "section",
  img: "img, svg[aria-label]",
  table: "table",
  row: "tr",
  cell: "td",
  columnheader: "th",
  status: "output",
  group: "fieldset, details",
};
const NAMED_BY_CONTENT = new Set(
  "button link option heading listitem row cell columnheader tab menuitem menuitemcheckbox menuitemradio treeitem gridcell radio checkbox switch tooltip status alert".split(
    " ",
  ),
);

const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function isVisible(element) {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
}

function labels(element) {
  const named = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  if (named.length > 0) return plain(named.map((id) => document.getElementById(id)?.innerText).join(" "));
  if (element.hasAttribute("aria-label")) return plain(element.getAttribute("aria-label"));
  return plain([...(element.labels ?? [])].map((label) => label.innerText).join(" "));
}

function nameOf(element, role) {
  const own = ["button", "submit", "reset"].includes(element.type) ? element.value : "";
  const content = NAMED_BY_CONTENT.has(role) ? plain(element.innerText) : "";
  const legend = element.querySelector?.(":scope > legend, :scope > summary")?.innerText;
  return (
    labels(element) ||
    plain(element.getAttribute("alt")) ||
    content ||
    plain(own) ||
    plain(legend) ||
    plain(element.getAttribute("title")) ||
    plain(element.getAttribute("placeholder"))
  );
}

function byRole() {
  const implicit = ROLES[role] ? `:is(${ROLES[role]}):not([role]), ` : "";
  const candidates = document.querySelectorAll(`${implicit}[role~="${role}"]`);
  return [...candidates].filter((element) => nameOf(element, role) === plain(words));
}

function byLabel() {
  const fields = "input, textarea, select, [contenteditable=true], [role]";
  return [...document.querySelectorAll(fields)].filter((element) => labels(element) === plain(words));
}

function byText() {
  const holds = (element) => plain(element.innerText).includes(plain(words));
  const all = [...document.body.querySelectorAll("*")].filter(holds);
  return all.filter((element) => ![...element.children].some(holds));
}

if (kind === "css") {
  const all = [...document.querySelectorAll(words)];
  return all.find(isVisible) ?? all[0] ?? null;
}
const found = kind === "role" ? byRole() : kind === "label" ? byLabel() : byText();
return found.find(isVisible) ?? null;
