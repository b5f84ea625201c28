// Notes what goes wrong in the page, for the harness to read. Run once per page.
if (!window.tilikWitness) {
  const seen = [];
  window.tilikWitness = seen;
  const note = (kind, what) => seen.push(`${kind}: ${what}`);
  addEventListener("error", (event) => note("error", event.message || event.target?.src), true);
  addEventListener("unhandledrejection", (event) =>
    note("rejection", event.reason?.message ?? JSON.stringify(event.reason)),
  );
  addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.effectiveDirective} ${event.blockedURI}`),
  );
  const tell = console.error;
  console.error = (...words) => {
    note("console", words.map(String).join(" "));
    tell.apply(console, words);
  };
}
return null;
