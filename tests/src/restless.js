// Keeps the page drawing while its first argument is true: one corner pixel changes
// between two shades that no eye can tell apart.
const [on] = arguments;
document.getElementById("tilik-restless")?.remove();
if (on) {
  const pixel = document.createElement("i");
  pixel.id = "tilik-restless";
  pixel.ariaHidden = "true";
  Object.assign(pixel.style, { position: "fixed", left: 0, top: 0, width: "1px", height: "1px" });
  document.documentElement.append(pixel);
  const draw = (time) => {
    if (!pixel.isConnected) return;
    pixel.style.background = `rgb(127 127 127 / ${time % 2 < 1 ? 1 : 2}%)`;
    requestAnimationFrame(draw);
  };
  draw(0);
}
return null;
